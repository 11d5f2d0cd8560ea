"""Editions: what their readers may see."""

from dataclasses import replace

import pytest

from studyguide.editions.redact import Kept, redacted
from studyguide.editions.select import faults, find, select, summary
from studyguide.guide.chapters import KINDS
from studyguide.guide.info import Edition, GuideInfo
from studyguide.guide.items import Spoiler
from studyguide.guide.model import Guide, Place
from studyguide.guide.walk import items
from studyguide.render import render
from studyguide.support import xhtml
from studyguide.support.errors import UsageError

FAQ = {
    "kind": "faq",
    "id": "faq",
    "title": "Questions",
    "entries": [
        {"id": "a", "question": "A?", "answer": "a"},
        {"id": "b", "question": "B?", "answer": "b", "spoiler": "premise"},
        {"id": "c", "question": "C?", "answer": "c", "spoiler": "ending"},
    ],
}
PROSE = {"kind": "prose", "id": "end", "title": "The end", "text": "It ends.", "spoiler": "ending"}
QUESTIONS = {
    "kind": "questions",
    "id": "questions",
    "title": "Ask",
    "sets": [
        {
            "id": "set",
            "title": "Set",
            "questions": [
                {
                    "id": "q",
                    "type": "short",
                    "question": "Q?",
                    "answer": "A.",
                    "phase": "after",
                    "level": {"bloom": "apply", "dok": 1},
                }
            ],
        }
    ],
}


def ids(chapter):
    return [getattr(part, "id", None) for _, part in items(chapter)]


@pytest.fixture
def guide(tmp_path):
    chapters = tuple(KINDS[data["kind"]].model_validate(data) for data in (FAQ, PROSE, QUESTIONS))
    info = GuideInfo.model_validate(
        {
            "name": "x",
            "title": "X",
            "description": "X",
            "identifier": "urn:isbn:0",
            "language": "en",
            "authors": ["X"],
            "date": "2026-01-01",
            "rights": "X",
            "works": [{"id": "w", "type": "film", "title": "W", "by": "B", "year": "2000"}],
            "chapters": ["faq", "end", "questions"],
            "editions": [{"id": "full", "title": "Full"}, {"id": "safe", "title": "Safe", "reveals": "safe"}],
        }
    )
    return Guide(tmp_path, info, chapters, (), {})


def test_the_first_edition_is_the_one_meant_when_none_is_named(guide):
    assert find(guide, None).id == "full"


def test_an_unknown_edition_is_wrong_use(guide):
    with pytest.raises(UsageError, match=r"no edition 'saef'. Did you mean 'safe'\? Choose one of: full, safe"):
        find(guide, "saef")


def test_the_full_edition_hides_nothing(guide):
    whole = select(guide, find(guide, "full"))
    assert [sorted(map(str, ids(a))) for a in whole.chapters] == [sorted(map(str, ids(b))) for b in guide.chapters]


@pytest.mark.parametrize(("level", "kept"), [("safe", ["a"]), ("premise", ["a", "b"]), ("ending", ["a", "b", "c"])])
def test_items_above_the_level_are_gone(guide, level, kept):
    edition = Edition(id="e", title="E", reveals=Spoiler(level))
    (faq, *_) = select(guide, edition).chapters
    assert [entry.id for entry in faq.entries] == kept


def test_chapters_above_the_level_are_gone(guide):
    assert [chapter.id for chapter in select(guide, find(guide, "safe")).chapters] == ["faq", "questions"]


def test_an_empty_chapter_is_removed(guide):
    hidden = {**FAQ, "entries": [entry for entry in FAQ["entries"] if entry["id"] != "a"]}
    whole = replace(guide, chapters=(KINDS["faq"].model_validate(hidden), *guide.chapters[1:]))
    assert [chapter.id for chapter in select(whole, find(guide, "safe")).chapters] == ["questions"]


