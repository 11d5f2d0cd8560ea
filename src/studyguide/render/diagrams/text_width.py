"""How wide text is in a diagram, without the font at hand.

Widths are in ems and a little too large for the labels' font, so that what fits here fits on the page
(`tests/render/test_text_width.py` measures them against it).
"""

import unicodedata
from collections.abc import Sequence

_NARROW = frozenset("ilj.,:;'’‘|!·() ")
_MIDDLING = frozenset('Ifrt-1"“”')
_WIDE = frozenset("mwMWQO—@%&#")
_BROAD = frozenset("ЖМФШЩЫЮжмфшщыюѢѪѫЪъДдЉЊљњΦΨΩΜφψωϕŒœÆæẞ№")
"""Letters outside of the labels' own family that are wider than others."""
_OTHERS = 0x100
"""From here on, letters may be in another family than most labels."""
_SYMBOLS = 0x2000
_IDEOGRAPHS = 0x2E80
"""From there on, symbols are about as wide as they are high, and from here on, all characters."""
WHOLE = 12
"""Letters of a word that is never broken, such as Frankenstein."""
LEADING = 1.2
"""From line to line, in ems."""


def width(text: str, size: float, *, bold: bool = False) -> float:
    """About how wide a line is, in the units of `size`."""
    ems = sum(0.35 if c in _NARROW else 0.48 if c in _MIDDLING else 0.93 if c in _WIDE else _of(c) for c in text)
    return ems * size * (1.06 if bold else 1.0)


def _of(character: str) -> float:
    code = ord(character)
    if code >= _IDEOGRAPHS or character in _BROAD:
        return 1.1
    if unicodedata.category(character) == "No" or (code >= _SYMBOLS and unicodedata.category(character)[0] == "S"):
        return 1.1
    if unicodedata.combining(character):
        return 0.0
    if character.isupper():
        return 0.72 if code < _OTHERS else 0.85
    return (0.6 if code < _OTHERS else 0.68) if character.isalpha() else 0.66


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
    for letter in word:
        if parts[-1] and width(parts[-1] + letter, size, bold=bold) > room:
            parts.append("")
        parts[-1] += letter
    return parts


def widest(lines: Sequence[str], size: float, *, bold: bool = False) -> float:
    """The width of the widest of some lines."""
    return max((width(line, size, bold=bold) for line in lines), default=0.0)
