"""The width of text in a diagram: its width in the label font, plus a margin for other fonts.

The reading system of an e-book may use another font, and most screen fonts are wider than ours: DejaVu Sans by a sixth.
"""

from collections.abc import Sequence

from studyguide.themes import fonts

LABELS = "Atkinson Hyperlegible"
"""The font family in `templates/diagrams/_frame.html.j2`."""
SPARE = 1.17
"""The allowance for wider fonts, as a factor. At 1.2, some numbers would not fit their space in charts."""
WHOLE = 12
"""The most letters in a word that is never broken, such as Frankenstein."""
LEADING = 1.2
"""The distance from line to line, in ems."""


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width that a line needs, in the units of `size`."""
    return SPARE * size * fonts.advance(text, LABELS, 700 if bold else 400)


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """A text broken into lines at most as wide as `room`; only a short word that is wider exceeds it."""
    lines: list[str] = []
    for word in (part for each in text.split() for part in _parts(each, room, size, bold=bold)):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _parts(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    """A long word in parts at most as wide as `room`; a short word, or one that fits, is kept whole."""
    if len(word) <= WHOLE or width(word, size, bold=bold) <= room:
        return [word]
    parts = [""]
    for letter in fonts.split(word):
        if parts[-1] and width(parts[-1] + letter, size, bold=bold) > room:
            parts.append("")
        parts[-1] += letter
    return parts


def widest(lines: Sequence[str], size: float, *, bold: bool = False) -> float:
    """The width of the widest line; 0 if there are none."""
    return max((width(line, size, bold=bold) for line in lines), default=0.0)
