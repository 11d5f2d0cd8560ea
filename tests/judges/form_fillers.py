"""Three viewers that fill a form in and save it, and two that show it; imported late, since only judges have them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image
from verdict import CI, program, run

Texts = dict[str, str]
Buttons = dict[str, str]
"""The values of the buttons to choose, by their labels."""

LENGTH = 400
"""Bytes that hold any name of a field in the tests, in UTF-16."""


def pdfjs(empty: Path, filled: Path, texts: Texts, buttons: Buttons) -> None:
    """Fill with pdf.js, the engine of Firefox, which finds a button by its label."""
    script = CI / "judges/fill.mjs"
    done = run(program("node"), script, empty, filled, json.dumps(texts), json.dumps(list(buttons)))
    assert not done.returncode, done.stderr
    assert set(buttons) < set(json.loads(done.stdout))


def mupdf(empty: Path, filled: Path, texts: Texts, buttons: Buttons) -> None:
    """Fill with MuPDF, which finds a button by its label too."""
    import pymupdf

    with pymupdf.open(empty) as paper:
        for page in paper:
            for widget in page.widgets():
                if widget.field_type == pymupdf.PDF_WIDGET_TYPE_TEXT:
                    widget.field_value = texts[widget.field_name]
                    widget.update()
                elif widget.field_label in buttons:
                    widget.field_value = True
                    widget.update()
        paper.save(filled)


def chrome(empty: Path, filled: Path, texts: Texts, buttons: Buttons) -> None:
    """Fill with PDFium, the engine of Chromium's viewer: type letter by letter, click on the button of a value."""
    import pypdfium2.raw as pdfium

    with _open(empty) as paper:
        for page in paper:
            for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
                _enter(paper.formenv, page, pdfium.FPDFPage_GetAnnot(page, number), texts, set(buttons.values()))
        paper.save(filled)


@contextmanager
def _open(file: Path) -> Iterator[Any]:
    import pypdfium2

    paper = pypdfium2.PdfDocument(file)
    paper.init_forms()
    try:
        yield paper
    finally:
        paper.close()


def _enter(form: Any, page: Any, field: Any, texts: Texts, values: set[str]) -> None:
    import pypdfium2.raw as pdfium

    kind = pdfium.FPDFAnnot_GetFormFieldType(form, field)
    if kind == pdfium.FPDF_FORMFIELD_TEXTFIELD:
        assert pdfium.FORM_SetFocusedAnnot(form, field)
        for letter in texts[_words(pdfium.FPDFAnnot_GetFormFieldName, form, field)]:
            assert pdfium.FORM_OnChar(form, page, ord("\r" if letter == "\n" else letter), 0)
    elif _words(pdfium.FPDFAnnot_GetFormFieldExportValue, form, field) in values:
        place = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(field, place)
        middle = (place.left + place.right) / 2, (place.top + place.bottom) / 2
        pdfium.FORM_OnMouseMove(form, page, 0, *middle)
        pdfium.FORM_OnLButtonDown(form, page, 0, *middle)
        pdfium.FORM_OnLButtonUp(form, page, 0, *middle)
    pdfium.FORM_ForceToKillFocus(form)
    pdfium.FPDFPage_CloseAnnot(field)


def _words(read: Any, form: Any, field: Any) -> str:
    import pypdfium2.raw as pdfium

    buffer = (pdfium.FPDF_WCHAR * (LENGTH // 2))()
    length = read(form, field, buffer, LENGTH)
    return bytes(buffer)[: max(0, length - 2)].decode("utf-16-le")


FILLERS = {"PDFium": chrome, "pdf.js": pdfjs, "MuPDF": mupdf}


def shown_by_pdfium(file: Path, number: int) -> Image.Image:
    """Page `number` (from 0) in grey, one pixel a point."""
    with _open(file) as paper:
        return paper[number].render(scale=1).to_pil().convert("L")


def shown_by_mupdf(file: Path, number: int) -> Image.Image:
    """Page `number` (from 0) in grey, one pixel a point."""
    import pymupdf

    with pymupdf.open(file) as paper:
        drawn = paper[number].get_pixmap(colorspace=pymupdf.csGRAY)
        return Image.frombytes("L", (drawn.width, drawn.height), drawn.samples)


VIEWERS = {"PDFium": shown_by_pdfium, "MuPDF": shown_by_mupdf}
