"""Print other numbers on laid-out pages, where that moves nothing else.

Figures in the text have one width; the number of a page is alone in its line. What cannot be stamped is laid out again,
so that pages are the same whichever way their numbers came there.
"""

from collections.abc import Sequence

from weasyprint import Document, Page

from studyguide.formats.pdf.weasy import boxes
from studyguide.publication import page_refs

FOLIO = (("counter()", ("page", "decimal")),)
"""What the content of a margin box is that shows the number of its page, and nothing else."""


def set_references(document: Document, numbers: page_refs.PageMap) -> bool:
    """Print the right number wherever another stands in the text; False if one is of another width."""
    wrong = [
        (box, number)
        for page in document.pages
        for box, target in boxes.numbers(page)
        if box.text != page_refs.renumbered(box.text, number := page_refs.number_of(target, numbers))
    ]
    return all(boxes.stamp(box, number) for box, number in wrong)


def set_folios(document: Document, first: int) -> bool:
    """Number the pages from `first` on; False where a number stands among words, or has little room."""
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
    """Whether the words in the margin on one side of a page are few enough that they do not push each other."""
    side = margin.at_keyword.partition("-")[0]
    here = (box for each in margins if each.at_keyword.startswith(side) for box in _texts(each))
    return bool(sum(box.width for box in here) < page.width / 2)


def _texts(margin: boxes.Box) -> list[boxes.Box]:
    return [box for box in boxes.walk(margin) if isinstance(box, boxes.TextBox)]
