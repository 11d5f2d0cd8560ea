"""The closed list of properties that are taken from a school's document, and the values that each may have.

ECMA-376 Part 1, 17.3.1 and 17.3.2. A value that is not in its pattern is left out; so is every property that is not
here: indents, tabs, numbering, outline levels, languages, what stays together.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

Check = Callable[[str], str | None]
"""Returns a value as it is written, or None for one that is not taken."""

_FONT = re.compile(r"[^\W_][\w .,()+-]{0,30}")
"""The name of a font; Word allows 31 characters. None of these is a sign of XML."""
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_WHOLE = re.compile(r"[0-9]{1,5}")


def _number(least: int, most: int) -> Check:
    def check(value: str) -> str | None:
        return str(int(value)) if _WHOLE.fullmatch(value) and least <= int(value) <= most else None

    return check


def _one_of(*values: str, **others: str) -> Check:
    known = {**{value: value for value in values}, **others}
    return known.get


def font(value: str) -> str | None:
    """The name of a font, if it is in the pattern."""
    return value if _FONT.fullmatch(value) else None


def _hex(value: str) -> str | None:
    return value.upper() if _HEX.fullmatch(value) else "auto" if value == "auto" else None


ON_OFF = _one_of("1", "0", true="1", false="0", on="1", off="0")
_LINE = {
    "val": _one_of("single", "double", "dotted", "dashed", "thick", "dotDash", "triple", "nil", "none"),
    "sz": _number(0, 48),
    "space": _number(0, 31),
    "color": _hex,
}
"""A border."""
PARAGRAPH: Mapping[str, Mapping[str, Check]] = MappingProxyType(
    {
        **{f"pBdr/{side}": _LINE for side in ("top", "left", "bottom", "right", "between")},
        "shd": {"val": _one_of("clear", "nil"), "fill": _hex},
        "spacing": {
            "before": _number(0, 2400),
            "after": _number(0, 1440),
            "line": _number(200, 1440),
            "lineRule": _one_of("auto", "atLeast"),  # lines of an exact height cut larger letters off
        },
        "contextualSpacing": {"val": ON_OFF},
        "jc": {"val": _one_of("left", "center", "right", start="left", end="right")},
    }
)
"""Properties of paragraphs: their attributes, and the check of each. ``a/b`` is an element b in a."""
RUN: Mapping[str, Mapping[str, Check]] = MappingProxyType(
    {
        "rFonts": dict.fromkeys(("ascii", "hAnsi", "cs", "eastAsia"), font),
        **{name: {"val": ON_OFF} for name in ("b", "bCs", "i", "iCs", "caps", "smallCaps")},
        "color": {"val": _hex},
        "sz": {"val": _number(16, 144)},
        "szCs": {"val": _number(16, 144)},
        "u": {"val": _one_of("single", "double", "thick", "dotted", "dash", "words", "none")},
    }
)
"""Properties of runs, in the same way."""
TABLE: Mapping[str, Mapping[str, Check]] = MappingProxyType(
    {f"tblBorders/{side}": _LINE for side in ("top", "left", "bottom", "right", "insideH", "insideV")}
)
"""Properties of tables, in the same way."""
SWITCHES = frozenset({"b", "bCs", "i", "iCs", "caps", "smallCaps", "contextualSpacing"})
"""Properties that are on if they have no value."""
MERGED = frozenset({"rFonts", "spacing"})
"""Properties whose attributes are inherited one by one."""
MARGIN = _number(567, 2268)
"""A margin of a page: one to four centimetres, in twips."""
