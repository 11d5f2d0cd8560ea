"""From the parts of a school's document to its styles (ECMA-376 Part 1, 17.7): values, no markup."""

from collections.abc import Mapping

from studyguide.support.xhtml import Element
from studyguide.themes.school import legible, names, theme_fonts, values
from studyguide.themes.school.look import PAGE, Found, School
from studyguide.themes.school.take import attribute, take
from studyguide.themes.school.theme_fonts import Fonts

DEEPEST = 20
"""The most styles that one is based on; Word itself stops at ten."""
_KINDS = {
    "paragraph": (names.PARAGRAPHS, ("pPr", "rPr")),
    "character": (names.CHARACTERS, ("rPr",)),
    "table": (frozenset(names.TABLES), ("tblPr",)),
}
"""For each kind of style, the names that are looked for, and the properties that are taken."""


def school(styles: Element, document: Element | None, theme: Element | None) -> School:
    """The look in the roots of styles.xml, document.xml and theme1.xml.

    Without the second, the margins of pages are ours; without the third, so are the fonts that it would name.
    """
    fonts = theme_fonts.read(theme)
    every = {attribute(each, "styleId"): each for each in styles.iterchildren("{*}style")}
    by_name = {(attribute(each, "type") or "paragraph", _name(each).casefold()): each for each in every.values()}
    normal = by_name.get(("paragraph", names.NORMAL))
    text = _text(styles, normal, fonts)
    found, looks = {"Normal": text}, {}
    for kind, (wanted, parts) in _KINDS.items():
        for name in sorted(wanted):
            style = by_name.get((kind, name))
            if style is not None and (our_name := names.TABLES.get(name, name)) not in looks:
                looks[our_name] = found[_name(style)] = _chain(style, every, normal, (parts, fonts))
    legible.judge(text, None)
    around = legible.text_colour(text)
    for each in looks.values():
        legible.judge(each, around)
    margins, fault = _margins(document)
    left_out = [(name, what) for name, each in found.items() for what in dict.fromkeys(each.left_out)]
    return School(
        text.finished(),
        {name: each.finished() for name, each in looks.items()},
        margins,
        (*left_out, *fault),
        tuple(name for name, each in found.items() if each.is_by_theme),
    )


def _text(styles: Element, normal: Element | None, fonts: Fonts) -> Found:
    """The defaults of a document, and Normal."""
    found = Found()
    for part in ("pPr", "rPr"):
        defaults = styles.find(f"{{*}}docDefaults/{{*}}{part}Default")
        if defaults is not None:
            take(found, defaults, (part,), fonts)
    if normal is not None:
        take(found, normal, ("pPr", "rPr"), fonts)
    return found


def _chain(
    style: Element, every: Mapping[str | None, Element], normal: Element | None, taken: tuple[tuple[str, ...], Fonts]
) -> Found:
    """The properties of a style, and of those that it is based on; Normal is the base of our styles too."""
    chain = [style]
    while len(chain) < DEEPEST:
        base = chain[-1].find("{*}basedOn")
        above = None if base is None else every.get(attribute(base, "val"))
        if above is None or above is normal or above in chain:
            break
        chain.append(above)
    found = Found()
    for each in reversed(chain):
        take(found, each, *taken)
    return found


def _name(style: Element) -> str:
    name = style.find("{*}name")
    return (attribute(name, "val") or "").strip() if name is not None else ""


def _margins(document: Element | None) -> tuple[tuple[int, int, int, int] | None, list[tuple[str, str]]]:
    """The margins of the last section, if all are in bounds; and what to say if they are not."""
    margins = document.find("{*}body/{*}sectPr/{*}pgMar") if document is not None else None
    if margins is None:
        return None, []
    given = [attribute(margins, side) or "" for side in ("top", "right", "bottom", "left")]
    taken = [values.MARGIN(each) for each in given]
    top, right, bottom, left = (int(each) if each is not None else 0 for each in taken)
    if 0 in {top, right, bottom, left}:
        return None, [(PAGE, "the margins, which are not between one and four centimetres")]
    return (top, right, bottom, left), []
