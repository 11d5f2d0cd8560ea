"""Letters: how much room words take in a picture, without the font at hand.

Widths are in ems and a little too large for the labels' font, so that what fits here fits on the page
(`tests/pictures/test_letters.py` measures them against it).
"""

from collections.abc import Sequence

_NARROW = frozenset("ilj.,:;'’‘|!·() ")
_MIDDLING = frozenset('Ifrt-1"“”')
_WIDE = frozenset("mwMWQO—@%&#")
_IDEOGRAPHS = 0x2E80
"""From here on, characters are as wide as they are high."""
LEADING = 1.2
"""From line to line, in ems."""


def width(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide a line is, in the units of `size`."""
    ems = sum(0.35 if c in _NARROW else 0.48 if c in _MIDDLING else 0.93 if c in _WIDE else _of(c) for c in text)
    return ems * size * (1.06 if bold else 1.0)


def _of(character: str) -> float:
    if character.isupper():
        return 0.72
    if ord(character) >= _IDEOGRAPHS:
        return 1.0
    return 0.6 if character.isalpha() else 0.66


def wrapped(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The lines of a text that are not wider than `room`, but for a single word that is."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def widest(lines: Sequence[str], size: float, *, bold: bool = False) -> float:
    """The width of the widest of some lines."""
    return max((width(line, size, bold=bold) for line in lines), default=0.0)
