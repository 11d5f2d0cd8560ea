"""The characters of a font, by its character map. HarfBuzz reads it, without Pango, in a millisecond."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

_SILENT = {"Cc", "Cf", "Zs", "Zl", "Zp"}
"""Controls, joiners and spaces (Unicode's general categories): they need no glyph."""
_SELECTORS = {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), 0x034F}
"""Variation selectors, and the combining grapheme joiner, which only separates."""
MARKS = frozenset(range(0x0300, 0x0370))
"""The combining marks of alphabets."""
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
"""Characters that combine with the letter before them, as ranges of a regular expression."""
_CLUSTER = re.compile(rf"[^\s{_MARKS}][{_MARKS}]+")


_ALPHA, _GREEK = ord("α"), frozenset(range(0x0370, 0x0400))


def signs(path: Path) -> frozenset[int]:
    """The code points in a font's character map, without `strays`."""
    return _mapped(path) - strays(path)


@cache
def strays(path: Path) -> frozenset[int]:
    """The Greek letters in a font that has only those of mathematics: beside others, they would be in another style."""
    return frozenset() if _ALPHA in _mapped(path) else _mapped(path) & _GREEK


@cache
def _mapped(path: Path) -> frozenset[int]:
    import uharfbuzz  # late: not needed if nothing has changed

    return frozenset(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))).unicodes)


def is_silent(sign: str) -> bool:
    """Whether a character is shown without a glyph of its own."""
    return unicodedata.category(sign) in _SILENT or ord(sign) in _SELECTORS


def clusters(text: str) -> Iterator[re.Match[str]]:
    """Each letter with combining marks after it."""
    return iter(()) if text.isascii() else _CLUSTER.finditer(text)


def split(text: str) -> Iterator[str]:
    """The letters of a text, each with its marks."""
    end = 0
    for found in clusters(text):
        yield from text[end : found.start()]
        yield found[0]
        end = found.end()
    yield from text[end:]


def has(known: frozenset[int], cluster: str) -> bool:
    """Whether a font has all characters of a cluster, as written or composed (Unicode's NFC)."""
    forms = (cluster, unicodedata.normalize("NFC", cluster))
    return any(all(ord(sign) in known or is_silent(sign) for sign in form) for form in forms)


def covers(path: Path, cluster: str) -> bool:
    """Whether the font in a file has all signs of a cluster."""
    return has(signs(path), cluster)


def covering(families: Iterable[str], known: Mapping[str, frozenset[int]], cluster: str) -> str | None:
    """The first family that has a whole cluster, given the characters of each; None if none does."""
    return next((name for name in families if has(known.get(name, frozenset()), cluster)), None)
