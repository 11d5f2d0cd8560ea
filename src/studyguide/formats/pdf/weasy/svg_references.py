"""Resolves the ``href`` of gradients and patterns in SVG: WeasyPrint 70 applies inherited content only once.

`inherit_element` in ``svg/__init__.py`` passes the children on as an iterator, which the first shape exhausts.
tests/formats/test_pdf_drawings.py shows what goes wrong without this module.
"""

import re
from copy import deepcopy

from studyguide.support import xhtml
from studyguide.support.xhtml import SVG, Element

_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_KINDS = tuple(f"{{{SVG}}}{name}" for name in ("linearGradient", "radialGradient", "pattern"))


def complete(drawing: bytes) -> bytes:
    """The SVG with the content that gradients and patterns inherit copied into each. It must be well-formed."""
    if b"\0" not in drawing and not re.search(rb"<[\w:]*(?:Gradient|pattern)\b[^>]*href", drawing):
        return drawing
    root = xhtml.parse(drawing)
    named = {element.get("id"): element for element in root.iter(*_KINDS)}
    for element in root.iter(*_KINDS):
        _inherit(element, named, ())
    return xhtml.serialise(root).encode()


def _inherit(element: Element, named: dict[str, Element], below: tuple[Element, ...]) -> None:
    """Copy attributes and children from the element that this one references, recursively; cycles are ignored."""
    target = next((element.get(name) for name in _HREFS if element.get(name)), "")
    for name in _HREFS:
        element.attrib.pop(name, None)
    other = named.get(target.removeprefix("#"))
    if other is None or other in (*below, element):
        return
    _inherit(other, named, (*below, element))
    for name, value in other.attrib.items():
        if name != "id":
            element.set(name, element.get(name, value))
    if len(element) == 0:
        element.extend(deepcopy(child) for child in other)
