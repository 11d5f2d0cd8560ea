"""Which package has the signs of a script."""

from functools import cache

from studyguide.themes.fonts.families import FALLBACKS, fallbacks
from studyguide.themes.fonts.pictographs import is_emoji

_COMMON = {"Zyyy", "Zinh"}
"""What belongs to no script (ISO 15924), or to several."""
_PICTURES = 0x1F000
"""From here on, what belongs to no script is emoji."""
_ENCLOSED = range(0x2460, 0x2500)
"""Letters and numbers in circles and brackets."""


@cache
def packages(sign: str) -> tuple[str, ...]:
    """The packages that have a sign's script, such as ``fontpkg-noto-sans-thai``, and are not installed."""
    from fontTools import unicodedata  # late: most guides have no use for it

    if unicodedata.category(sign) in {"Co", "Cn"}:  # private, or no character at all
        return ()
    scripts = {unicodedata.script(sign)}
    if scripts <= _COMMON:
        scripts = _common(ord(sign)) or unicodedata.script_extension(sign)
    found = (family for family in FALLBACKS if scripts & {*family.scripts} and family not in fallbacks())
    return tuple(dict.fromkeys(family.package for family in found))


def _common(code: int) -> set[str]:
    """What a sign of no script is: one of the emoji, or a symbol that a font for symbols is sure to have."""
    return {"Zsye"} if code >= _PICTURES or is_emoji(chr(code)) else {"Zsym"} if code in _ENCLOSED else set()
