"""The packages that have the characters of a script."""

from functools import cache

from studyguide.themes.fonts.coverage import signs
from studyguide.themes.fonts.families import FALLBACKS, ROLES, SYMBOLS, faces, fallbacks
from studyguide.themes.fonts.pictographs import is_emoji

_COMMON = {"Zyyy", "Zinh"}
"""Codes of characters that belong to no script (ISO 15924), or to several."""
_PICTURES = 0x1F000
"""From here on, characters without a script are emoji."""
_ENCLOSED = range(0x2460, 0x2500)
"""Letters and numbers in circles and brackets."""


def is_plain(sign: str) -> bool:
    """Whether a letter is set in the font for symbols, whose letters are upright and regular only."""
    found = (family for family in (*ROLES, *fallbacks()) for face in faces(family) if ord(sign) in signs(face.path))
    return next(found, None) == SYMBOLS


@cache
def packages(sign: str) -> tuple[str, ...]:
    """The packages for a character's script that are not installed, such as ``fontpkg-noto-sans-thai``."""
    from fontTools import unicodedata  # late: most guides do not need it

    if unicodedata.category(sign) in {"Co", "Cn"}:  # private, or unassigned
        return ()
    scripts = {unicodedata.script(sign)}
    if scripts <= _COMMON:
        scripts = _common(ord(sign)) or unicodedata.script_extension(sign)
    found = (family for family in FALLBACKS if scripts & {*family.scripts} and family not in fallbacks())
    return tuple(dict.fromkeys(family.package for family in found))


def _common(code: int) -> set[str]:
    """The code for a character without a script: emoji, or a symbol that every symbol font has."""
    return {"Zsye"} if code >= _PICTURES or is_emoji(chr(code)) else {"Zsym"} if code in _ENCLOSED else set()
