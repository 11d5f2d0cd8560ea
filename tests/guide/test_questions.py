"""Questions: what one must have, in which order they are counted, and which answers there are to print."""

import pytest
from pydantic import ValidationError

from studyguide.editions.select import Edition
from studyguide.guide.chapters.questions import Question, Questions

LEVEL = {"bloom": "apply", "dok": 1}


def question(name="q", kind="discussion", **more):
    return {"id": name, "type": kind, "question": "Q?", "phase": "after", "level": LEVEL, **more}


def chapter(*sets, **more):
    asked = [{"id": f"set-{n}", "title": "S", "questions": list(each)} for n, each in enumerate(sets)]
    return Questions.model_validate({"kind": "questions", "id": "questions", "title": "Q", "sets": asked, **more})


def letters(count):
    return [f"Option {number}" for number in range(count)]


@pytest.mark.parametrize(
    ("asked", "fault", "message"),
    [
        (question(kind="choice", answer="A"), "choice_without_options", "at least two options"),
        (question(kind="choice", options=["A"], answer="A"), "choice_without_options", "at least two options"),
        (question(kind="choice", options=["A", "B"]), "answer_not_an_option", "one of the options"),
        (question(kind="choice", options=["A", "B"], answer="C"), "answer_not_an_option", "one of the options"),
        (question(kind="choice", options=["A b", "a  B", "C"], answer="C"), "options_alike", "are the same"),
        (question(kind="short"), "short_without_answer", "needs an 'answer'"),
        (question(options=["A", "B"]), "options_without_choice", "only a question of the type 'choice'"),
        (question(kind="choice", options=letters(27), answer="Option 3"), "too_long", "26"),
        (question(level={"bloom": "apply", "dok": 0}), "greater_than_equal", "1"),
        (question(level={"bloom": "apply", "dok": 5}), "less_than_equal", "4"),
        (question(number=0), "greater_than_equal", "1"),
    ],
)
def test_a_question_that_cannot_be_right_is_refused(asked, fault, message):
    with pytest.raises(ValidationError) as caught:
        Question.model_validate(asked)
    (error,) = caught.value.errors()
    assert error["type"] == fault
    assert message in error["msg"]


@pytest.mark.parametrize(
    "asked",
    [
        question(kind="choice", options=letters(26), answer="Option 25"),
        question(kind="choice", options=["A", "B"], answer="B"),
        question(kind="short", answer="A."),
        question(kind="essay", number=1, level={"bloom": "create", "dok": 4}),
    ],
)
def test_a_question_that_can_be_right_is_taken(asked):
    assert Question.model_validate(asked).model_dump(exclude_unset=True, mode="json") == asked


@pytest.mark.parametrize("sets", [(), ([],)])
def test_a_chapter_and_a_set_have_a_question(sets):
    with pytest.raises(ValidationError) as caught:
        chapter(*sets)
    assert {error["type"] for error in caught.value.errors()} == {"too_short"}


def test_questions_are_counted_through_all_sets_unless_they_have_numbers():
    asked = chapter([question("a"), question("b", number=9)], [question("c")], [question("d"), question("e")])
    for audience in ("student", "teacher"):
        shown = asked.for_edition(Edition(id="e", title="E", audience=audience))
        assert [q.number for each in shown.sets for q in each.questions] == [1, 9, 3, 4, 5]


@pytest.mark.parametrize("more", [{"answer": "A."}, {"points": ["P."]}])
def test_a_teacher_has_answers_where_there_are_answers_or_points(more):
    teacher = Edition(id="t", title="T", audience="teacher", answers="none")
    assert chapter([question(**more)]).for_edition(teacher).answered == "all"
    assert chapter([question(evidence="E.")]).for_edition(teacher).answered == "none"


def test_a_chapter_that_is_of_no_edition_yet_has_no_notes():
    assert chapter([question(answer="A.")]).back_matter == ("answers",)
    assert chapter([question()]).back_matter == ()
