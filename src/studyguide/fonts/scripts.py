"""Which package has the signs of a script."""

from studyguide.fonts.families import FALLBACKS

_COMMON = {"Zyyy", "Zinh"}
"""What belongs to no script (ISO 15924), or to several."""
_PICTURES = 0x1F000
"""From here on, what belongs to no script is emoji."""


def packages(sign: str) -> tuple[str, ...]:
    """The packages that have a sign's script, such as ``fontpkg-noto-sans-thai``; none if none is known."""
    from fontTools import unicodedata  # late: most guides have no use for it

    if unicodedata.category(sign) in {"Co", "Cn"}:  # private, or no character at all
        return ()
    scripts = {unicodedata.script(sign)}
    if scripts <= _COMMON:
        scripts = {"Zsye"} if ord(sign) >= _PICTURES else unicodedata.script_extension(sign)
    return tuple(dict.fromkeys(family.package for family in FALLBACKS if scripts & {*family.scripts}))
