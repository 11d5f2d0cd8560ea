"""Types of questions: what each type needs, what it refuses, and in which order it is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from studyguide.guide.chapters.questions import Question, Questions
from studyguide.guide.questions import gaps, printed_order
from studyguide.guide.questions.pairs import Pair
from studyguide.guide.questions.refusals import FIELDS

PAIRS = [{"left": "Ann", "right": "a doctor"}, {"left": "Ben", "right": "a nurse"}]
PARTS = [{"question": "Why?", "marks": 2}]
LEVELS = [
    {"level": "Low", "from": 0, "to": 3, "descriptor": "tells"},
    {"level": "High", "from": 4, "to": 8, "descriptor": "weighs"},
]
TEXTS = st.lists(st.text("abc dé*", min_size=1).filter(str.strip), min_size=2, max_size=6, unique=True)


def question(kind, **more):
    return {"id": "q", "type": kind, "question": "Q?", "phase": "after", **more}


def scheme(marks=8, samples=(), **more):
    return question("essay", marks=marks, scheme=more, samples=list(samples))


SOUND = {
    "choice": question("choice", options=["A", "B"], answer="A"),
    "several": question("choice", options=["A", "B", "C"], answers=["A", "C"]),
    "true-false": question("true-false", is_true="false"),
    "matching": question("matching", pairs=PAIRS, distractors=["a cook"]),
    "ordering": question("ordering", order=["Up", "Down"]),
    "gap": question("gap", gapped="A {b} c."),
    "extract": question("extract", extract="Text.", source="Here", parts=PARTS),
    "comparison": question("comparison", compare=["novel", "film"], aspects=["voice"]),
    "points": scheme(3, points=[{"text": "T", "marks": 2}, {"text": "U"}, {"text": "V"}]),
    "levels": scheme(levels=LEVELS, objectives=[{"code": "AO1", "marks": 8}]),
    "bloom": question("essay", level={"bloom": "apply"}),
    "feedback": question(
        "choice", options=["A", "B"], answer="A", feedback=[{"option": "B", "text": "No."}], shuffle="no"
    ),
    "accept": question("short", answer="A", accept=["B", "C"]),
    "words": question("essay", word_limit={"from": 300, "to": 300}),
    "least": question("discussion", word_limit={"from": 300}),
    "picture": question("choice", options=["A", "B"], answer="A", picture={"file": "images/a.svg", "alt": "A lamp."}),
    "pictures to choose": question(
        "choice", options=[f"![{name}](images/a.png)" for name in "AB"], answer="![A](images/a.png)"
    ),
    "depth": question("essay", level={"dok": 2}),
}

REFUSED = [
    (question("essay", options=["A", "B"]), "options_without_choice"),
    (question("essay", answers=["A"]), "answers_without_choice"),
    (question("essay", is_true=True), "is_true_without_true-false"),
    (question("essay", is_true=False), "is_true_without_true-false"),
    (question("essay", pairs=PAIRS), "pairs_without_matching"),
    (question("essay", distractors=["A"]), "distractors_without_matching"),
    (question("essay", order=["A"]), "order_without_ordering"),
    (question("essay", gapped="{a}"), "gapped_without_gap"),
    (question("essay", extract="A"), "extract_without_extract"),
    (question("essay", extract_lang="fr"), "extract_lang_without_extract"),
    (question("essay", source="A"), "source_without_extract"),
    (question("essay", parts=PARTS), "parts_without_extract"),
    (question("essay", compare=["a", "b"]), "compare_without_comparison"),
    (question("essay", aspects=["a"]), "aspects_without_comparison"),
    (question("essay", feedback=[{"option": "B", "text": "No."}]), "feedback_without_choice"),
    (question("essay", shuffle=False), "shuffle_without_choice"),
    (question("essay", accept=["A"]), "accept_without_short"),
    (SOUND["feedback"] | {"feedback": [{"option": "C", "text": "No."}]}, "feedback_on_no_option"),
    (SOUND["feedback"] | {"feedback": [{"option": "B", "text": text} for text in "XY"]}, "feedback_alike"),
    (SOUND["accept"] | {"accept": ["B", " a"]}, "accepted_alike"),
    (SOUND["extract"] | {"parts": [{"question": "Q", "accept": ["A"]}]}, "accept_without_answer"),
    (SOUND["extract"] | {"parts": [{"question": "Q", "answer": "A", "accept": ["A"]}]}, "accepted_alike"),
    (SOUND["choice"] | {"word_limit": {"to": 9}}, "word_limit_of_no_text"),
    (question("essay", word_limit={}), "limit_of_nothing"),
    (question("essay", word_limit={"from": 2, "to": 1}), "limit_reversed"),
    *((SOUND[kind] | {"answer": "A"}, "answer_told_twice") for kind in ("true-false", "matching", "gap", "extract")),
    (question("essay", level={}), "level_of_nothing"),
    (question("choice", options=["A", "B"], answer="A", answers=["A", "B"]), "answer_and_answers"),
    (question("choice", options=["A", "B"], answers=["A"]), "one_of_answers"),
    (question("choice", options=["A", "B"], answers=["A", "C"]), "answers_not_options"),
    (question("choice", options=["A", "B"], answers=["A", "A"]), "answers_alike"),
    (question("true-false"), "truth_not_given"),
    (question("matching", pairs=PAIRS[:1]), "too_few_pairs"),
    (question("matching", pairs=[PAIRS[0], {**PAIRS[1], "left": " ann"}]), "pairs_alike"),
    (question("matching", pairs=[PAIRS[0], {**PAIRS[1], "right": "A  doctor"}]), "pairs_alike"),
    (question("matching", pairs=PAIRS, distractors=["A nurse"]), "distractors_alike"),
    (question("matching", pairs=PAIRS, distractors=[str(n) for n in range(25)]), "too_many_pairs"),
    (question("ordering", order=["Up"]), "too_few_steps"),
    (question("ordering", order=["Up", "up"]), "steps_alike"),
    (question("gap"), "gap_without_text"),
    (question("gap", gapped="A {b c."), "unbalanced_braces"),
    (question("gap", gapped="A {b {c} d} e."), "unbalanced_braces"),
    (question("gap", gapped="A b} {c}."), "unbalanced_braces"),
    (question("gap", gapped=r"A \{b\} c."), "text_without_gaps"),
    (question("gap", gapped="A {} c."), "empty_gap"),
    (question("gap", gapped="A {b| } c."), "empty_gap"),
    (SOUND["accept"] | {"answer": "![A](images/a.png)"}, "picture_in_answer"),
    (SOUND["accept"] | {"accept": ["or ![A](images/a.png)"]}, "picture_in_answer"),
    (SOUND["extract"] | {"parts": [{"question": "Q", "answer": "![A](images/a.png)"}]}, "picture_in_answer"),
    (question("gap", gapped="A {![b](images/b.png)} c."), "picture_in_gapped"),
    (question("gap", gapped="A {b} c ![d](images/d.png)."), "picture_in_gapped"),
    (question("extract", parts=PARTS), "extract_without_text"),
    (question("extract", extract="A"), "extract_without_parts"),
    (SOUND["extract"] | {"marks": 2}, "marks_beside_parts"),
    (question("comparison", compare=["novel"]), "too_few_to_compare"),
    (scheme(), "scheme_of_one_sort"),
    (scheme(points=[{"text": "T", "marks": 8}], levels=LEVELS), "scheme_of_one_sort"),
    (scheme(levels=[LEVELS[0], {**LEVELS[1], "from": 3}]), "levels_overlap"),
    (scheme(levels=[{**LEVELS[1], "from": 5}, LEVELS[0]]), "levels_with_gap"),
    (scheme(levels=[LEVELS[0], {**LEVELS[1], "from": 9}]), "level_reversed"),
    (scheme(None, levels=LEVELS), "scheme_without_marks"),
    (scheme(samples=[{"level": "A", "marks": 9, "text": "T."}], levels=LEVELS), "sample_above_marks"),
    (scheme(points=[{"text": "T", "marks": 7}]), "points_below_marks"),
    (scheme(9, levels=LEVELS), "levels_beside_marks"),
    (scheme(levels=LEVELS, objectives=[{"code": "AO1", "marks": 7}]), "objectives_beside_marks"),
]
EXAM = {"title": "Paper", "minutes": 45}


def chapter(asked, **more):
    sets = [{"id": "set", "title": "S", "questions": [asked], **more.pop("of_set", {})}]
    return {"kind": "questions", "id": "questions", "title": "Q", "sets": sets, **more}


CHAPTERS = [
    (chapter(question("essay"), of_set={"exam": True}, exam=EXAM), "exam_without_marks"),
    (chapter(question("essay", marks=1), exam=EXAM), "exam_without_sets"),
    (chapter(question("essay", marks=1), of_set={"exam": True}), "sets_without_exam"),
]


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_question_is_taken(name):
    assert Question.model_validate(SOUND[name])


@pytest.mark.parametrize(("asked", "fault"), REFUSED)
def test_a_question_that_cannot_be_right_says_why(asked, fault):
    with pytest.raises(ValidationError) as caught:
        Question.model_validate(asked)
    (error,) = caught.value.errors()
    assert error["type"] == fault
    assert FIELDS[fault] in {"type", "points", "levels", *Question.model_fields}


@pytest.mark.parametrize(("written", "fault"), CHAPTERS)
def test_an_exam_has_sets_and_every_question_in_it_has_marks(written, fault):
    with pytest.raises(ValidationError) as caught:
        Questions.model_validate(written)
    assert fault in [error["type"] for error in caught.value.errors()]


def test_every_refusal_was_met():
    assert {fault for _, fault in REFUSED + CHAPTERS} == set(FIELDS)


@given(TEXTS)
def test_steps_and_matches_are_never_printed_in_the_right_order(texts):
    assert sorted(printed_order.steps(texts)) == sorted(texts)
    assert printed_order.steps(texts) != tuple(texts)
    paired = [Pair(left=f"L{number}", right=text) for number, text in enumerate(texts)]
    rights = [pair.right for pair in paired]
    for more in ((), ["zz"], ["  "]):
        assert [text for text in printed_order.matches(paired, more) if text in rights] != rights


def test_right_places_follow_the_printed_order():
    def places(name):
        return Question.model_validate(SOUND[name]).right_places

    assert places("choice") == (0,)
    assert places("several") == (0, 2)
    assert places("ordering") == (1, 0)
    assert Question.model_validate(SOUND["matching"]).matches == ("a nurse", "a doctor", "a cook")
    assert places("matching") == (1, 0)


@pytest.mark.parametrize(
    ("text", "words", "around"),
    [
        ("A {b} c.", (("b",),), "A _ c."),
        ("{a|b | c}{d}", (("a", "b", "c"), ("d",)), "__"),
        (r"\{a\} {b\|c|\}}", ((r"b\|c", r"\}"),), r"\{a\} _"),
        (r"\\{a}", (("a",),), r"\\_"),
    ],
)
def test_gaps_are_found_with_their_right_words(text, words, around):
    gaps.check(text)
    assert tuple(gap.words for gap in gaps.gaps(text)) == words
    assert gaps.with_blanks(text, "_") == around
