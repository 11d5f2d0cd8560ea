"""How many lines a label takes in the column beside the text, where it has no height of its own."""

from textwrap import wrap

from studyguide.support.templates import Markup

LETTERS = 19
"""On a line of the column, whatever the paper."""
MOST = 6
"""A longer label stands above what it belongs to."""


def label_lines(*labels: str, before: int = 0, letters: int = LETTERS) -> str:
    """The class for labels below one another, with lines `before` them: ``lines-1`` and so on, or ``lines-many``."""
    total = before + sum(_lines(Markup(label).striptags(), letters) for label in labels)
    return f"lines-{total}" if total <= MOST else "lines-many"


def _lines(words: str, letters: int) -> int:
    """At least as many as the letters would fill; more where words do not divide well."""
    return max(1 + len(words) // letters, len(wrap(words, letters + 1)))
