"""Where letters and pictures stand on the pages of a PDF, as PDFium draws them, in points from the lower left."""

from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

INVISIBLE = {0x20, 0xA0, 0xAD, 0x200B, 0xFFFE}
NEAR = 4
"""Letters that follow each other may touch: ligatures share a place."""
CELL = 12


@dataclass(frozen=True)
class Ink:
    """A letter or a picture."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def area(self):
        return (self.right - self.left) * (self.top - self.bottom)

    def shared(self, other):
        """How large a part of the smaller one lies on the other."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return wide * high / min(self.area, other.area) if wide > 0 and high > 0 else 0.0


def pages(path):
    """For each page: its width, its height, its letters and its pictures."""
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            pictures = [Ink("", *each.get_bounds()) for each in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE])]
            yield *page.get_size(), list(_letters(page.get_textpage())), pictures


def _letters(words):
    for number in range(words.count_chars()):
        code = raw.FPDFText_GetUnicode(words, number)
        if code in INVISIBLE or code < 0x20 or raw.FPDFText_IsGenerated(words, number) == 1:
            continue
        ink = Ink(chr(code), *words.get_charbox(number))
        if ink.area > 0.1:
            yield ink


def faults(path, edge=20):
    """A line for each page where something comes within `edge` of the paper's, or stands on something else."""
    for number, (width, height, letters, pictures) in enumerate(pages(path), 1):
        beyond = [
            ink.text or "picture"
            for ink in (*letters, *pictures)
            if min(ink.left, ink.bottom, width - ink.right, height - ink.top) < edge
        ]
        if beyond:
            yield f"page {number}: beyond the edge: {''.join(beyond)[:60]}"
        over = "".join(_over(letters)) + "".join(
            ink.text for ink in letters for each in pictures if ink.shared(each) > 0.3
        )
        if over:
            yield f"page {number}: over something else: {over[:60]}"


def _over(letters):
    grid = {}
    for number, ink in enumerate(letters):
        column, row = int(ink.left // CELL), int(ink.bottom // CELL)
        around = ((column + x, row + y) for x in (-1, 0, 1) for y in (-1, 0, 1))
        for other in (each for place in around for each in grid.get(place, ())):
            if number - other > NEAR and ink.shared(letters[other]) > 0.3:
                yield ink.text
        grid.setdefault((column, row), []).append(number)
