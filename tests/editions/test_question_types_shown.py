"""Questions of every type: what students and teachers see of them, and what is left if a part is hidden."""

from dataclasses import replace
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
ALL = Edition(id="all", title="A", answers="all")
TEACHER = Edition(id="teacher", title="T", audience="teacher")
SECRET = {"spoiler": "ending"}
PAIRS = [{"left": "Ann", "right": "rightone"}, {"left": "Ben", "right": "righttwo"}, {"left": "Cem", "right": "third"}]


def question(kind, **more):
    return {"id": f"q-{kind}", "type": kind, "question": "Q?", "phase": "after", "about": ["part"], **more}


def scheme(spoiler="safe"):
    points = [{"text": "pointone", "marks": 1}, {"text": "pointtwo", "marks": 1, "spoiler": spoiler}]
    return {"scheme": {"points": points}, "samples": [{"level": "Top", "marks": 2, "text": "samplewords"}]}


TOLD = {
    "choice": (
        question("choice", options=["A", "B", "C"], answers=["A", "C"], feedback=[{"option": "B", "text": "feedtext"}]),
        ["A. A", "C. C", "feedtext"],
    ),
    "short": (question("short", answer="shortword", accept=["otherright"]), ["shortword", "Also right: otherright"]),
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


MARKED = {"choice": "0 2", "true-false": "1", "matching": "2 1 0", "ordering": "2 0 1", "gap": "gapword,otherword"}
"""What a script can mark each type by: places, or the words of its gaps."""


def marked(whole, edition):
    """What the printed answer to the only question says of what is right, in any section."""
    bodies = [xhtml.parse(section.body) for section in render(select(whole, edition), edition).sections]
    found = [element for root in bodies for element in root.iter() if element.get("data-right") is not None]
    words = [xhtml.text(word) for root in bodies for word in xhtml.with_class(root, "right-word")]
    assert all("answer" in xhtml.classes(element) for element in found), "a question says it"
    return ",".join([*(element.get("data-right") for element in found), *words])


@pytest.mark.parametrize("edition", [STUDENT, QUIZZED, ALL, TEACHER], ids=lambda each: each.id)
@pytest.mark.parametrize("kind", TOLD)
def test_only_answers_that_are_printed_at_the_back_can_be_marked(kind, edition):
    whole = guide(TOLD[kind][0])
    editions = {"student": STUDENT, "quizzed": QUIZZED}.get(edition.id, ALL)
    info = whole.info.model_copy(update={"editions": (editions, TEACHER)})
    printed = editions is not STUDENT
    assert marked(replace(whole, info=info), edition) == (MARKED.get(kind, "") if printed else "")


def test_a_teacher_whose_class_has_no_answers_has_them_in_notes_where_nothing_is_marked():
    assert marked(guide(TOLD["choice"][0]), TEACHER) == ""


@pytest.mark.parametrize("edition", [STUDENT, QUIZZED, ALL], ids=lambda each: each.id)
def test_students_read_neither_phase_nor_depth_and_teachers_read_them_behind_the_shared_pages(edition):
    level = {"bloom": "apply", "dok": 3}
    whole = guide(*(asked | {"level": level, "strand": "plot"} for asked, _ in TOLD.values()))
    whole = replace(whole, info=whole.info.model_copy(update={"editions": (edition, TEACHER)}))
    student, teacher = said(whole, edition), said(whole, TEACHER)
    assert [word for word in ("DOK", "After", "after") for text in student.values() if word in text] == []
    assert student["questions"].count("Apply · plot") == len(TOLD)
    assert teacher["questions"] == student["questions"]
    assert teacher["questions--notes"].count("After viewing · Apply · Depth of Knowledge 3 · plot") == len(TOLD)


def test_facts_are_those_there_are():
    plain, deep, subject = (question("discussion", **more) for more in ({}, {"level": {"dok": 2}}, {"strand": "plot"}))
    for asked, facts in ((plain, []), (deep, []), (subject, ["plot"])):
        section = render(select(guide(asked), STUDENT), STUDENT).sections[1]
        assert [xhtml.text(line) for line in xhtml.with_class(xhtml.parse(section.body), "meta")] == facts


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
