"""The number of lines of a label in the column beside the text, where it has no height of its own."""

from textwrap import wrap

from studyguide.support.templates import Markup

LETTERS = 19
"""The letters that fit on a line of the column, on any paper."""
MOST = 6
"""A longer label is above its text."""


def label_lines(*labels: str, before: int = 0, letters: int = LETTERS) -> str:
    """The class for labels below one another, with lines `before` them: ``lines-1`` and so on, or ``lines-many``."""
    total = before + sum(_lines(Markup(label).striptags(), letters) for label in labels)
    return f"lines-{total}" if total <= MOST else "lines-many"


def _lines(words: str, letters: int) -> int:
    """At least as many as the letters fill; more if words divide badly."""
    return max(1 + len(words) // letters, len(wrap(words, letters + 1)))
