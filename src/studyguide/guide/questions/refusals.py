"""Refusals: how the checks of questions say what is wrong, and at which field."""

from collections.abc import Iterable, Mapping

from pydantic_core import PydanticCustomError

FIELDS: Mapping[str, str] = {
    "options_without_choice": "options",
    "answers_without_choice": "answers",
    "feedback_without_choice": "feedback",
    "shuffle_without_choice": "shuffle",
    "accept_without_short": "accept",
    "is_true_without_true-false": "is_true",
    "pairs_without_matching": "pairs",
    "distractors_without_matching": "distractors",
    "order_without_ordering": "order",
    "gapped_without_gap": "gapped",
    "extract_without_extract": "extract",
    "extract_lang_without_extract": "extract_lang",
    "source_without_extract": "source",
    "parts_without_extract": "parts",
    "compare_without_comparison": "compare",
    "aspects_without_comparison": "aspects",
    "answer_told_twice": "answer",
    "level_of_nothing": "level",
    "answer_and_answers": "answers",
    "one_of_answers": "answers",
    "answers_not_options": "answers",
    "answers_alike": "answers",
    "feedback_on_no_option": "feedback",
    "feedback_alike": "feedback",
    "accepted_alike": "accept",
    "accept_without_answer": "accept",
    "picture_in_answer": "answer",
    "picture_in_gapped": "gapped",
    "word_limit_of_no_text": "word_limit",
    "limit_of_nothing": "word_limit",
    "limit_reversed": "word_limit",
    "truth_not_given": "type",
    "too_few_pairs": "pairs",
    "pairs_alike": "pairs",
    "too_many_pairs": "pairs",
    "distractors_alike": "distractors",
    "too_few_steps": "order",
    "steps_alike": "order",
    "gap_without_text": "type",
    "unbalanced_braces": "gapped",
    "text_without_gaps": "gapped",
    "empty_gap": "gapped",
    "extract_without_text": "type",
    "extract_without_parts": "type",
    "marks_beside_parts": "marks",
    "too_few_to_compare": "compare",
    "scheme_of_one_sort": "points",
    "levels_overlap": "levels",
    "levels_with_gap": "levels",
    "level_reversed": "levels",
    "scheme_without_marks": "scheme",
    "sample_above_marks": "samples",
    "points_below_marks": "scheme",
    "levels_beside_marks": "scheme",
    "objectives_beside_marks": "scheme",
    "exam_without_marks": "exam",
    "exam_without_sets": "exam",
    "sets_without_exam": "sets",
}
"""For each of these errors about a question as a whole, the field to point at, if it is there."""


def refuse(code: str, message: str) -> None:
    """Raise the error `code`; the message has no full stop, and says what to do."""
    raise PydanticCustomError(code, message)


def alike(texts: Iterable[str]) -> bool:
    """Whether two texts are the same apart from capitals and spaces."""
    found = [" ".join(text.casefold().split()) for text in texts if text]
    return len(set(found)) < len(found)
