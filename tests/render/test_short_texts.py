"""Texts that share a line in print: options in columns, answers on one line, and facts in a margin."""

import pytest

from studyguide.guide.chapters.questions import Question
from studyguide.render.label_lines import facts_lines, remark_room
from studyguide.render.short_texts import HALF, LINE, QUARTER, columns, is_one_line


@pytest.mark.parametrize(
    ("longest", "expected"),
    [(1, "in-four"), (QUARTER, "in-four"), (QUARTER + 1, "in-two"), (HALF, "in-two"), (HALF + 1, "")],
)
@pytest.mark.parametrize("count", [2, 3, 4, 5, 26])
def test_the_longest_option_decides(longest, expected, count):
    assert columns(["x"] * (count - 1) + ["y" * longest]).strip() == expected


def test_markup_takes_no_room():
    assert columns(["a", f"*{'b' * QUARTER}*", "[c](#an-id-that-is-long)"]).strip() == "in-four"


def question(kind, **more):
    return Question.model_validate({"id": "q", "type": kind, "question": "Q?", "phase": "after", **more})


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (question("short", answer="x" * LINE), True),
        (question("short", answer="x" * (LINE + 1)), False),
        (question("true-false", is_true=False), True),
        (question("choice", options=["a", "b" * 90], answer="a"), True),
        (question("choice", options=["a", "b" * 90], answer="b" * 90), False),
        (question("choice", options=["a", "b", "c"], answers=["a", "b"]), False),
        (question("gap", gapped="A {word}."), False),
        (question("ordering", order=["A", "B"]), False),
        (question("extract", extract="T.", parts=[{"question": "Q?", "answer": "A"}]), False),
        (question("discussion"), False),
    ],
)
def test_one_right_answer_that_is_short_is_a_line(asked, expected):
    assert is_one_line(asked) == expected


def test_facts_that_a_margin_cannot_hold_stay_in_the_text():
    found = [facts_lines("word " * count, page=False) for count in range(1, 60)]
    assert found[0] == "facts-1"
    assert found[-1] == "facts-many"
    assert list(dict.fromkeys(found)) == [*(f"facts-{lines}" for lines in range(1, 6)), "facts-many"]
    assert facts_lines("Remember · plot · Answer", page=True) == "facts-2"


@pytest.mark.parametrize(
    ("label", "marks", "expected"),
    [
        ("Scene 1", 0, " with-remark aside-2"),
        ("Part 2, scene 1", 2, " with-remark aside-2"),
        ("Part 2, scene 1", 3, " with-remark aside-2 label-2"),
        ("Part 2, scene 1", 20, ""),
    ],
)
def test_a_remark_is_below_its_label_however_many_letters_are_beside_it(label, marks, expected):
    assert remark_room("A text.", "A remark.", label, marks) == expected
