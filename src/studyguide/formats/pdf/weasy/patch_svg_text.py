"""Sets text in drawings in the look's label fonts, and in one piece where letters join or run from right to left.

WeasyPrint 70 sets SVG text in the family that the drawing names, or in a system font, and letter by letter
(``svg/text.py``): marks are drawn beside their letters, Arabic is not joined and Hebrew is read backwards.
`stylesheets` stores the label families on the font configuration; without them, this patch only makes ``font`` work as
in CSS. It is needed until Kozea/WeasyPrint#2249 (letters apart) is resolved. tests/formats/test_pdf_letters.py shows
the faults.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import weasyprint.svg.css
from weasyprint.svg import TAGS

ELEMENTS = ("text", "tspan", "textPath", "a")
_FROM = 0x590
"""From Hebrew on, other letters may be joined, reordered or reversed."""


FONT = re.compile(
    r"(?P<words>(?:[\w-]+\s+)*)(?P<size>\.?\d[\d.]*(?:[a-z]+|%))(?:\s*/\s*\S+)?\s+(?P<family>.+)", re.DOTALL
)
"""The value of ``font`` in CSS: style, variant and weight in any order, then size, line height and families."""


class Whole(str):
    """A text that yields itself as one item, so that WeasyPrint sets it in one piece."""

    __slots__ = ()

    def __iter__(self) -> Iterator[str]:
        yield str(self)


def _text(svg: Any, node: Any, font_size: float) -> None:
    if families := getattr(svg.font_config, "labels", None):
        node.attrib["font-family"] = ",".join(families)
        if node.text and any(map(_is_joined, node.text)):
            node._etree_node.text = Whole(node.text)  # noqa: SLF001
    original(svg, node, font_size)


original: Callable[..., None] = TAGS["text"]
"""WeasyPrint's function."""


def _declarations(*arguments: Any) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The normal and the important declarations of a style, with ``font`` replaced by its longhand properties.

    WeasyPrint reads the first word of ``font`` as the size: text in ``bold 20px Arial`` would not be drawn at all.
    """
    normal, important = original_declarations(*arguments)
    return [*_longhands(normal)], [*_longhands(important)]


original_declarations = weasyprint.svg.css.parse_declarations
"""WeasyPrint's function."""


def _longhands(declarations: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for name, value in declarations:
        font = FONT.fullmatch(value.strip()) if name == "font" else None
        if font is None:
            yield name, value
            continue
        words = font["words"].split()
        yield "font-style", next((word for word in words if word in {"italic", "oblique"}), "normal")
        yield "font-weight", next((word for word in words if word.isdigit() or word == "bold"), "normal")
        yield "font-size", font["size"]
        yield "font-family", font["family"]


weasyprint.svg.parse_declarations = weasyprint.svg.css.parse_declarations = _declarations
weasyprint.svg.text = _text
TAGS.update(dict.fromkeys(ELEMENTS, _text))


def _is_joined(sign: str) -> bool:
    return bool(unicodedata.combining(sign)) or (
        ord(sign) >= _FROM and unicodedata.category(sign) in {"Lo", "Lm", "Mc"}
    )
