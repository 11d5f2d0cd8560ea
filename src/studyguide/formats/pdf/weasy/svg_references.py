"""SVG as WeasyPrint 70 draws it right: what a gradient or a pattern has from another, by ``href``, it draws only once.

`inherit_element` in ``svg/__init__.py`` hands the children on as an iterator, which is used up by the first shape.
tests/formats/test_pdf_drawings.py shows what goes wrong without this.
"""

import re
from copy import deepcopy

from studyguide.support import xhtml
from studyguide.support.xhtml import SVG, Element

_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_KINDS = tuple(f"{{{SVG}}}{name}" for name in ("linearGradient", "radialGradient", "pattern"))


def complete(drawing: bytes) -> bytes:
    """The SVG with what its gradients and patterns take from each other written into each. It must be sound."""
    if b"\0" not in drawing and not re.search(rb"<[\w:]*(?:Gradient|pattern)\b[^>]*href", drawing):
        return drawing
    root = xhtml.parse(drawing)
    named = {element.get("id"): element for element in root.iter(*_KINDS)}
    for element in root.iter(*_KINDS):
        _inherit(element, named, ())
    return xhtml.serialise(root).encode()


def _inherit(element: Element, named: dict[str, Element], below: tuple[Element, ...]) -> None:
    """Take attributes and children from the element it names, which has them from others; circles end."""
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
