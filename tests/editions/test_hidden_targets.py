"""Text about a hidden item is hidden too, with any field or link that names the item."""

import re

import pytest
from pydantic import BaseModel

from studyguide import markdown
from studyguide.editions.dangling import without_dangling
from studyguide.editions.redact import Kept, redacted
from studyguide.editions.select import hidden, select
from studyguide.guide.chapters import KINDS
from studyguide.guide.chapters.cast import Relationship
from studyguide.guide.chapters.close_reading import Sequence
from studyguide.guide.chapters.further_works import FurtherWork
from studyguide.guide.chapters.lessons import Clip, Route
from studyguide.guide.chapters.lessons import Step as LessonStep
from studyguide.guide.chapters.permissions import ContentNote
from studyguide.guide.chapters.questions import Question
from studyguide.guide.chapters.quotations import Quotation
from studyguide.guide.chapters.reading_schedule import Sitting
from studyguide.guide.chapters.themes import Evidence, Theme
from studyguide.guide.info import Edition
from studyguide.guide.items import Spoiler
from studyguide.guide.load import load
from studyguide.guide.walk import items, roles
from tests.filled_guide import OF_GIVEN, Filled
from tests.markdown.test_markdown import Shown

THEME = {"id": "t", "title": "T", "question": "?", "text": "T.", "evidence": [{"point": "P."}]}
FURTHER = {"title": "W", "by": "A", "type": "play", "why": "W."}
QUESTION = {
    "id": "q",
    "type": "essay",
    "question": "Q?",
    "phase": "after",
    "level": {"bloom": "apply", "dok": 1},
}

QUOTATION = {"id": "q", "words": "W.", "where": "P.", "sources": ["k"]}

TELLS = {
    *((Evidence, "scene"), (Clip, "scene"), (Relationship, "source"), (Relationship, "target")),
    *((Quotation, "speaker"), (Quotation, "scene"), (Sequence, "scene"), (ContentNote, "scene")),
}
MENTIONS = {
    *((Theme, "motifs"), (Theme, "key_scenes"), (Question, "about"), (Question, "compare")),
    *((FurtherWork, "themes"), (Sitting, "scenes"), (Route, "lessons"), (Quotation, "themes")),
    (LessonStep, "shows"),
}
"""A question is printed on the sheets of what it is `about`, and has a level of its own."""

WRITTEN = {
    (Evidence, "scene"): {"point": "P.", "scene": "gone"},
    (Relationship, "source"): {"from": "gone", "to": "here", "label": "L"},
    (Relationship, "target"): {"from": "here", "to": "gone", "label": "L"},
    (Theme, "motifs"): {**THEME, "motifs": ["gone", "here"]},
    (Theme, "key_scenes"): {**THEME, "key_scenes": ["gone", "here"]},
    (Question, "about"): {**QUESTION, "about": ["gone", "here"]},
    (ContentNote, "scene"): {"topic": "P.", "scene": "gone"},
    (Clip, "scene"): {"text": "P.", "scene": "gone"},
    (Route, "lessons"): {"id": "r", "title": "R", "minutes": 60, "lessons": ["gone", "here"]},
    (LessonStep, "shows"): {"text": "T.", "minutes": 5, "shows": ["gone", "here"]},
    (Sitting, "scenes"): {"when": "W.", "what": "W.", "scenes": ["gone", "here"]},
    (FurtherWork, "themes"): {**FURTHER, "themes": ["gone", "here"]},
    (Quotation, "speaker"): {**QUOTATION, "speaker": "gone"},
    (Quotation, "scene"): {**QUOTATION, "scene": "gone"},
    (Sequence, "scene"): {"id": "s", "title": "S", "scene": "gone", "steps": [{"label": "L"}]},
    (Quotation, "themes"): {**QUOTATION, "themes": ["gone", "here"]},
}


"""The text of an item about a scene."""


def models(kind):
    """A model and all models that its fields may hold."""
    found = [kind]
    waiting = [field.annotation for field in kind.model_fields.values()]
    while waiting:
        part = waiting.pop()
        waiting += getattr(part, "__args__", ())
        if isinstance(part, type) and issubclass(part, BaseModel):
            found += models(part)
    return found


def every_reference():
    every = {model for kind in KINDS.values() for model in models(kind)}
    return {(each, name) for each in every for name, role in roles(each).items() if role and role.name == "ref"}


def test_every_field_with_an_id_tells_of_it_or_mentions_it():
    assert every_reference() == TELLS | MENTIONS
    assert {(each, name) for each, name in every_reference() if name in each.tells_of} == TELLS


@pytest.mark.parametrize(("model", "name"), sorted(WRITTEN, key=str))
@pytest.mark.parametrize("secret", [True, False])
def test_items_about_hidden_items_are_removed_and_mentions_lose_the_name(model, name, secret):
    whole = model.model_validate(WRITTEN[model, name])
    left = redacted(whole, Kept(Spoiler.SAFE, {"here"}, {"gone"} if secret else ()))
    if (model, name) in MENTIONS:
        assert getattr(left, name) == ("here",)
    elif model is Relationship:
        assert left is None, "a tie needs both of its ends"
    else:
        assert (left is None) == secret
        assert left is None or left == whole.model_copy(update={name: None})


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("filled")
    Filled(folder, OF_GIVEN)
    return load(folder)


