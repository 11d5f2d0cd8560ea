"""How wide text is in a diagram: as in the labels' font, and a little more.

An e-book leaves the font to its reader, and most of those for screens are wider than ours: DejaVu Sans by a sixth.
"""

from collections.abc import Sequence

from studyguide.themes import fonts

LABELS = "Atkinson Hyperlegible"
"""The family that `templates/diagrams/_frame.html.j2` names."""
SPARE = 1.17
"""How much wider the letters of another font may be. At 1.2, two figures leave the room that charts have for them."""
WHOLE = 12
"""Letters of a word that is never broken, such as Frankenstein."""
LEADING = 1.2
"""From line to line, in ems."""


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How much room a line needs, in the units of `size`."""
    return SPARE * size * fonts.advance(text, LABELS, 700 if bold else 400)


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The lines of a text that are not wider than `room`, but for a single short word that is."""
    lines: list[str] = []
    for word in (part for each in text.split() for part in _parts(each, room, size, bold=bold)):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _parts(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    """A long word in parts that are not wider than `room`; others whole."""
    if len(word) <= WHOLE or width(word, size, bold=bold) <= room:
        return [word]
    parts = [""]
    for letter in fonts.split(word):
        if parts[-1] and width(parts[-1] + letter, size, bold=bold) > room:
            parts.append("")
        parts[-1] += letter
    return parts


def widest(lines: Sequence[str], size: float, *, bold: bool = False) -> float:
    """The width of the widest of some lines."""
    return max((width(line, size, bold=bold) for line in lines), default=0.0)
