"""Cards to cut out: how they lie on paper, so that fronts and backs meet, and what fits on one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from studyguide import markdown
from studyguide.guide.items import Item
from studyguide.guide.pictures import Picture
from studyguide.render.diagrams import text_width

COLUMNS, ROWS = 2, 4

SMALLEST = 7.0
"""Points: the smallest letters on a card (`formats.pdf.fit.shrink`)."""
LARGE = 1.5 * SMALLEST
"""The same for the large letters of a word."""
WIDTH, HEIGHT = 190.0, 138.0
"""The size of a card's text area in points; the width is reduced by a tenth, for letter spacing."""
LEADING = 1.5
PICTURE, BELOW = 5.5 * SMALLEST, 1.2 * SMALLEST
"""The height of a picture on a card, with the space below it, and of a line of its words (`styles/handout.css`)."""
LINE = "\N{LINE SEPARATOR}"
"""Between the lines of one paragraph, such as the entries of a list, which have no space between them."""

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


def picture_height(picture: Picture | None) -> float:
    """The points that a picture with its words takes in the smallest letters: it shrinks with them."""
    below = [text for text in (picture.credit, picture.caption) if text] if picture else []
    return PICTURE + BELOW * sum(_rows(markdown.plain(text), SMALLEST) for text in below) if picture else 0.0


def is_full(face: Face, picture: float = 0.0) -> bool:
    """Whether the words of a side do not fit, even in the smallest letters, beside a picture of so many points.

    Widths are those of `text_width`, which are a little too large, so all other cards fit.
    """
    room = HEIGHT - picture
    return _height(face) > room and _height(_plain(face)) > room


def _plain(face: Face) -> Face:
    """The same without markup. This is slow, and not needed for a text that fits with its markup."""
    return [(LINE.join(map(markdown.plain, text.split(LINE))), size) for text, size in face]


def _height(face: Face) -> float:
    """The height of paragraphs, each with half a line below it; in the widest letters and leading of all themes."""
    lines = ((sum(_rows(line, size) for line in text.split(LINE)), size) for text, size in face)
    return sum((count + 0.5) * LEADING * size for count, size in lines)


def _rows(text: str, size: float) -> int:
    return len(text_width.wrapped(text, WIDTH, size, bold=True))
