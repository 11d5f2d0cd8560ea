"""From the properties of a style to checked values; what is not in `values` is never copied."""

from collections.abc import Iterable, Iterator, Mapping

from studyguide.support import xhtml
from studyguide.support.xhtml import Element
from studyguide.themes.school import theme_fonts, values
from studyguide.themes.school.look import Found
from studyguide.themes.school.theme_fonts import Fonts
from studyguide.themes.school.values import Check

PARTS = {"pPr": values.PARAGRAPH, "rPr": values.RUN, "tblPr": values.TABLE}
"""The properties that are taken, by the element that has them."""
_WORDS = {
    "pBdr": "a border",
    "tblBorders": "a border",
    "shd": "the shading",
    "spacing": "a space or height of lines",
    "jc": "the alignment",
    "rFonts": "a font",
    "color": "the colour",
    "sz": "the size in half points",
    "szCs": "the size in half points",
    "u": "the underline",
}
"""The name of a property in a remark."""
_WHOLE = ("shd", "pBdr/", "tblBorders/")
"""Beginnings of the properties that mean nothing without all of their attributes."""


def take(found: Found, style: Element, parts: Iterable[str], fonts: Fonts) -> None:
    """Add the properties of a style to those of the styles it is based on; `parts` are some of `PARTS`."""
    for part in parts:
        holder = style.find(f"{{*}}{part}")
        if holder is None:
            continue
        for name, element in _named(holder):
            if name in PARTS[part]:
                _property(found, part, name, element, fonts)


def attribute(element: Element, name: str) -> str | None:
    """An attribute, in the namespace of its element."""
    value = element.get(f"{str(element.tag).rpartition('}')[0]}}}{name}")
    return None if value is None else str(value)


def _named(holder: Element) -> Iterator[tuple[str, Element]]:
    """Each property with its name, which for a side of a border is ``pBdr/top``."""
    for child in holder:
        name = xhtml.name(child)
        if name in {"pBdr", "tblBorders"}:
            yield from ((f"{name}/{xhtml.name(side)}", side) for side in child)
        else:
            yield name, child


def _property(found: Found, part: str, name: str, element: Element, fonts: Fonts) -> None:
    word = _WORDS.get(name.partition("/")[0], "a switch")
    got, wrong = _checked(element, PARTS[part][name])
    found.left_out += [f"{word} '{value[:40]}'" for value in wrong.values()]
    if name in values.SWITCHES and not got and not wrong:
        got = {"val": "1"}
    if name == "rFonts":
        _by_theme(found, element, got, fonts)
    if "lineRule" in wrong:  # the height is counted in other units
        got.pop("line", None)
    before = found.properties[part].pop(name, {})
    is_spoilt = bool(wrong) and (not got or name.startswith(_WHOLE))
    if is_spoilt:
        found.kept.add(name.partition("/")[0])
    elif got or before:
        found.kept.discard(name)
        found.properties[part][name] = {**before, **got} if name in values.MERGED else got


def _checked(element: Element, checks: Mapping[str, Check]) -> tuple[dict[str, str], dict[str, str]]:
    """The values that are taken, and those that are not."""
    given = {name: value for name in checks if (value := attribute(element, name))}  # LibreOffice writes empty ones
    got = {name: taken for name, value in given.items() if (taken := checks[name](value)) is not None}
    return got, {name: value for name, value in given.items() if name not in got}


def _by_theme(found: Found, element: Element, got: dict[str, str], fonts: Fonts) -> None:
    """Add the fonts that the theme names, which come before others. If it has none, ours stays, not an inherited."""
    for name in ("ascii", "hAnsi"):
        if font := theme_fonts.named(fonts, attribute(element, f"{name}Theme")):
            got[name] = font
    if "ascii" in got:
        found.is_by_theme = False
    elif attribute(element, "asciiTheme"):
        found.is_by_theme = True
        found.properties["rPr"].pop("rFonts", None)
        found.kept.add("rFonts")
        got.clear()
