"""Finds where pages begin: the first word of a section on each printed page.

A text box refers to the element that it was made from, and the boxes of one element are in the order of its text. So
the boxes are matched with the text of their element, page by page. Text without boxes, such as white space or a table
head that a theme hides, does not matter.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from weasyprint import Document

from studyguide.formats.pdf.weasy import boxes
from studyguide.formats.pdf.weasy.boxes import Box, Element
from studyguide.formats.pdf.weasy.patch_soft_hyphens import HYPHEN
from studyguide.publication import mediums, text_positions
from studyguide.support import xhtml
from studyguide.support.errors import BuildError

OUTSIDE = text_positions.APART | {"guide-head", "rights"}
"""Classes of elements whose words have no position in a section."""


def breaks(document: Document, names: Sequence[str]) -> Iterator[tuple[int, str, int]]:
    """For each page with text of the sections with these ids: the page's index, a section, the place of its first word.

    If a word is divided between two pages, the second page begins with the whole word. A page that has nothing but text
    that is for print alone (``print-only``) begins where the next one does, or at the end of its section. Raises
    `BuildError` if a page prints text that is not in the section.
    """
    readers = [Reader(name, _section(document, name)) for name in names]
    heads: set[Element] = set()
    without_words: list[int] = []
    for number, page in enumerate(document.pages):
        here: set[Element] = set()
        flow = _flow(boxes.page_box(page), heads, here) if readers else ()
        read = [(reader, reader.read(box)) for box in flow for reader in (_reader(readers, box),)]
        heads |= here
        opening = next(((reader, place) for reader, place in read if place is not None), None)
        if opening is not None:
            reader, (position, divided) = opening
            start = text_positions.word_start(reader.root, position) if divided else position
            yield from ((each, reader.name, start) for each in (*without_words, number))
            without_words.clear()
        elif any(map(_is_print_only, boxes.walk(boxes.page_box(page)))):
            without_words.append(number)
    yield from ((each, reader.name, reader.end) for each in without_words for reader in readers[-1:])


def _is_print_only(box: Box) -> bool:
    return box.element is not None and mediums.PRINT_ONLY in xhtml.classes(box.element)


def _reader(readers: Sequence["Reader"], box: Box) -> "Reader":
    """The reader of the section that a box is in; in doubt the last, which refuses it."""
    return next((reader for reader in readers if box.element in reader), readers[-1])


def _section(document: Document, name: str) -> Element:
    found = (box.element for page in document.pages for box in boxes.walk(boxes.page_box(page)))
    return next(element for element in found if element is not None and element.get("id") == name)


def _flow(box: Box, heads: set[Element], here: set[Element]) -> Iterator[Box]:
    """The boxes of text and pictures on a page, without margins, notes, repeated table heads and generated content."""
    element = box.element
    is_head = isinstance(box, boxes.TableRowGroupBox) and box.is_header
    if isinstance(box, boxes.MarginBox | boxes.FootnoteAreaBox) or (is_head and element in heads):
        return
    if element is not None and ("::" in box.element_tag or not OUTSIDE.isdisjoint(xhtml.classes(element))):
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

    def __init__(self, name: str, root: Element) -> None:
        self.name = name
        self.root = root
        self._own: dict[Element, Own] = defaultdict(Own)
        self._divided = False
        at = 0
        for piece in text_positions.pieces(root):
            own, found = self._own[piece.owner], text_positions.counted(piece.text)
            own.text += found
            own.places += range(at, at + len(found))
            at += len(found)
        self.end = at
        """The position behind the text."""

    def __contains__(self, element: Element) -> bool:
        """Whether the section has counted text directly in an element."""
        return element in self._own

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
