"""Where words begin and end, in scripts with vowel signs and in scripts without spaces between words."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby

from studyguide.support.han_order import HAN

MARKS = "".join(
    chr(code)
    for first, after in ((0x300, 0x2000), (0xA66F, 0xAC00))
    for code in range(first, after)
    if unicodedata.category(chr(code))[0] == "M"
)
"""Accents and vowel signs, for a class of a regular expression: they go on with a word, but are not in its ``\\w``."""
_SHORT = 2
"""The most Chinese characters of a word that is often a part of another: 門 is in 羅生門."""


def before(word: str) -> str:
    """A regular expression for the place before a word, where no other word may touch it."""
    return _edge(word, word[:1], "(?<!{})")


def after(word: str) -> str:
    """The same for the place after it; a hyphen goes on with a word."""
    return _edge(word, word[-1:], "(?!{})")


def whole(words: Iterable[str]) -> str:
    """A regular expression for whole words: the first that fits, in their order.

    Neighbours with the same edges share them, because an edge is slow to read and to look for.
    """
    runs = groupby(words, lambda word: (before(word), after(word)))
    return "|".join(f"{start}(?:{'|'.join(map(re.escape, some))}){end}" for (start, end), some in runs)


def _edge(word: str, sign: str, look: str) -> str:
    if HAN.match(sign):
        return look.format(HAN.pattern) if len(word) <= _SHORT else ""
    if not sign.isalnum() and unicodedata.east_asian_width(sign) in {"W", "F"}:  # a mark, such as 《
        return ""
    name = unicodedata.name(sign, "")
    if name.startswith("KATAKANA"):
        return look.format("[\u30a1-\u30fa\u30fc]")
    if name.startswith(("HIRAGANA", "CJK", "THAI", "LAO", "KHMER", "MYANMAR")):
        return ""
    return look.format(r"\w") if look.startswith("(?<") else look.format(rf"[\w{MARKS}-]")
