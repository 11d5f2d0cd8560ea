"""The fonts that styles name through the theme of a document (ECMA-376 Part 1, 17.3.2.26 and 20.1.4.1.18).

A theme has a font for headings and one for text. Only those for Latin letters are taken, and only their names.
"""

from collections.abc import Mapping

from studyguide.support.xhtml import Element
from studyguide.themes.school import values

Fonts = Mapping[str, str]
"""The names of the fonts of a theme, by ``major`` and ``minor``; one that cannot be used is not there."""
NONE: Fonts = {}
_KINDS = {"majorHAnsi": "major", "majorAscii": "major", "minorHAnsi": "minor", "minorAscii": "minor"}
"""The values of ``asciiTheme`` and ``hAnsiTheme`` that mean the font for Latin letters (17.18.96)."""


def read(theme: Element | None) -> Fonts:
    """The fonts in the root of theme1.xml; none without it."""
    if theme is None:
        return NONE
    found = {}
    for kind in ("major", "minor"):
        latin = theme.find(f"{{*}}themeElements/{{*}}fontScheme/{{*}}{kind}Font/{{*}}latin")
        name = values.font(str(latin.get("typeface", ""))) if latin is not None else None
        if name is not None:
            found[kind] = name
    return found


def named(fonts: Fonts, value: str | None) -> str | None:
    """The font that a value of ``asciiTheme`` or ``hAnsiTheme`` means; None if the theme has none for it."""
    return fonts.get(_KINDS.get(value or "", ""))
