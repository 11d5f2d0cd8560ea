"""Drawings in a language that is written from right to left: time and rows begin on the right; words are not mirrored.

Frames of films stay as they are, because where a camera looks does not depend on a language, and so do pictures
of authors and QR codes.
"""

import re

from studyguide import markdown
from studyguide.publication import directions
from studyguide.support import xhtml
from studyguide.support.xhtml import Element

_POINT = re.compile(r"(-?[\d.]+) (-?[\d.]+)")
"""A point of a path."""
_NUMBERS = re.compile(r"\d\D+\d")
"""Several numbers, such as 3–5: the first is on the right. One with a decimal sign is the same in both directions."""


def mirrored(body: str, language: str) -> str:
    """A body with its drawings in the direction of a language."""
    if not markdown.direction(language) or "<svg" not in body:
        return body
    root = xhtml.parse(body)
    for svg in root.iter(f"{{{xhtml.SVG}}}svg"):
        if _is_mirrored(svg):
            _mirror(svg)
    return xhtml.serialise(root)


def _is_mirrored(svg: Element) -> bool:
    around = {name for each in svg.iterancestors() for name in xhtml.classes(each)}
    return "bar" in around or (svg.get("class", "").startswith("picture-") and "film-frame" not in around)


def _mirror(svg: Element) -> None:
    left, _, width, _ = map(float, svg.get("viewBox").split())
    edges = 2 * left + width
    svg.set("direction", "ltr")  # or the page's own would turn the anchors of words
    for element in svg:
        match xhtml.name(element):
            case "rect":
                _set(element, "x", edges - float(element.get("x", "0")) - float(element.get("width")))
            case "line":
                for name in ("x1", "x2"):
                    _set(element, name, edges - float(element.get(name)))
            case "path":
                points = _POINT.sub(lambda point: f"{_number(edges - float(point[1]))} {point[2]}", element.get("d"))
                element.set("d", points)
            case "text":
                _set(element, "x", edges - float(element.get("x")))
                _turn(element)


def _turn(text: Element) -> None:
    """Let words begin on the right, or end there if they run from left to right; several numbers are words too."""
    words = xhtml.text(text)
    if (directions.of(words) or (_NUMBERS.search(words) and "rtl")) == "rtl":
        text.set("direction", "rtl")
    elif text.get("text-anchor") is None:
        text.set("text-anchor", "end")


def _set(element: Element, name: str, value: float) -> None:
    element.set(name, _number(value))


def _number(value: float) -> str:
    return f"{round(value, 1):g}"
