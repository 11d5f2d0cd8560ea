"""Measures text on slides of 960 by 540 points (16:9), in the fonts of the theme with some room to spare."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from studyguide.formats.slides.model import BREAK, Block, Line
from studyguide.themes import fonts
from studyguide.themes.theme import Look

SPARE = 1.17
"""The allowance for wider fonts, as a factor: a machine without the theme's font shows another. DejaVu Sans, Verdana
and Calibri are at most this much wider."""

WIDE, HIGH = 960.0, 540.0
"""The slide in points."""


_WORD = re.compile(f"{BREAK}|[^ {BREAK}]+ *| +")


@dataclass(frozen=True)
class Box:
    """A place for text on a slide, in points, without inner margins, and the distance of rows in ems."""

    left: float
    top: float
    width: float
    height: float
    leading: float


TITLE = Box(48, 30, 864, 96, 1.15)
BODY = Box(48, 140, 864, 342, 1.25)
PICTURE = Box(48, 140, 864, 246, 0)
"""The place of a picture above words."""
CAPTION = Box(48, 392, 864, 90, 1.25)
"""The place of words below a picture."""
NARROW = Box(48, 140, 444, 342, 1.25)
"""The place of text beside a picture."""
BESIDE = Box(516, 140, 396, 342, 0)
"""The place of a picture beside text."""
GAP = 0.35
"""The space below a paragraph, in ems."""
INDENT, QUOTE_INDENT = 1.5, 0.8
"""The indent of entries of lists, and of words of the work, in ems."""


def height_of(blocks: Sequence[Block], size: int, look: Look, width: float = BODY.width) -> float:
    """The height of paragraphs of a width in points, in letters of a size, without the space below the last."""
    lines = (block for block in blocks if isinstance(block, Line))
    heights = (size * (BODY.leading * len(list(rows(line, size, look, width=width))) + GAP) for line in lines)
    return max(0.0, sum(heights) - size * GAP)


def rows(line: Line, size: int, look: Look, begin: int = 0, *, width: float = BODY.width) -> Iterator[int]:
    """The places in the text of a paragraph at which its rows begin, from one of its characters on."""
    indent = INDENT if line.mark != "none" else 0.0
    indent += QUOTE_INDENT if line.role == "quote" else 0.0
    return starts(line.text, look.family("label"), width / size - indent, begin)


def starts(text: str, family: str, room: float, begin: int = 0) -> Iterator[int]:
    """The places in a text at which its rows begin, in a room of so many ems. A word that is too wide is divided."""
    yield begin
    used = 0.0
    for place, word in _words(text, begin):
        if word == BREAK:
            yield place + 1
            used = 0.0
            continue
        if used and used + _advance(word.rstrip(" "), family) > room:
            yield place
            used = 0.0
        if used + _advance(word, family) <= room or word.isspace():
            used += _advance(word, family)
            continue
        for letter_at, letter in _letters(word, place):
            if used and used + _advance(letter, family) > room and letter != " ":
                yield letter_at
                used = 0.0
            used += _advance(letter, family)


def _letters(word: str, place: int) -> Iterator[tuple[int, str]]:
    """Each letter of a word with its marks, and its place in the text."""
    for letter in fonts.split(word):
        yield place, letter
        place += len(letter)


def _words(text: str, begin: int) -> Iterator[tuple[int, str]]:
    """Each word with the spaces after it, and its place; a break of lines is a word of its own."""
    return ((found.start(), found[0]) for found in _WORD.finditer(text, begin))


@lru_cache(maxsize=4096)
def _advance(word: str, family: str) -> float:
    """The width of a word in ems: in bold letters, which are wider, and with some room to spare."""
    return SPARE * fonts.advance(word, family, 700)
