"""Editions: what their readers may see."""

import pytest

from studyguide.chapters import KINDS
from studyguide.edition import find, select
from studyguide.errors import UsageError
from studyguide.model import Edition, Guide, GuideInfo, Spoiler

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
                {"id": "q", "type": "short", "question": "Q?", "phase": "after", "level": {"bloom": "apply", "dok": 1}}
            ],
        }
    ],
}


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


def test_the_full_edition_changes_nothing(guide):
    assert select(guide, find(guide, "full")) == guide


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