def test_an_item_without_a_required_field_is_removed():
    faq = KINDS["faq"].model_validate({**FAQ, "entries": FAQ["entries"][1:]})
    assert redacted(faq, Kept(Spoiler.SAFE)) is None
    assert [entry.id for entry in redacted(faq, Kept(Spoiler.PREMISE)).entries] == ["b"]
    assert redacted(faq.model_copy(update={"entries": ()}), Kept(Spoiler.SAFE)) is not None


def test_an_edition_without_answers(guide):
    chapters = select(guide, Edition(id="e", title="E", answers="none")).chapters
    assert chapters[-1].back_matter == ()


NESTED = {
    "kind": "plot",
    "id": "plot",
    "title": "Plot",
    "parts": [
        {
            "id": "part-a",
            "title": "A",
            "spoiler": "premise",
            "scenes": [
                {"id": "scene-a", "title": "A", "text": "A."},
                {"id": "scene-b", "title": "B", "text": "B.", "spoiler": "ending"},
            ],
        },
        {"id": "part-b", "title": "B", "scenes": [{"id": "scene-c", "title": "C", "text": "C.", "spoiler": "premise"}]},
        {"id": "part-c", "title": "C", "scenes": [{"id": "scene-d", "title": "D", "text": "D."}]},
    ],
}


def levels(guide, chapter, level="ending"):
    whole = replace(guide, chapters=(KINDS[chapter["kind"]].model_validate(chapter),))
    (shown,) = select(whole, Edition(id="e", title="E", reveals=level)).chapters
    return {part.id: part.spoiler for _, part in items(shown) if getattr(part, "id", None)}


def test_items_in_a_part_have_at_least_its_level(guide):
    own = {"part-a": "premise", "scene-a": "premise", "scene-b": "ending", "part-b": "safe", "scene-c": "premise"}
    assert levels(guide, NESTED) == {"plot": "safe", **own, "part-c": "safe", "scene-d": "safe"}
    assert set(levels(guide, NESTED, "safe")) == {"plot", "part-c", "scene-d"}, "a part without scenes is none"
    assert set(levels(guide, NESTED, "premise").values()) == {"safe", "premise"}


def test_items_in_a_chapter_have_at_least_its_level(guide):
    found = levels(guide, {**NESTED, "spoiler": "premise"})
    assert found["plot"] == found["part-c"] == found["scene-d"] == "premise"
    assert found["scene-b"] == "ending"


def badges(guide, chapter):
    whole = replace(guide, chapters=(KINDS[chapter["kind"]].model_validate(chapter),))
    info = whole.info.model_copy(update={"chapters": (chapter["id"],)})
    edition = find(whole, "full")
    (section,) = render(select(replace(whole, info=info), edition), edition).sections
    root = xhtml.parse(section.body)
    shown = (each for each in root.iter() if {"badge", "threshold"} & {*xhtml.classes(each)})
    return [xhtml.text(each).rpartition(" ")[2] for each in shown]


def test_a_plot_says_once_where_it_begins_to_give_more_away(guide):
    assert badges(guide, NESTED) == ["premise", "ending"]
    first, *others = NESTED["parts"]
    assert badges(guide, {**NESTED, "parts": [*others, first]}) == ["premise", "ending"]


def test_a_level_of_a_chapter_is_shown_once_and_higher_levels_are_shown(guide):
    assert badges(guide, {**NESTED, "spoiler": "premise"}) == ["premise", "ending"]
    assert badges(guide, {**NESTED, "spoiler": "ending"}) == ["ending"]


CAST = {
    "kind": "cast",
    "id": "cast",
    "title": "Cast",
    "groups": [
        {"id": "g", "title": "G", "spoiler": "ending", "people": [{"id": "p", "name": "P"}]},
        {"id": "h", "title": "H", "people": [{"id": "q", "name": "Q", "spoiler": "premise"}, {"id": "r", "name": "R"}]},
    ],
}


