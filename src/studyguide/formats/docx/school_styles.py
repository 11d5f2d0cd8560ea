"""The school's styles in place of ours: their look is replaced, and what makes a document work stays ours.

Outline levels, numbers, indents, tabs, languages, what stays together, and lines to write on are never the school's.
A theme can keep its letters (``--school-styles: colours``): then only colours, borders and shadings are the school's.
"""

from collections.abc import Mapping
from dataclasses import replace

from studyguide.formats.docx.design import Design, keeps_letters
from studyguide.formats.docx.wml import W, w
from studyguide.support import signatures, xhtml
from studyguide.support.xhtml import Element
from studyguide.themes.school import read_styles
from studyguide.themes.school.look import Properties, School, StyleLook
from studyguide.themes.theme import Look

_LOOK = {
    "pPr": frozenset({"pBdr", "shd", "spacing", "contextualSpacing", "jc"}),
    "rPr": frozenset({"rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "color", "sz", "szCs", "u"}),
    "tblPr": frozenset({"tblBorders"}),
}
"""The properties that are replaced, by the element that has them, in the order of the schema (17.7.4.17)."""
_COLOURS = frozenset({"pBdr", "shd", "color", "tblBorders"})
_UNDERLINED = {"hyperlink": {"u"}}
"""What stays ours in a style: a link is not known by its colour alone (WCAG 2.2, 1.4.1)."""
_BORDER = {"val": "single", "sz": "4", "space": "0", "color": "auto"}


def designed(design: Design, look: Look) -> Design:
    """The design with the text of the school: its font, size and colour, and its margins on whole pages.

    If its font is ours, labels keep theirs too.
    """
    school = look.school
    if school is None:
        return design
    run = school.text.properties["rPr"]
    ink = run.get("color", {}).get("val", "auto")
    found = design if ink == "auto" else replace(design, ink=ink)
    if keeps_letters(look):
        return found
    if (name := run.get("rFonts", {}).get("ascii", design.body_font)) != design.body_font:
        found = replace(found, fonts={**found.fonts, "text": name, "label": name}, foreign=name)
    if (size := int(run.get("sz", {}).get("val", 0))) not in {0, design.half_points(1)}:
        found = replace(found, size=size / 2)
    if school.margins and look.paper not in signatures.WHOLES:  # those of a whole page are too wide for a half
        found = replace(found, margins=school.margins)
    return found


def apply(styles: Element, theme: Element, look: Look) -> None:
    """Replace the look of the styles in the root of styles.xml by that of the school; `theme` is that of theme1.xml.

    A style that looks like the school's stays as it is, if those that it is based on do.
    """
    school = look.school
    if school is None:
        return
    ours = read_styles.school(styles, None, theme).styles
    if not keeps_letters(look):
        _apply_spacing(styles, school)
    only = _COLOURS if keeps_letters(look) else None
    replaced: set[str] = set()  # and those based on one of them
    for style in styles.iterchildren(f"{{{W}}}style"):
        name, base = (_value(style, each) for each in ("name", "basedOn"))
        found = school.styles.get(name.casefold())
        if found is None or _is_bare(style, found):
            is_replaced = base in replaced
        elif is_replaced := base in replaced or not _is_alike(found, ours.get(name.casefold())):
            _replace(style, found, _UNDERLINED.get(name.casefold(), set()), only)
        if is_replaced:
            replaced.add(str(style.get(f"{{{W}}}styleId")))


def _value(style: Element, name: str) -> str:
    found = style.find(f"{{{W}}}{name}")
    return "" if found is None else str(found.get(f"{{{W}}}val"))


def _is_alike(one: StyleLook, other: StyleLook | None) -> bool:
    return other is not None and (one.properties, one.kept) == (other.properties, other.kept)


def _apply_spacing(styles: Element, school: School) -> None:
    """Put the school's space between paragraphs, and the height of its lines, into the defaults."""
    spacing = styles.find(f"{{{W}}}docDefaults/{{{W}}}pPrDefault/{{{W}}}pPr/{{{W}}}spacing")
    for name, value in school.text.properties["pPr"].get("spacing", {}).items():
        spacing.set(f"{{{W}}}{name}", value)


def _is_bare(style: Element, found: StyleLook) -> bool:
    """Whether a style of runs or tables has no look of its own at the school; text in it would not stand out."""
    return style.get(f"{{{W}}}type") != "paragraph" and not any(found.properties.values())


def _replace(style: Element, found: StyleLook, ours: set[str], only: frozenset[str] | None) -> None:
    for part, names in _LOOK.items():
        replaced = (names if only is None else names & only) - found.kept - ours
        new = _elements(found.properties[part], replaced)
        holder = style.find(f"{{{W}}}{part}")
        if holder is None:
            if not new:
                continue
            holder = w(part)
            _insert(style, holder, part)
        if part == "tblPr" and not new:
            continue
        for child in [each for each in holder if xhtml.name(each) in replaced]:
            holder.remove(child)
        holder[:0] = new  # borders come before the margins of cells; `styles` sorts the others


def _insert(style: Element, holder: Element, part: str) -> None:
    """Put the properties of a kind before those that come after it in the schema."""
    later = list(_LOOK)[list(_LOOK).index(part) + 1 :]
    after = next((each for each in style if xhtml.name(each) in later), None)
    if after is None:
        style.append(holder)
    else:
        after.addprevious(holder)


def _elements(properties: Properties, names: frozenset[str]) -> list[Element]:
    """The properties as elements of ours, with checked values alone."""
    found = [
        w(name, **_attributes(name, values))
        for name, values in properties.items()
        if "/" not in name and name in names and values
    ]
    for outer in ("pBdr", "tblBorders"):
        sides = {name.partition("/")[2]: each for name, each in properties.items() if name.startswith(f"{outer}/")}
        if sides and outer in names:
            order = ("top", "left", "bottom", "right", "between", "insideH", "insideV")
            found.append(w(outer, *(w(side, **{**_BORDER, **sides[side]}) for side in order if side in sides)))
    return found


def _attributes(name: str, values: Mapping[str, str]) -> dict[str, str]:
    return {"val": "clear", "color": "auto", "fill": values.get("fill", "auto")} if name == "shd" else dict(values)
