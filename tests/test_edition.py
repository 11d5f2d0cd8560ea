"""Editions: what their readers may see."""

from dataclasses import replace

import pytest

from studyguide.chapters import KINDS
from studyguide.edition import find, select, summary
from studyguide.errors import UsageError
from studyguide.model import Edition, Guide, GuideInfo, Spoiler
from studyguide.render import render
from studyguide.walk import items

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
            "works": [{"id": "w", "type": "film", "title": "W", "by": "B", "year": 2000}],
            "chapters": ["faq", "end", "questions"],
            "editions": [{"id": "full", "title": "Full"}, {"id": "safe", "title": "Safe", "reveals": "safe"}],
        }
    )
    return Guide(tmp_path, info, chapters, (), {})


def test_the_first_edition_is_the_one_meant_when_none_is_named(guide):
    assert find(guide, None).id == "full"


def test_an_unknown_edition_is_wrong_use(guide):
    with pytest.raises(UsageError, match=r"no edition 'saef'. Did you mean 'safe'\? There are: full, safe"):
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


def test_an_edition_without_answers(guide):
    chapters = select(guide, Edition(id="e", title="E", answers="none")).chapters
    assert chapters[-1].back_matter == ()


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
            "evidence": [{"point": "P", "scene": "c"}],
            "motifs": ["a", "c"],
        },
        {"id": "u", "title": "U", "question": "?", "text": "T.", "evidence": [{"point": "P", "spoiler": "ending"}]},
    ],
}


def test_what_leads_to_something_hidden_goes_with_its_sentence(guide):
    themes = KINDS["themes"].model_validate(LINKED)
    whole = replace(guide, chapters=(*guide.chapters, themes))
    shown = select(whole, find(guide, "safe")).chapters[-1]
    assert shown.intro == "Begin here. See [](#a) as well.\n\n- And [that](#c)."
    assert [theme.id for theme in shown.themes] == ["t"], "a theme without evidence is none"
    assert shown.themes[0].motifs == ("a",)
    assert shown.themes[0].evidence[0].scene is None


def test_an_edition_may_hold_some_chapters_only(guide):
    edition = Edition(id="e", title="E", chapters=("questions", "faq"))
    assert [chapter.id for chapter in select(guide, edition).chapters] == ["faq", "questions"]


def answered(**more):
    """A chapter with a quiz question, one with points, one with nothing but evidence, and one with nothing to say."""
    (first,) = QUESTIONS["sets"][0]["questions"]
    asked = [
        {**first, "id": "quiz", "answer": "A."},
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
    (chapter,) = select(whole, edition).chapters
    asked = chapter.sets[0].questions
    return (
        chapter.back_matter,
        [q.id for q in asked if chapter.prints(q)],
        [q.id for q in asked if chapter.notes and chapter.notable(q)],
    )


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
    everything = ["quiz", "open", "look", "both"]
    assert back(guide, audience="teacher") == (("notes",), [], everything)
    assert back(guide, audience="teacher", students="quiz") == (
        ("answers", "notes"),
        ["quiz", "both"],
        ["open", "look", "both"],
    )
    assert back(guide, audience="teacher", students="all") == (("answers", "notes"), ["quiz", "open", "both"], ["look"])
    assert back(guide, "none", "teacher", "all") == (("notes",), [], everything)


def test_a_chapter_without_anything_to_note_has_no_notes(guide):
    edition = Edition(id="e", title="E", audience="teacher")
    assert select(guide, edition).chapters[-1].back_matter == ()


def test_an_edition_says_in_a_line_what_it_prints(guide):
    whole = replace(guide, chapters=(answered(),))

    def line(**more):
        return summary(whole, Edition(id="e", title="E", **more))

    assert line() == "e: spoilers to the end, no answers"
    assert line(answers="quiz", reveals="premise") == "e: spoilers to the premise, answers to the quiz"
    assert line(answers="all", reveals="safe") == "e: no spoilers, all answers"
    assert line(audience="teacher") == "e: spoilers to the end, all answers and notes for teachers"
    assert summary(guide, Edition(id="e", title="E", answers="all")) == "e: spoilers to the end, no answers"


def test_every_edition_has_an_identifier_of_its_own(guide):
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
