"""Questions of every type: what students and teachers see of them, and what is left if a part is hidden."""

from pathlib import Path

import pytest

from studyguide.editions.redact import Kept, redacted
from studyguide.editions.select import select
from studyguide.guide.chapters import KINDS
from studyguide.guide.chapters.questions import Question
from studyguide.guide.info import Edition, GuideInfo
from studyguide.guide.items import Spoiler
from studyguide.guide.questions.types import OWN
from studyguide.render import render
from studyguide.support import xhtml
from tests.anywhere import placed
from tests.editions.test_printed_words import INFO

STUDENT = Edition(id="student", title="S", answers="none")
QUIZZED = Edition(id="quizzed", title="Q", answers="quiz")
TEACHER = Edition(id="teacher", title="T", audience="teacher")
SECRET = {"spoiler": "ending"}
PAIRS = [{"left": "Ann", "right": "rightone"}, {"left": "Ben", "right": "righttwo"}, {"left": "Cem", "right": "third"}]


def question(kind, **more):
    return {"id": f"q-{kind}", "type": kind, "question": "Q?", "phase": "after", "about": ["part"], **more}


def scheme(spoiler="safe"):
    points = [{"text": "pointone", "marks": 1}, {"text": "pointtwo", "marks": 1, "spoiler": spoiler}]
    return {"scheme": {"points": points}, "samples": [{"level": "Top", "marks": 2, "text": "samplewords"}]}


TOLD = {
    "choice": (question("choice", options=["A", "B", "C"], answers=["A", "C"]), ["A. A", "C. C"]),
    "true-false": (question("true-false", is_true=False), ["False"]),
    "matching": (question("matching", pairs=PAIRS), ["Ann – rightone", "1 C"]),
    "ordering": (question("ordering", order=["Cut", "Aim", "Bat"]), ["C, A, B"]),
    "gap": (question("gap", gapped="The {gapword|otherword} ends."), ["gapword / otherword"]),
    "extract": (
        question("extract", extract="T.", parts=[{"question": "Which?", "answer": "partword", "marks": 2, **scheme()}]),
        ["partword", "pointone", "samplewords"],
    ),
    "essay": (question("essay", marks=2, **scheme()), ["pointtwo", "Sample answer, Top: 2 of 2 marks", "samplewords"]),
    "comparison": (question("comparison", compare=["w", "part"], points=["pointword"]), ["pointword"]),
}
"""A question of each type, and what is said of its answer and of nothing else."""


def guide(*questions):
    plot = {"kind": "plot", "id": "plot", "title": "P", "parts": [{"id": "part", "title": "One", "scenes": [SCENE]}]}
    sets = [{"id": "set", "title": "S", "questions": list(questions)}]
    chapters = [plot, {"kind": "questions", "id": "questions", "title": "Q", "sets": sets}]
    made = [KINDS[each["kind"]].model_validate(each) for each in chapters]
    info = GuideInfo.model_validate({**INFO, "chapters": ["plot", "questions"]})
    works = (info.works[0].model_copy(update={"id": "w"}),)
    return placed(
        Path("guide"), info.model_copy(update={"editions": (STUDENT, QUIZZED, TEACHER), "works": works}), made, []
    )


SCENE = {"id": "scene", "title": "A", "text": "A."}


def said(whole, edition):
    """The words of each section about questions, with single spaces."""
    sections = render(select(whole, edition), edition).sections
    return {section.id: " ".join(_words(section.body).split()) for section in sections if section.id != "plot"}


def _words(body):
    return xhtml.text(xhtml.parse(body))


@pytest.mark.parametrize("kind", TOLD)
def test_a_student_reads_the_question_and_a_teacher_its_answer(kind):
    asked, answer = TOLD[kind]
    student, teacher = said(guide(asked), STUDENT), said(guide(asked), TEACHER)
    assert student.keys() == {"questions"}
    assert [text for text in answer if text in student["questions"]] == []
    back = teacher["questions--answers"] if "questions--answers" in teacher else teacher["questions--notes"]
    assert [text for text in answer if text not in back] == []


@pytest.mark.parametrize("kind", TOLD)
def test_a_quiz_edition_prints_right_answers_and_no_schemes(kind):
    asked, answer = TOLD[kind]
    printed = said(guide(asked), QUIZZED).get("questions--answers", "")
    is_quiz = Question.model_validate(asked).is_quiz
    assert [text for text in answer if text in printed] == (answer if is_quiz else [])


def left(asked, **limits):
    return redacted(Question.model_validate(asked), Kept(Spoiler.SAFE, **limits))


def test_a_hidden_pair_goes_with_its_match():
    asked = question("matching", pairs=[*PAIRS[:2], {**PAIRS[2], **SECRET}])
    assert left(asked).matches == ("righttwo", "rightone")
    assert left(question("matching", pairs=[PAIRS[0], {**PAIRS[1], **SECRET}])) is None


def test_a_hidden_option_goes_and_a_hidden_right_one_takes_the_question():
    hidden = {"hidden": {"ann"}, "ids": {"here"}}
    options = ["One.", "[Ann](#ann) does.", "Two."]
    assert left(question("choice", options=options, answer="One."), **hidden).options == ("One.", "Two.")
    assert left(question("choice", options=options, answer=options[1]), **hidden) is None
    assert left(question("choice", options=options, answers=options[:2]), **hidden) is None


def test_a_hidden_step_a_hidden_gap_and_a_hidden_part_go():
    hidden = {"hidden": {"ann"}, "ids": {"here"}}
    steps = question("ordering", order=["Cut.", "[Ann](#ann) aims.", "Bat."])
    assert left(steps, **hidden).order == ("Cut.", "Bat.")
    gapped = question("gap", gapped="One {word} here. [Ann](#ann) has {two}.")
    assert left(gapped, **hidden).gap_words == (("word",),)
    assert left(question("gap", gapped="Here. [Ann](#ann) has {two}."), **hidden) is None
    parts = [{"question": "Safe?"}, {"question": "Secret?", **SECRET}]
    assert [part.question for part in left(question("extract", extract="T.", parts=parts)).parts] == ["Safe?"]
    assert left(question("extract", extract="T.", parts=parts[1:])) is None


def test_a_scheme_that_lost_a_point_goes_and_the_question_stays():
    asked = question("essay", marks=2, **scheme(spoiler="ending"))
    assert left(asked).scheme is None
    assert left(asked).samples
    more = {"text": "Third", "marks": 1}
    asked["scheme"]["points"].append(more)
    assert [point.text for point in left(asked).scheme.points] == ["pointone", "Third"]
    assert left(question("essay", marks=2, samples=[{"level": "A", "marks": 1, "text": "T.", **SECRET}])).samples == ()


def test_a_comparison_needs_two_that_are_there_and_works_are_never_hidden():
    asked = question("comparison", compare=["w", "here", "gone"])
    assert left(asked, ids={"here"}, works={"w"}).compare == ("w", "here")
    assert left(question("comparison", compare=["w", "gone"]), ids={"here"}, works={"w"}) is None


def test_there_is_an_example_of_each_type_with_fields_of_its_own():
    assert {*OWN.values()} - TOLD.keys() == set()