def test_groups_people_and_sets_show_theirs(guide):
    assert badges(guide, CAST) == ["ending", "ending", "premise"]
    (first,) = QUESTIONS["sets"]
    (question,) = first["questions"]
    for own, shown in (("safe", ["premise"]), ("ending", ["premise", "ending"])):
        asked = {**first, "spoiler": "premise", "questions": [{**question, "spoiler": own}]}
        assert badges(guide, {**QUESTIONS, "sets": [asked]}) == shown


TEACHERS = {"kind": "fact-sheet", "id": "sheet", "title": "Sheet"}


def test_students_do_not_get_chapters_for_teachers(guide):
    whole = replace(guide, chapters=(*guide.chapters, KINDS["fact-sheet"].model_validate(TEACHERS)))
    held = {
        audience: [chapter.id for chapter in select(whole, Edition(id="e", title="E", audience=audience)).chapters]
        for audience in ("student", "teacher")
    }
    assert held["student"] == ["faq", "end", "questions"]
    assert held["teacher"] == ["faq", "end", "questions", "sheet"]


def placed(guide, *editions):
    """The faults of editions, each as its line and a part of its message; every edition has a line of ten columns."""
    places = {}
    for number, edition in enumerate(editions):
        places["editions", number] = Place("guide.yaml", number, 1)
        for at, _ in enumerate(edition.chapters):
            places["editions", number, "chapters", at] = Place("guide.yaml", number, 2 + at)
    info = guide.info.model_copy(update={"editions": editions})
    return list(faults(replace(guide, info=info, places={"guide.yaml": places})))


def test_an_edition_that_holds_nothing_or_nothing_of_a_chapter_is_a_fault(guide):
    only_end = replace(guide, chapters=(KINDS["prose"].model_validate(PROSE),))
    safe, full = Edition(id="safe", title="S", reveals="safe"), Edition(id="full", title="F")
    (nothing,) = placed(only_end, full, safe)
    assert (nothing.file, nothing.line, nothing.column) == ("guide.yaml", 1, 1)
    assert nothing.message.startswith("The edition 'safe' holds nothing.")
    assert placed(guide, full, safe) == []
    named = Edition(id="named", title="N", reveals="premise", chapters=("faq", "end"))
    (missing,) = placed(guide, full, named)
    assert (missing.line, missing.column) == (1, 3)
    assert "Nothing of the chapter 'end' can be in the edition 'named'" in missing.message
    assert "more than 'premise'" in missing.message
    lost = Edition(id="lost", title="L", chapters=("faq", "gone"))
    assert placed(guide, lost) == []  # that there is no such chapter is said elsewhere


def test_references_to_an_omitted_chapter_are_removed(guide):
    themes = KINDS["themes"].model_validate({**LINKED, "intro": "Am 3. Mai kam z.B. Rom. Siehe [](#end). Ja."})
    info = guide.info.model_copy(update={"language": "de"})
    whole = replace(guide, info=info, chapters=(*guide.chapters, themes))
    shown = select(whole, Edition(id="e", title="E", chapters=("themes",))).chapters[0]
    assert shown.intro == "Am 3. Mai kam z.B. Rom. Ja."
    note = KINDS["themes"].model_validate({**LINKED, "intro": "A.^[Sieh Bd. 2 z.B. Rom [](#end). Ja.] B."})
    shown = select(replace(whole, chapters=(note,)), Edition(id="e", title="E")).chapters[0]
    assert shown.intro == "A.^[Ja.] B."


LINKED = {
    "kind": "themes",
    "id": "themes",
    "title": "Themes",
    "intro": "Begin here. Then read [](#c) with care. See [](#a) as well.\n\n- Only [](#c).\n- And [that](#c).",
    "themes": [
        {
            "id": "t",
            "title": "T",
            "question": "?",
            "text": "Text.",
            "evidence": [{"point": "P", "scene": "c"}, {"point": "Q", "scene": "a"}, {"point": "R"}],
            "motifs": ["a", "c"],
        },
        {"id": "v", "title": "V", "question": "?", "text": "T.", "evidence": [{"point": "P", "scene": "c"}]},
        {"id": "u", "title": "U", "question": "?", "text": "T.", "evidence": [{"point": "P", "spoiler": "ending"}]},
    ],
}


