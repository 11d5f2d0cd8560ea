"""Cards to cut out: how they lie on paper, so that fronts and backs meet, and what fits on one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from studyguide import markdown
from studyguide.guide.items import Item
from studyguide.render.diagrams import text_width

COLUMNS, ROWS = 2, 4

SMALLEST = 7.0
"""Points: the smallest letters on a card (`formats.pdf.fit.shrink`)."""
LARGE = 1.5 * SMALLEST
"""The same for the large letters of a word."""
WIDTH, HEIGHT = 190.0, 138.0
"""The size of a card's text area in points; the width is reduced by a tenth, for letter spacing."""
LEADING = 1.5

Face: TypeAlias = list[tuple[str, float]]
"""The paragraphs on one side of a card, each with the size of its letters, as the template sets them."""


@dataclass(frozen=True)
class Card:
    """One card: its number, its item, and the side of the paper it is on."""

    number: int
    item: Item


Rows: TypeAlias = list[list[Card | None]]


def leaves(cards: Sequence[Card]) -> list[tuple[Rows, Rows]]:
    """Rows of fronts and of backs for each leaf of paper; backs run from right to left, because the leaf is turned."""
    size = COLUMNS * ROWS
    found = []
    for start in range(0, len(cards), size):
        held: list[Card | None] = [*cards[start : start + size]]
        held += [None] * (size - len(held))
        rows = [held[row : row + COLUMNS] for row in range(0, size, COLUMNS)]
        found.append((rows, [row[::-1] for row in rows]))
    return found


def is_full(face: Face) -> bool:
    """Whether the words of a side do not fit, even in the smallest letters.

    Widths are those of `text_width`, which are a little too large, so all other cards fit.
    """
    return _height(face) > HEIGHT and _height(_plain(face)) > HEIGHT


def _plain(face: Face) -> Face:
    """The same without markup. This is slow, and not needed for a text that fits with its markup."""
    return [(markdown.plain(text), size) for text, size in face]


def _height(face: Face) -> float:
    """The height of paragraphs, each with half a line below it; in the widest letters and leading of all themes."""
    lines = ((len(text_width.wrapped(text, WIDTH, size, bold=True)), size) for text, size in face)
    return sum((count + 0.5) * LEADING * size for count, size in lines)
