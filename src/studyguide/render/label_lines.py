"""The number of lines of a label in the column beside the text, where it has no height of its own."""

from math import ceil
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


ASIDE = 25
"""The letters of a remark that fit on a line of the margin, on any paper."""
HEAD = 20
"""The letters of a label that fit above it, which are larger."""
BOX = 2.5
"""The letters that are as wide as one in a box."""
MOST_ABOVE = 2
"""The most lines of a label above a remark."""
ROOMS = (2, 3, 4, 5, 6, 8, 10, 12)
"""The lines that an entry can keep free in the margin."""
LONGEST = 3000
"""The most characters of an entry with a remark in the margin: a longer one may be divided, and would part from it."""


def remark_room(text: str, remark: str | None, label: str = "", marks: int = 0) -> str:
    """The classes of an entry whose remark is in the margin, with the lines it needs; empty if it stays in the text.

    Above the remark is a label with so many `marks`, letters in boxes; if both fill two lines, it is ``label-2``.
    """
    above = ceil((len(label) + BOX * marks) / HEAD)
    if not remark or len(text) > LONGEST or "[^" in remark or above > MOST_ABOVE:
        return ""
    lines = _lines(Markup(remark).striptags(), ASIDE) + (above == MOST_ABOVE)
    lower = " label-2" if above == MOST_ABOVE else ""
    return next((f" with-remark aside-{room}{lower}" for room in ROOMS if lines <= room), "")


MOST_FACTS = 5
"""The most lines of facts in the margin beside a question."""
PAGE = " (p. 100)"
"""A reference to a page, which is longer in print."""


def facts_lines(facts: str, *, page: bool) -> str:
    """The class of a question with facts in the margin, and maybe a page: ``facts-1`` and so on, or ``facts-many``."""
    lines = _lines(facts + PAGE * page, ASIDE)
    return f"facts-{lines}" if lines <= MOST_FACTS else "facts-many"