def test_links_to_hidden_items_are_removed_with_their_sentences(guide):
    themes = KINDS["themes"].model_validate(LINKED)
    whole = replace(guide, chapters=(*guide.chapters, themes))
    shown = select(whole, find(guide, "safe")).chapters[-1]
    assert shown.intro == "Begin here. See [](#a) as well."
    assert [theme.id for theme in shown.themes] == ["t"], "a theme without evidence is none"
    assert shown.themes[0].motifs == ("a",)
    assert [(each.scene, each.point) for each in shown.themes[0].evidence] == [("a", "Q"), (None, "R")]


def test_links_to_a_safe_omitted_chapter_keep_their_words(guide):
    themes = KINDS["themes"].model_validate(
        {**LINKED, "intro": "See [](#a) here. See [that](#a) here. See [this](#c) here."}
    )
    whole = replace(guide, chapters=(*guide.chapters, themes))
    (shown,) = select(whole, Edition(id="e", title="E", reveals="safe", chapters=("themes",))).chapters
    assert shown.intro == "See [that](#a) here."
    assert [each.point for each in shown.themes[0].evidence] == ["Q", "R"]
    assert [each.scene for each in shown.themes[0].evidence] == [None, None]


def test_an_edition_may_hold_some_chapters_only(guide):
    edition = Edition(id="e", title="E", chapters=("questions", "faq"))
    assert [chapter.id for chapter in select(guide, edition).chapters] == ["faq", "questions"]


def unanswered(guide):
    """The guide with one question, which has neither an answer nor a level."""
    (first,) = QUESTIONS["sets"][0]["questions"]
    bare = {name: value for name, value in first.items() if name not in {"answer", "level"}} | {"type": "discussion"}
    chapter = {**QUESTIONS, "sets": [{**QUESTIONS["sets"][0], "questions": [bare]}]}
    return replace(guide, chapters=(KINDS["questions"].model_validate(chapter),))


def answered(**more):
    """A chapter with a quiz question, one with points, one with evidence only, and one with a level only."""
    (quiz,) = QUESTIONS["sets"][0]["questions"]
    first = {**quiz, "type": "discussion"}
    del first["answer"]
    asked = [
        {**quiz, "id": "quiz"},
        {**first, "id": "open", "points": ["P."]},
        {**first, "id": "look", "evidence": "There."},
        {**first, "id": "bare"},
        {**first, "id": "both", "answer": "B.", "points": ["Why."]},
    ]
    return KINDS["questions"].model_validate(
        {**QUESTIONS, "sets": [{**QUESTIONS["sets"][0], "questions": asked}], **more}
    )


def back(guide, answers=None, audience="student", students="none"):
    """What an edition prints behind the questions: the sections, and the questions in answers and in notes."""
    given = {"answers": answers} if answers else {}
    edition = Edition(id="e", title="E", audience=audience, **given)
    others = (Edition(id="s", title="S", answers=students), edition)
    whole = replace(guide, chapters=(answered(),), info=guide.info.model_copy(update={"editions": others}))
    chosen = select(replace(whole, info=whole.info.model_copy(update={"chapters": ("questions",)})), edition)
    (chapter,) = chosen.chapters
    sections = {section.kind: xhtml.parse(section.body) for section in render(chosen, edition).sections}
    entries = [_entries(sections[part]) if part in sections else [] for part in ("answers", "notes")]
    return chapter.back_matter, *entries


def _entries(section):
    return [entry.get("id").partition("--")[2] for entry in xhtml.with_class(section, "entry")]


