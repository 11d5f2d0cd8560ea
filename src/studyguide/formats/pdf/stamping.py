"""Print other numbers on laid-out pages, where that moves nothing: figures have one width.

What cannot be stamped is laid out again, so that pages are the same whichever way their numbers came there.
"""

from weasyprint import Document, Page

from studyguide import pages
from studyguide.formats.pdf import boxes

FOLIO = (("counter()", ("page", "decimal")),)
"""What the content of a margin box is that shows the number of its page, and nothing else."""


def set_references(document: Document, numbers: pages.PageMap) -> bool:
    """Print the right number wherever another stands in the text; False if one is of another width."""
    wrong = [
        (box, number)
        for page in document.pages
        for box, target in boxes.numbers(page)
        if box.text != pages.renumbered(box.text, number := pages.number_of(target, numbers))
    ]
    return all(boxes.stamp(box, number) for box, number in wrong)


def set_folios(document: Document, first: int) -> bool:
    """Number the pages from `first` on; False where a number is of another width, or stands among words."""
    return all(_set_folio(page, number) for number, page in enumerate(document.pages, start=first))


def _set_folio(page: Page, number: int) -> bool:
    for margin in boxes.children(boxes.page_box(page)):
        if isinstance(margin, boxes.MarginBox) and "('page'" in str(margin.style["content"]):
            texts = [box for box in boxes.walk(margin) if isinstance(box, boxes.TextBox)]
            if margin.style["content"] != FOLIO or not all(boxes.print_over(box, str(number)) for box in texts):
                return False
    return True
