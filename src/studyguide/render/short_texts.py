"""Texts that are short enough to share a line in print: options of a quiz, and right answers."""

from collections.abc import Sequence

from studyguide import markdown
from studyguide.guide.questions.question import Question
from studyguide.languages import conventions
from studyguide.languages.labels import Labels
from studyguide.support import line_ends

QUARTER = 12
"""The most characters of an option in a quarter of a line, on any paper, beside its letter; wide ones count twice."""
HALF = 30
"""The same in half of a line."""
LINE = 54
"""The most characters of an answer on one line, with its letter and the page of its question."""


def columns(options: Sequence[str]) -> str:
    """The class of a list of options: ``in-four`` or ``in-two`` columns; empty for one column."""
    longest = max(map(_length, options), default=0)
    return " in-four" if longest <= QUARTER else " in-two" if longest <= HALF else ""


def is_one_line(question: Question) -> bool:
    """Whether the right answer of a question, which is all that is printed of it, fits on one line."""
    if question.is_true is not None:
        return True
    right = question.right_options if question.options else (question.answer,)
    return len(right) == 1 and right[0] is not None and _length(right[0]) <= LINE


def _length(text: str) -> int:
    return line_ends.columns(markdown.plain(text))


def first_letter(word: str, labels: Labels) -> str:
    """The letter that a word begins with, as a hint; empty if it would be the whole word, such as 門.

    An article would tell nothing: the hint at *the loom* is an l.
    """
    word = conventions.sorted_without(labels).sub("", word)
    letters = [sign for sign in word if sign.isalnum()]
    return word[0] if letters[1:] else ""
