"""Room for answers on the pages of an edition: if it says so, or if its guide is not written for worksheets."""

from dataclasses import replace
from pathlib import Path

import pytest

from studyguide.build.checked_guide import sound
from studyguide.editions.answer_space import answer_space
from studyguide.editions.select import find, select
from studyguide.guide.chapters import KINDS
from studyguide.guide.info import Edition
from studyguide.render import render
from studyguide.support import xhtml
from tests import sound_guides
from tests.editions.test_question_types_shown import guide, question

STUDENT = Edition(id="student", title="S")
TEACHER = Edition(id="teacher", title="T", audience="teacher")
PARTS = [{"question": "Which?", "lines": 3}]
ASKED = (
    question("short", answer="A."),
    question("discussion", lines=5),
    question("extract", extract="T.", parts=PARTS),
    question("comparison", compare=["w", "part"], aspects=["how it *ends*"]),
)
"""Questions with room: four lines that nobody asked for, five, three for a part, and a table."""

ACTIVITY = {"id": "act", "title": "Act", "phase": "after", "minutes": 5, "purpose": "Fun.", "steps": ["Do it."]}


def written(more, *editions):
    """A guide with these editions, whose first question has more fields, and which has an activity beside."""
    whole = guide({**ASKED[0], **more}, *ASKED[1:])
    return replace(whole, info=whole.info.model_copy(update={"editions": editions}))


def room(whole, edition):
    """How many lines and tables the pages of questions have."""
    (section,) = (each for each in render(select(whole, edition), edition).sections if each.id == "questions")
    root = xhtml.parse(section.body)
    return len(list(xhtml.with_class(root, "line"))), len(list(xhtml.with_class(root, "planning")))


@pytest.mark.parametrize("help_", [{"hints": ["Look."]}, {"starters": ["It is …"]}, {"challenge": "Why?"}])
def test_a_guide_that_is_written_for_worksheets_leaves_the_room_to_them(help_):
    assert room(written(help_, STUDENT), STUDENT) == (0, 0)
    asked = STUDENT.model_copy(update={"answer_space": "lines"})
    assert room(written(help_, asked), asked) == (12, 1)


@pytest.mark.parametrize("more", [{}, {"words": ["fire"]}, {"marks": 2}])
def test_any_other_guide_has_room_unless_an_edition_says_otherwise(more):
    assert room(written(more, STUDENT), STUDENT) == (12, 1)
    asked = STUDENT.model_copy(update={"answer_space": "none"})
    assert room(written(more, asked), asked) == (0, 0)


def test_without_a_table_the_aspects_of_a_comparison_are_a_line():
    asked = STUDENT.model_copy(update={"answer_space": "none"})
    section = render(select(written({}, asked), asked), asked).sections[1]
    (line,) = xhtml.with_class(xhtml.parse(section.body), "aspects")
    assert xhtml.text(line).endswith("One: how it ends")


def test_help_with_an_activity_counts_too():
    held = {"kind": "activities", "id": "activities", "title": "Do", "activities": [{**ACTIVITY, "hints": ["Look."]}]}
    activities = KINDS["activities"].model_validate(held)
    whole = written({}, STUDENT)
    assert answer_space(replace(whole, chapters=(*whole.chapters, activities)), STUDENT) == "none"


@pytest.mark.parametrize("own", ["lines", "none"])
def test_a_teacher_has_the_pages_of_the_class_unless_their_edition_says_otherwise(own):
    first = STUDENT.model_copy(update={"answer_space": own})
    whole = written({}, first, STUDENT.model_copy(update={"id": "other"}), TEACHER)
    assert room(whole, TEACHER) == room(whole, first)
    other = "none" if own == "lines" else "lines"
    apart = TEACHER.model_copy(update={"answer_space": other})
    assert room(whole, apart) != room(whole, first)


def test_a_chapter_may_have_no_room_in_any_edition():
    asked = STUDENT.model_copy(update={"answer_space": "lines"})
    whole = written({}, asked)
    chapters = tuple(
        each.model_copy(update={"answer_space": "none"}) if each.id == "questions" else each for each in whole.chapters
    )
    assert room(replace(whole, chapters=chapters), asked) == (0, 0)


def test_worksheets_keep_the_lines_that_questions_ask_for():
    whole = sound_guides.specimen()
    edition = find(whole, "student")
    (chapter,) = (each for each in select(whole, edition).chapters if each.kind == "questions")
    assert chapter.answer_space == "none"
    assert [each.lines for each in chapter.sets[0].questions] == [4, None, 3, None]


def test_the_flagship_rules_no_lines_for_students():
    whole = sound(Path(__file__).parents[2] / "guide")
    assert {answer_space(whole, each) for each in whole.info.editions} == {"none"}
