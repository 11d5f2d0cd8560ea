"""Writes a part separately: it keeps its links to other parts, and omits its fonts, which are added once for all parts.

WeasyPrint 70 drops a link whose anchor is not in the document, and embeds the glyphs that the document uses. So
``weasyprint.pdf.resolve_links`` and ``weasyprint.pdf.build_fonts_dictionary`` are replaced while a part is written.
tests/formats/test_pdf_private.py fails when they change.
"""

import copy
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pydyf
import weasyprint.pdf
from weasyprint import DEFAULT_OPTIONS, Document, Page

from studyguide.formats.pdf.weasy.replaced import Replaced
from studyguide.formats.pdf.workers.messages import EmbeddedFace

VERSION = "1.7"
"""The version of PDF that PDF/UA-1 is based on."""


@contextmanager
def detached() -> Iterator[None]:
    """Within the block, documents are written without fonts, and with all their links."""
    with _LINKS.by(_all_links), _FONTS.by(lambda *_: pydyf.Dictionary()):
        yield


@contextmanager
def unlinked() -> Iterator[None]:
    """Within the block, documents are written without links."""
    with _LINKS.by(lambda pages: (([], []) for _ in pages)):
        yield


_LINKS = Replaced(weasyprint.pdf, "resolve_links")
_FONTS = Replaced(weasyprint.pdf, "build_fonts_dictionary")


def faces(document: Document) -> tuple[EmbeddedFace, ...]:
    """The fonts that a written document uses, in order of first use."""
    return tuple(
        EmbeddedFace(
            font.hash, font.ascent, font.descent, tuple(sorted(font.widths.items())), tuple(font.to_unicode.items())
        )
        for font in document.fonts.values()
    )


def embedded(font: Any, face: EmbeddedFace) -> bytes:
    """A PDF with one font, subset to the glyphs of `face`, as ``/Face`` in its catalog."""
    font = copy.copy(font)
    font.variations = dict(font.variations)
    font.ascent, font.descent = face.ascent, face.descent
    font.widths, font.to_unicode = dict(face.widths), dict(face.letters)
    pdf = pydyf.PDF()
    options = DEFAULT_OPTIONS | {"pdf_version": VERSION}
    found = weasyprint.pdf.build_fonts_dictionary(pdf, {face.name: font}, True, True, options)  # noqa: FBT003
    pdf.catalog["Face"] = found[face.name]
    written = io.BytesIO()
    pdf.write(written, version=VERSION, compress=True)
    return written.getvalue()


def _all_links(pages: Sequence[Page]) -> Iterator[tuple[list[Any], list[tuple[str, float, float]]]]:
    """The links and anchors of each page, in WeasyPrint's format; of anchors with the same name, the first is kept."""
    known: set[str] = set()
    for page in pages:
        fresh = {name: place for name, place in page.anchors.items() if name not in known}
        known.update(fresh)
        yield list(page.links), [(name, left, top) for name, (left, top, _, _) in fresh.items()]
