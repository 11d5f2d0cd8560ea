"""Finds where pages begin: the first word of a section on each printed page.

A text box refers to the element that it was made from, and the boxes of one element are in the order of its text. So
the boxes are matched with the text of their element, page by page. Text without boxes, such as white space or a table
head that a theme hides, does not matter.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from weasyprint import Document

from studyguide.formats.pdf.weasy import boxes
from studyguide.formats.pdf.weasy.boxes import Box, Element
from studyguide.formats.pdf.weasy.patch_soft_hyphens import HYPHEN
from studyguide.publication import text_positions
from studyguide.support import xhtml
from studyguide.support.errors import BuildError


def breaks(document: Document, name: str) -> Iterator[tuple[int, int]]:
    """For each page with text of the section with the id `name`: the page's index, and the position of its first word.

    If a word is divided between two pages, the second page begins with the whole word. Raises `BuildError` if a page
    prints text that is not in the section.
    """
    root = _section(document, name)
    reader = Reader(root)
    heads: set[Element] = set()
    for number, page in enumerate(document.pages):
        here: set[Element] = set()
        places = [reader.read(box) for box in _flow(boxes.page_box(page), heads, here)]
        heads |= here
        opening = next((place for place in places if place is not None), None)
        if opening is not None:
            position, divided = opening
            yield number, text_positions.word_start(root, position) if divided else position


def _section(document: Document, name: str) -> Element:
    found = (box.element for page in document.pages for box in boxes.walk(boxes.page_box(page)))
    return next(element for element in found if element is not None and element.get("id") == name)


def _flow(box: Box, heads: set[Element], here: set[Element]) -> Iterator[Box]:
    """The boxes of text and pictures on a page, without margins, notes, repeated table heads and generated content."""
    element = box.element
    is_head = isinstance(box, boxes.TableRowGroupBox) and box.is_header
    if isinstance(box, boxes.MarginBox | boxes.FootnoteAreaBox) or (is_head and element in heads):
        return
    if element is not None and ("::" in box.element_tag or not text_positions.APART.isdisjoint(xhtml.classes(element))):
        return
    if is_head:
        here.add(element)
    if isinstance(box, boxes.TextBox) or (element is not None and element.tag in text_positions.PICTURES):
        yield box
        return
    for child in boxes.children(box) if hasattr(box, "children") else ():
        yield from _flow(child, heads, here)


@dataclass
class Own:
    """The counted characters directly in an element: the text, the position of each, and how many were read."""

    text: str = ""
    places: list[int] = field(default_factory=list)
    read: int = 0


class Reader:
    """Matches the text of a section with its boxes."""

    def __init__(self, root: Element) -> None:
        self._own: dict[Element, Own] = defaultdict(Own)
        self._divided = False
        at = 0
        for piece in text_positions.pieces(root):
            own, found = self._own[piece.owner], text_positions.counted(piece.text)
            own.text += found
            own.places += range(at, at + len(found))
            at += len(found)

    def read(self, box: Box) -> tuple[int, bool] | None:
        """The position where a box begins, and whether it is inside a word that the previous box divides.

        None for a box without words. Boxes must be read in order.
        """
        found = (
            text_positions.PICTURE if box.element.tag in text_positions.PICTURES else text_positions.counted(box.text)
        )
        if not found:
            return None
        own, divided = self._own[box.element], self._divided
        begin, end = own.read, own.read + len(found)
        self._divided = own.text[begin:end] != found and found.endswith(HYPHEN)
        own.read = end - self._divided
        if own.text[begin : own.read] != found[: own.read - begin]:
            words = " ".join(str(getattr(box, "text", "a picture")).split())[:60]
            raise BuildError(f"A page prints “{words}”, which is not where it should be in the text.")
        return own.places[begin], divided