def test_a_student_gets_no_answers_unless_the_edition_says_so(guide):
    assert back(guide) == ((), [], [])
    assert back(guide, "none") == ((), [], [])
    assert back(guide, "quiz") == (("answers",), ["quiz", "both"], [])
    assert back(guide, "all") == (("answers",), ["quiz", "open", "both"], [])


def test_a_chapter_may_print_fewer_answers_than_an_edition(guide):
    edition = Edition(id="e", title="E", answers="all")
    (chapter,) = select(replace(guide, chapters=(answered(answers="quiz"),)), edition).chapters
    assert [q.id for q in chapter.sets[0].questions if chapter.prints(q)] == ["quiz", "both"]


def test_a_teacher_gets_all_answers_each_once_and_those_that_students_lack_behind_the_shared_pages(guide):
    everything = ["quiz", "open", "look", "bare", "both"]
    assert back(guide, audience="teacher") == (("notes",), [], everything)
    assert back(guide, audience="teacher", students="quiz") == (
        ("answers", "notes"),
        ["quiz", "both"],
        everything,
    )
    shared = ["quiz", "open", "both"]
    assert back(guide, audience="teacher", students="all") == (("answers", "notes"), shared, everything)
    assert back(guide, "none", "teacher", "all") == (("notes",), [], everything)


def test_a_teacher_shares_the_pages_of_the_first_edition_for_students(guide):
    teacher = Edition(id="t", title="T", audience="teacher", answers="all")
    most, none = (Edition(id=name, title="S", answers=name) for name in ("all", "none"))
    for editions, printed in (((teacher, none, most), []), ((teacher, most, none), ["quiz", "open", "both"])):
        info = guide.info.model_copy(update={"editions": editions})
        (chapter,) = select(replace(guide, chapters=(answered(),), info=info), teacher).chapters
        assert [q.id for q in chapter.sets[0].questions if chapter.prints(q)] == printed


def test_only_teachers_have_notes_and_these_say_at_least_when_a_question_is_asked(guide):
    editions = [Edition(id="e", title="E", audience=audience) for audience in ("student", "teacher")]
    back_matter = [select(unanswered(guide), edition).chapters[-1].back_matter for edition in editions]
    assert back_matter == [(), ("notes",)]


def test_an_edition_says_in_a_line_what_it_prints(guide):
    whole = replace(guide, chapters=(answered(),))

    def line(**more):
        return summary(whole, Edition(id="e", title="E", **more))

    assert line() == "e: spoilers to the end, no answers"
    assert line(answers="quiz", reveals="premise") == "e: spoilers to the premise, answers to the quiz"
    assert line(answers="all", reveals="safe") == "e: no spoilers, all answers"
    assert line(audience="teacher") == "e: spoilers to the end, all answers and notes for teachers"
    assert summary(replace(guide, chapters=()), Edition(id="e", title="E")) == "e: spoilers to the end, no answers"
    assert summary(unanswered(guide), Edition(id="e", title="E", answers="all")) == "e: spoilers to the end, no answers"


def test_each_edition_has_its_own_identifier(guide):
    made = [render(select(guide, edition), edition).metadata.identifier for edition in guide.info.editions]
    assert made == ["urn:isbn:0", "urn:uuid:a340858c-66c4-55bb-9e71-b9641d29edc7"]


def test_questions_keep_their_numbers(guide):
    (first,) = QUESTIONS["sets"][0]["questions"]
    questions = [{**first, "id": "secret", "spoiler": "ending"}, first]
    chapter = KINDS["questions"].model_validate(
        {**QUESTIONS, "sets": [{**QUESTIONS["sets"][0], "questions": questions}]}
    )
    shown = select(replace(guide, chapters=(chapter,)), find(guide, "safe")).chapters[0]
    assert [(question.id, question.number) for question in shown.sets[0].questions] == [("q", 2)]
