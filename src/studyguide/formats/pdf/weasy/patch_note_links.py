"""Adds links from the mark of a note to the note, and from its number back: WeasyPrint 70 makes neither.

The module is needed until Kozea/WeasyPrint#1545 is resolved. It replaces no part of WeasyPrint: it adds the links to
those of the pages. tests/formats/test_pdf_upstream.py fails when WeasyPrint makes its own.
"""

from collections.abc import Iterator

from weasyprint import Document, Page

from studyguide.formats.pdf.weasy import boxes
from studyguide.formats.pdf.weasy.boxes import Box, Element

CALL, MARKER = "::footnote-call", "::footnote-marker"
NOTE, BACK = "data-note", "data-note-back"
"""The attributes of a note with the descriptions of its links, in which `NUMBER` stands for its number."""
NUMBER = "{number}"
AROUND = 3
"""CSS pixels around a number that its link covers: the number alone is too small for a finger."""


def add(document: Document) -> None:
    """Add links and anchors for the notes of each page, named after their section."""
    names = dict(_names(document))
    for page in document.pages:
        for box in boxes.walk(boxes.page_box(page)):
            name = names.get(box.element)
            if name and boxes.is_pseudo(box, CALL):
                _join(page, box, f"{name}--mark", name)
            elif name and boxes.is_pseudo(box, MARKER):
                _join(page, box, name, f"{name}--mark")


def description(box: Box) -> str | None:
    """The description of the link in a box; None if it is not the link of a note."""
    number = "".join(inner.text for inner in boxes.walk(box) if isinstance(inner, boxes.TextBox)).strip(" .")
    if boxes.is_pseudo(box, CALL):
        return _said(box, NOTE, number)
    return _said(box, BACK, number) if boxes.is_pseudo(box, MARKER) else None


def _said(box: Box, name: str, number: str) -> str:
    """The label that the note has for one of its links; the number itself if there is none."""
    return str(box.element.get(name, NUMBER)).replace(NUMBER, number)


def _names(document: Document) -> Iterator[tuple[Element, str]]:
    """A unique name for each note whose mark is in the document: the ids of a guide never begin with an underscore."""
    section, count = "", 0
    for page in document.pages:
        for box in boxes.walk(boxes.page_box(page)):
            if box.element is not None and box.element.tag == "section" and box.element.get("id"):
                section, count = (section, count) if box.element.get("id") == section else (box.element.get("id"), 0)
            elif boxes.is_pseudo(box, CALL):
                count += 1
                yield box.element, f"_{section}--note-{count}"


def _join(page: Page, box: Box, name: str, target: str) -> None:
    left, top, width, height = box.hit_area()
    area = (left - AROUND, top - AROUND, left + width + AROUND, top + height + AROUND)
    page.anchors.setdefault(name, area)
    page.links.append(("internal", target, area, box))