def marked(model, change):
    """A copy in which every text that takes Markdown is changed."""
    changes = {}
    for name, role in roles(type(model)).items():
        value = getattr(model, name)
        if isinstance(value, dict):
            changes[name] = {key: change(text) if role else text for key, text in value.items()}
            continue
        each = value if isinstance(value, tuple) else (value,)
        if role and role.name in {"inline", "prose"}:
            each = tuple(part and change(part) for part in each)
        else:
            each = tuple(marked(part, change) if isinstance(part, BaseModel) else part for part in each)
        changes[name] = each if isinstance(value, tuple) else each[0]
    return model.model_copy(update=changes)


def test_no_field_keeps_a_sentence_that_links_to_a_hidden_item(filled):
    assert {chapter.kind for chapter in filled.chapters} == set(KINDS)
    every = {part.id for chapter in filled.chapters for _, part in items(chapter) if getattr(part, "id", None)}
    kept = Kept(Spoiler.ENDING, every, {"gone"})
    for chapter in filled.chapters:
        ends = marked(chapter, lambda _: "It rains. See [it](#gone).")
        assert "See" in ends.model_dump_json() or chapter.kind in {"coverage", "index"}
        assert "See" not in (left.model_dump_json() if (left := redacted(ends, kept)) else "")
        alone = marked(chapter, lambda _: "See [it](#gone).")
        assert "See" not in (left.model_dump_json() if (left := redacted(alone, kept)) else "")


def test_a_question_that_has_lost_an_option_is_none():
    options = ["One.", "See [it](#gone) there.", "Three."]
    choice = {**QUESTION, "type": "choice", "options": options}
    kept = Kept(Spoiler.SAFE, {"q"}, {"gone"})
    assert redacted(Question.model_validate({**choice, "answer": options[1]}), kept) is None
    left = redacted(Question.model_validate({**choice, "answer": options[0]}), kept)
    assert left.options == ("One.", "Three.")
    assert redacted(Question.model_validate({**choice, "options": options[:2], "answer": "One."}), kept) is None
    short = Question.model_validate({**QUESTION, "type": "short", "answer": options[1]})
    assert redacted(short, kept) is None


def test_items_about_hidden_items_are_hidden_in_every_chapter(filled):
    plot = {
        "kind": "plot",
        "id": "plot",
        "title": "Plot",
        "parts": [{"id": "p", "title": "P", "spoiler": "ending", "scenes": [{"id": "s", "title": "S", "text": "S."}]}],
    }
    evidence = [
        {"id": "e", "scene": "s", "point": "He cannot say it."},
        {"point": "It rains. See [it](#e) too. They dig."},
    ]
    themes = {"kind": "themes", "id": "themes", "title": "Themes", "themes": [{**THEME, "evidence": evidence}]}
    chapters = tuple(KINDS[each["kind"]].model_validate(each) for each in (plot, themes))
    guide = type(filled)(filled.folder, filled.info, chapters, (), {})
    for named in ((), ("themes",)):
        edition = Edition(id="x", title="X", reveals="premise", chapters=named)
        assert hidden(guide, edition) == {"p", "s", "e"}
        (shown,) = select(guide, edition).chapters
        assert [each.point for each in shown.themes[0].evidence] == ["It rains. They dig."]
    assert hidden(guide, Edition(id="x", title="X")) == set()


def test_a_mark_that_numbers_verse_goes_with_the_last_line():
    verse = "A.\n\n{verse from=3}\n| See [it](#gone).\n"
    assert without_dangling(f"{verse}\nEnd.", {"x"}, "en", {"gone"}) == "A.\n\nEnd."
    assert without_dangling(f"{verse}| Two.", {"x"}, "en", {"gone"}) == "A.\n\n{verse from=4}\n| Two."


def test_lines_of_verse_keep_their_numbers_when_one_above_them_is_removed():
    verse = "A.\n\n{verse from=3 every=1}\n| One.\n| See [it](#gone).\n| Three.\n|\n| [x](#gone)\n| Five.\n\nEnd."
    left = without_dangling(verse, {"x"}, "en", {"gone"})
    printed = markdown.block(left, Shown())
    numbers = {line: re.search(r'data-line="(\d+)">' + line, printed) for line in ("One", "Three", "Five")}
    assert {line: found and found[1] for line, found in numbers.items()} == {"One": "3", "Three": "5", "Five": "7"}
    assert without_dangling("{verse from=9}\n| [x](#gone)\n| Two.", {"x"}, "en", {"gone"}) == "{verse from=10}\n| Two."
    quoted = "> {verse from=9}\n> | [x](#gone)\n> | Two."
    assert without_dangling(quoted, {"x"}, "en", {"gone"}) == "> {verse from=10}\n> | Two."
