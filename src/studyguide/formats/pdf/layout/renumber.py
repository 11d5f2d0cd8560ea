"""Changes page numbers on laid-out pages, if that moves nothing else.

All digits in the text have one width, and the number of a page is alone on its line. Parts that cannot be renumbered
are laid out again, so that the pages are the same in both cases.
"""

from collections.abc import Sequence

from weasyprint import Document, Page

from studyguide.formats.pdf.weasy import boxes
from studyguide.publication import page_refs

FOLIO = (("counter()", ("page", "decimal")),)
"""The ``content`` of a margin box that shows only the page number."""


def set_references(document: Document, numbers: page_refs.PageMap) -> bool:
    """Correct the page references in the text; False if a number does not fit in place of another."""
    wrong = [
        (box, number)
        for page in document.pages
        for box, target in boxes.numbers(page)
        if box.text != page_refs.renumbered(box.text, number := page_refs.number_of(target, numbers))
    ]
    return all(boxes.stamp(box, number) for box, number in wrong)


def set_folios(document: Document, first: int) -> bool:
    """Number the pages from `first` on; False if a page number is among words, or its margin is crowded."""
    return all(_set_folio(page, number) for number, page in enumerate(document.pages, start=first))


def _set_folio(page: Page, number: int) -> bool:
    margins = [box for box in boxes.children(boxes.page_box(page)) if isinstance(box, boxes.MarginBox)]
    for margin in margins:
        if "('page'" not in str(margin.style["content"]):
            continue
        align = margin.style["text_align_all"]
        fits = margin.style["content"] == FOLIO and _is_loose(page, margins, margin)
        if not fits or not all(boxes.print_over(box, str(number), align) for box in _texts(margin)):
            return False
    return True


def _is_loose(page: Page, margins: Sequence[boxes.Box], margin: boxes.Box) -> bool:
    """Whether the texts in the margin on this side of the page are short enough not to affect each other's place."""
    side = margin.at_keyword.partition("-")[0]
    here = (box for each in margins if each.at_keyword.startswith(side) for box in _texts(each))
    return bool(sum(box.width for box in here) < page.width / 2)


def _texts(margin: boxes.Box) -> list[boxes.Box]:
    return [box for box in boxes.walk(margin) if isinstance(box, boxes.TextBox)]
