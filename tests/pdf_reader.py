"""What PDFium reads and shows of a PDF: an engine that knows nothing of how the file was made."""

import ctypes
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

HYPHEN = re.compile("[\ufffe\x02](?:\r?\n)?")
"""What PDFium gives in place of a hyphen at the end of a line."""

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points."""


def pages(file: Path) -> list[str]:
    """The text of each page in the order it is drawn; a word that is divided has its hyphen and a line break."""
    with _opened(file) as paper:
        return [_plain(text.get_text_range()) for _, text in _texts(paper)]


def within(file: Path, page: int, left: float, width: float) -> list[str]:
    """The words in an upright strip of a page (from 1), in points."""
    with _opened(file) as paper:
        sheet = paper[page - 1]
        return _plain(sheet.get_textpage().get_text_bounded(left, 0, left + width, sheet.get_height())).split()


def placed(file: Path) -> list[list[tuple[Box, str]]]:
    """For each page its pieces of text, with the rectangle that each takes up."""
    with _opened(file) as paper:
        return [[_piece(text, number) for number in range(text.count_rects())] for _, text in _texts(paper)]


def picture(file: Path, page: int, resolution: float) -> Image.Image:
    """A page (from 1) in grey, at so many pixels an inch."""
    with _opened(file) as paper:
        shown = paper[page - 1].render(scale=resolution / 72, grayscale=True)
        return shown.to_pil().convert("L")


def logical(file: Path) -> list[str]:
    """The text of each page in the order of the structure, as a voice reads it; without notes and artifacts."""
    with _opened(file) as paper, pikepdf.open(file) as tagged:
        marks = [_marked(page, text) for page, text in _texts(paper)]
        numbers = {page.obj.objgen: number for number, page in enumerate(tagged.pages)}
        found = ["" for _ in marks]
        for page, mark in _in_order(tagged.Root.StructTreeRoot.K[0], numbers):
            found[page] += marks[page].get(mark, "")
        return [_plain(text) for text in found]


def spoken(file: Path) -> list[tuple[str, str]]:
    """The role of each element of the structure, in reading order, and the text that is marked as its own."""
    with _opened(file) as paper, pikepdf.open(file) as tagged:
        marks = [_marked(page, text) for page, text in _texts(paper)]
        numbers = {page.obj.objgen: number for number, page in enumerate(tagged.pages)}
        return list(_spoken(tagged.Root.StructTreeRoot.K[0], numbers, marks))


@contextmanager
def _opened(file: Path) -> Iterator[Any]:
    paper = pypdfium2.PdfDocument(file)
    try:
        yield paper
    finally:
        paper.close()


def _texts(paper: Any) -> Iterator[tuple[Any, Any]]:
    for page in paper:
        yield page, page.get_textpage()


def _plain(text: str) -> str:
    return "\n".join(line.rstrip() for line in HYPHEN.sub("-\n", text).splitlines())


def _piece(text: Any, number: int) -> tuple[Box, str]:
    box = text.get_rect(number)
    return tuple(round(at, 1) for at in box), _plain(text.get_text_bounded(*box))


def _marked(page: Any, text: Any) -> dict[int, str]:
    """What is written under each number of marked content on a page."""
    found: dict[int, str] = {}
    count, get = pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject
    for mark, part in _drawn([get(page.raw, place) for place in range(count(page.raw))], -1):
        found[mark] = found.get(mark, "") + _written(part, text.raw)
    return found


def _drawn(parts: list[Any], around: int) -> Iterator[tuple[int, Any]]:
    """The texts among some objects, with the numbers of their marked content; a form lends its own to what it draws."""
    for part in parts:
        own, kind = pdfium.FPDFPageObj_GetMarkedContentID(part), pdfium.FPDFPageObj_GetType(part)
        mark = around if own < 0 else own
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield mark, part
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            inner = range(pdfium.FPDFFormObj_CountObjects(part))
            yield from _drawn([pdfium.FPDFFormObj_GetObject(part, place) for place in inner], mark)


def _written(part: Any, text: Any) -> str:
    """The text of a raw object."""
    length = pdfium.FPDFTextObj_GetText(part, text, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFTextObj_GetText(part, text, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _in_order(element: Any, numbers: dict[Any, int]) -> Iterator[tuple[int, int]]:
    """The page and the number of each piece of marked content, in the order of the structure; notes are left out."""
    for kid in element.get("/K", []) if element.S != "/Note" else ():
        if not isinstance(kid, pikepdf.Dictionary):
            yield numbers[element.Pg.objgen], int(kid)
        elif kid.get("/Type") == "/MCR":
            yield numbers[kid.Pg.objgen], int(kid.MCID)
        elif "/S" in kid:
            yield from _in_order(kid, numbers)


def _spoken(element: Any, numbers: dict[Any, int], marks: list[dict[int, str]]) -> Iterator[tuple[str, str]]:
    own, below = [], []
    for kid in element.get("/K", []):
        if not isinstance(kid, pikepdf.Dictionary):
            own.append(marks[numbers[element.Pg.objgen]].get(int(kid), ""))
        elif kid.get("/Type") == "/MCR":
            own.append(marks[numbers[kid.Pg.objgen]].get(int(kid.MCID), ""))
        elif "/S" in kid:
            below += _spoken(kid, numbers, marks)
    yield str(element.S), "".join(own)
    yield from below
