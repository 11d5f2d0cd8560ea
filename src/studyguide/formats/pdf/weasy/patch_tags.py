"""Replaces WeasyPrint's tags with ours: one HTML element is one structure element, even across page breaks.

WeasyPrint 70 tags each page separately, tags notes and their marks as spans, omits scopes, list bodies and languages,
and tags running heads as text. So two of its private functions are replaced while a document is written:
``weasyprint.pdf.add_tags``, which builds the structure, and ``Stream.marked``, which numbers content as it is drawn.
The patch is needed until Kozea/WeasyPrint#2903 (one element on several pages), #1836 (running heads) and #2508 (scopes)
are resolved. tests/formats/test_pdf_private.py fails when the functions change, and
tests/formats/test_pdf_upstream.py when WeasyPrint has fixed these faults.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any, TypeAlias

import pydyf
import weasyprint.pdf
from weasyprint import Document
from weasyprint.pdf.stream import Stream

from studyguide.formats.pdf.tagging.structure_tree import StructureWriter
from studyguide.formats.pdf.tagging.tree_from_boxes import Tagger
from studyguide.formats.pdf.weasy import boxes, patch_note_links
from studyguide.formats.pdf.weasy.boxes import Box, Element
from studyguide.formats.pdf.weasy.replaced import Replaced

Rectangle: TypeAlias = tuple[float, float, float, float]
Link: TypeAlias = tuple[str, str, Rectangle, Box]
"""Kind, target, area and box, as in ``Page.links``."""

PRINT = 4
"""The flag for annotations that are printed (ISO 32000-1, table 165)."""


@contextmanager
def tagging(document: Document) -> Iterator[None]:
    """While the block writes `document`, WeasyPrint tags it as described above."""
    for page in document.pages:
        boxes.draw_markers_first(page)
        page.links[:] = _distinct(page.links)
    patch_note_links.add(document)
    hidden = frozenset(_artifacts(document))
    with _ADD_TAGS.by(_add_tags), _MARKED.by(_marked(hidden)):
        yield


_ADD_TAGS = Replaced(weasyprint.pdf, "add_tags")
_MARKED = Replaced(Stream, "marked")


def finish(document: Document, pdf: pydyf.PDF) -> None:
    """Add page labels, and a description to each link. WeasyPrint calls this hook before it writes the file."""
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])})
    for page in document.pages:
        for _, target, _, box in page.links:
            if annotation := box.link_annotation:
                annotation["Contents"] = pydyf.String(_description(box) or target)
                annotation["F"] = PRINT


def _description(box: Box) -> str:
    """The description of a link: its label, or its words if it has none."""
    words = patch_note_links.description(box) or box.element.get("aria-label")
    return words or " ".join("".join(box.element.itertext()).split())


def _artifacts(document: Document) -> Iterator[Box]:
    """The boxes that are pagination artifacts: running heads, repeated table heads, elements hidden from readers."""
    heads: set[Element] = set()
    for page in document.pages:
        here: set[Element] = set()
        for box in _furniture(boxes.page_box(page), heads, here):
            yield from boxes.walk(box)
        heads |= here


def _furniture(box: Box, heads: set[Element], here: set[Element]) -> Iterator[Box]:
    element = box.element
    is_head = isinstance(box, boxes.TableRowGroupBox) and box.is_header
    is_hidden = element is not None and (_is_hidden(element) or _is_line_number(box))
    if isinstance(box, boxes.MarginBox) or is_hidden or (is_head and element in heads):
        yield box
    else:
        if is_head:
            here.add(element)
        for child in boxes.children(box):
            yield from _furniture(child, heads, here)


def _distinct(links: list[Link]) -> list[Link]:
    """The links without the duplicates that WeasyPrint makes for elements inside a link."""
    own = [(target, rectangle) for _, target, rectangle, box in links if box.link]
    return [
        link
        for link in links
        if link[3].link or not any(target == link[1] and _inside(link[2], area) for target, area in own)
    ]


def _inside(inner: Rectangle, outer: Rectangle) -> bool:
    """Whether one rectangle (left, top, right, bottom) is inside another, with a tolerance of half a pixel."""
    return all(
        a >= b - 0.5 if first else a <= b + 0.5
        for a, b, first in zip(inner, outer, (True, True, False, False), strict=True)
    )


def _is_hidden(element: Element) -> bool:
    return bool(element.get("aria-hidden") == "true") or (element.tag == "img" and element.get("alt") == "")


def _is_line_number(box: Box) -> bool:
    """Whether a box is the number of a line of verse, which style sheets show."""
    return (box.element_tag or "").endswith("::before") and box.element.get("data-line") is not None


def _marked(hidden: frozenset[Box]) -> Callable[..., Any]:
    @contextmanager
    def marked(self: Stream, box: Box, tag: str) -> Iterator[None]:
        if box in hidden:
            self.begin_marked_content("Artifact", pydyf.Dictionary({"Type": "/Pagination"}))
            with _not_copied(self) if _is_line_number(box) else nullcontext():
                yield
            self.end_marked_content()
        else:
            with _MARKED.original(self, box, tag):
                yield

    return marked


@contextmanager
def _not_copied(stream: Stream) -> Iterator[None]:
    """Content that is replaced by a space where text is copied or searched (ISO 32000-1, 14.9.4)."""
    stream.begin_marked_content("Span", pydyf.Dictionary({"ActualText": pydyf.String(" ")}))
    yield
    stream.end_marked_content()


def _add_tags(pdf: pydyf.PDF, document: Document, _pdf_version: object, page_streams: list[Stream]) -> None:
    tagger = Tagger()
    for number, (page, stream) in enumerate(zip(document.pages, page_streams, strict=True)):
        tagger.page(number, page.height, boxes.page_box(page), stream._tags)  # noqa: SLF001
    StructureWriter(pdf).write(tagger.document)
    preferences = {"DisplayDocTitle": "true"}
    if document.pages and boxes.page_box(document.pages[0]).style["direction"] == "rtl":
        preferences["Direction"] = "/R2L"
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary(preferences)
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
