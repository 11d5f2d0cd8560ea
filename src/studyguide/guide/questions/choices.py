"""Choices: multiple choice with one or several right options, and true or false."""

from collections.abc import Sequence

from studyguide.guide.items import Hideable
from studyguide.guide.questions.refusals import alike, refuse
from studyguide.guide.text_types import Inline


class Feedback(Hideable):
    """What to tell students who chose an option."""

    option: Inline
    """The option, word for word."""
    text: Inline
    """Why it is right or wrong, or where to look."""


def check(options: Sequence[str], answer: str | None, answers: Sequence[str]) -> None:
    """Refuse a choice without options, or without a right one among them."""
    if len(options) in {0, 1}:
        refuse("choice_without_options", "a choice question needs at least two options. Add them")
    if answer and answers:
        refuse("answer_and_answers", "a choice question has 'answer' or 'answers', not both. Take one of them out")
    if not answers and answer not in options:
        refuse("answer_not_an_option", "the answer must be one of the options; write it word for word")
    if len(answers) == 1:
        refuse("one_of_answers", "'answers' is for several right options. Write a single one as 'answer'")
    if any(each not in options for each in answers):
        refuse("answers_not_options", "each of the answers must be one of the options; write it word for word")
    if alike(answers):
        refuse("answers_alike", "two of the answers are the same. Take one out")


def check_options(options: Sequence[str]) -> None:
    """Refuse two options that are the same."""
    if alike(options):
        refuse("options_alike", "two of the options are the same. Change one, or take it out")


def check_truth(*, is_true: bool | None) -> None:
    """Refuse a statement that may be true or false."""
    if is_true is None:
        refuse("truth_not_given", "a true-false question needs 'is_true: true' or 'is_true: false'. Add it")


def check_feedback(options: Sequence[str], feedback: Sequence[Feedback]) -> None:
    """Refuse feedback on an option that does not exist, and on one option twice."""
    if any(each.option not in options for each in feedback):
        refuse("feedback_on_no_option", "feedback names an 'option' that there is not; write it word for word")
    if alike([each.option for each in feedback]):
        refuse("feedback_alike", "two entries of 'feedback' have the same option. Take one out")


def check_accepted(answer: str | None, accept: Sequence[str]) -> None:
    """Refuse the same right answer twice."""
    if alike([answer or "", *accept]):
        refuse("accepted_alike", "two of the right answers in 'answer' and 'accept' are the same. Take one out")
