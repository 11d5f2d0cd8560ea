"""The final check of laid-out pages: every page number is right, and every note is printed once, with its mark."""

from collections import defaultdict

from weasyprint import Document

from studyguide.formats.pdf.weasy import boxes
from studyguide.formats.pdf.weasy.boxes import Element
from studyguide.publication.page_refs import PageMap, renumbered
from studyguide.support.errors import BuildError


def proofread(document: Document, first: int, numbers: PageMap, notes: int) -> None:
    """Check one part that begins on page `first`; `notes` is how many it has. Raises `BuildError`."""
    _check_numbers(document, first, numbers)
    _check_notes(document, first, notes)


def _check_numbers(document: Document, first: int, numbers: PageMap) -> None:
    for number, page in enumerate(document.pages, start=first):
        for box, target in boxes.numbers(page):
            if box.text != renumbered(box.text, numbers[target]):
                raise BuildError(
                    f"Page {number} prints “{box.text}” for '{target}', which is on page {numbers[target]}."
                )


def _check_notes(document: Document, first: int, notes: int) -> None:
    marks: dict[Element, list[int]] = defaultdict(list)
    texts: dict[Element, list[int]] = defaultdict(list)
    for number, page in enumerate(document.pages, start=first):
        for element in boxes.marks(page):
            marks[element].append(number)
        for element in boxes.notes(page):
            texts[element].append(number)
    for element in marks | texts:
        if len(marks[element]) != 1 or marks[element] != texts[element]:
            words = " ".join("".join(element.itertext()).split())[:60]
            raise BuildError(
                f"The note “{words}” has its mark on {_pages(marks[element])} and its text on "
                f"{_pages(texts[element])}. Shorten the note, or the paragraph that it belongs to."
            )
    if len(marks) != notes:
        raise BuildError(f"Notes expected from page {first} on: {notes}; printed: {len(marks)}.")


def _pages(found: list[int]) -> str:
    return "no page" if not found else "page " + " and ".join(map(str, found))
