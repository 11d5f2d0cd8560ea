"""Editions: what their readers may see."""

from dataclasses import replace

import pytest

from studyguide.chapters import KINDS
from studyguide.edition import find, select
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


def test_teachers_get_notes_behind_everything_else(guide):
    edition = Edition(id="e", title="E", audience="teacher", answers="none")
    assert select(guide, edition).chapters[-1].back_matter == ("notes",)


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
