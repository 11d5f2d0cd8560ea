"""Maps HTML elements to the standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4)."""

import re
from typing import Any

from pydyf import Array, Dictionary, String

from studyguide.formats.pdf.weasy import boxes
from studyguide.formats.pdf.weasy.boxes import Box, Element
from studyguide.languages import punctuation
from studyguide.support.errors import BuildError
from studyguide.support.xhtml import SVG

SVG_ROOT = f"{{{SVG}}}svg"

ROLES = {
    "a": "Link",
    "address": "P",
    "article": "Art",
    "aside": "Sect",
    "blockquote": "BlockQuote",
    "caption": "Caption",
    "code": "Code",
    "div": "Div",
    "dl": "L",
    "figcaption": "Caption",
    "figure": "Div",
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "h4": "H4",
    "h5": "H5",
    "h6": "H6",
    "img": "Figure",
    "input": "Form",
    "main": "Part",
    "nav": "Sect",
    "ol": "L",
    "p": "P",
    "pre": "P",
    "q": "Quote",
    "section": "Sect",
    "table": "Table",
    "textarea": "Form",
    "tbody": "TBody",
    "td": "TD",
    "tfoot": "TFoot",
    "th": "TH",
    "thead": "THead",
    "tr": "TR",
    "ul": "L",
    SVG_ROOT: "Figure",
}
"""Other elements have no structure type: their content belongs to the element around them."""

SAID = "data-said"
"""The attribute with the words for a short form: *page {number}* for *(p. 12)*."""

STACKED = {"table": "L", "tbody": None, "td": "P", "th": "P", "tr": "LI"}
"""The types for a table that a theme lays out as blocks: it is tagged as a list, with its rows as items."""

NUMBERING = {
    "circle": "Circle",
    "decimal": "Decimal",
    "disc": "Disc",
    "lower-alpha": "LowerAlpha",
    "lower-latin": "LowerAlpha",
    "lower-roman": "LowerRoman",
    "square": "Square",
    "upper-alpha": "UpperAlpha",
    "upper-latin": "UpperAlpha",
    "upper-roman": "UpperRoman",
}
"""The CSS list styles that PDF has a name for, and that name (ISO 32000-1, table 347)."""


def numbering(element: Element, box: Box) -> str | None:
    """How the list of an item is numbered; None for signs. Its own letters may be of any alphabet."""
    if letter := element.get("data-letter"):
        return NUMBERING["lower-alpha" if letter.islower() else "upper-alpha"]
    return NUMBERING.get(box.style["list_style_type"])


def role(element: Element, box: Box) -> str | None:
    """The structure type of an element laid out as `box`; None if it has none."""
    if element.tag in STACKED and boxes.is_plain_block(box):
        return STACKED[element.tag]
    found = ROLES.get(element.tag)
    if found == "Div" and element.get("role") == "presentation":
        return None
    return found or ("Span" if any(map(element.get, ("lang", "title", SAID))) else None)


def entries(element: Element, box: Box, page_height: float) -> dict[str, Any]:
    """Further entries of an element's dictionary; `page_height` is in CSS pixels."""
    found: dict[str, Any] = {}
    if language := element.get("lang"):
        found["Lang"] = String(language)
    if said := _expansion(element, box):
        found["E"] = String(said)
    if element.tag == "a" and (name := element.get("aria-label")):
        found["Alt"] = String(name)
    if element.tag in {"th", "td"} and not boxes.is_plain_block(box):
        found["A"] = _cell(element, box)
    if ROLES.get(element.tag) == "Figure":
        found["Alt"] = String(alternative(element))
        found["A"] = Dictionary({"O": "/Layout", "Placement": "/Block", "BBox": _rectangle(box, page_height)})
    return found


def _expansion(element: Element, box: Box) -> str | None:
    """What a short form stands for, with the number that is printed in it."""
    if said := element.get(SAID):
        words = "".join(inner.text for inner in boxes.walk(box) if isinstance(inner, boxes.TextBox))
        number = re.search(r"\d+", words)
        return str(said).replace("{number}", number[0] if number else "")
    return element.get("title") if element.tag == "abbr" else None


def alternative(element: Element) -> str:
    """The text alternative of a picture. Raises `BuildError` if it has none."""
    if element.tag == SVG_ROOT:
        parts = [element.findtext(f"{{{SVG}}}{name}") or "" for name in ("title", "desc")]
        words = punctuation.by_script("".join(parts)).sentences(parts)
    else:
        words = element.get("alt", "").strip()
    if not words:
        raise BuildError(f"The picture {element.get('src') or 'drawn in the text'} has no text alternative.")
    return words


def _cell(element: Element, box: Box) -> Dictionary:
    attributes = Dictionary({"O": "/Table"})
    if element.tag == "th":
        attributes["Scope"] = "/Row" if element.get("scope") == "row" else "/Column"
    if box.colspan != 1:
        attributes["ColSpan"] = box.colspan
    if box.rowspan != 1:
        attributes["RowSpan"] = box.rowspan
    return attributes


def _rectangle(box: Box, page_height: float) -> Array:
    """The content box in points from the bottom left of the page, as PDF requires."""
    left, top = box.content_box_x(), box.content_box_y()
    corners = (left, page_height - top - box.height, left + box.width, page_height - top)
    return Array(round(length * 0.75, 2) for length in corners)
