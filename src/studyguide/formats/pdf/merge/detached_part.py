"""A part written by itself: its links to other parts stay, and its fonts are left out, to be put in once for all parts.

WeasyPrint 70 drops a link whose anchor is not in the document, and embeds of each font what the document uses. So
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
"""Of PDF, which PDF/UA-1 is based on."""


@contextmanager
def detached() -> Iterator[None]:
    """Within the block, documents are written without fonts, and with all their links."""
    with _LINKS.by(_all_links), _FONTS.by(lambda *_: pydyf.Dictionary()):
        yield


_LINKS = Replaced(weasyprint.pdf, "resolve_links")
_FONTS = Replaced(weasyprint.pdf, "build_fonts_dictionary")


def faces(document: Document) -> tuple[EmbeddedFace, ...]:
    """The fonts that a written document uses, in the order of first use."""
    return tuple(
        EmbeddedFace(
            font.hash, font.ascent, font.descent, tuple(sorted(font.widths.items())), tuple(font.to_unicode.items())
        )
        for font in document.fonts.values()
    )


def embedded(font: Any, face: EmbeddedFace) -> bytes:
    """A file that holds one font, cut down to the letters of `face`, as ``/Face`` in its catalog."""
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
    """The links and the anchors of each page, as the original; of anchors with one name the first counts."""
    known: set[str] = set()
    for page in pages:
        fresh = {name: place for name, place in page.anchors.items() if name not in known}
        known.update(fresh)
        yield list(page.links), [(name, left, top) for name, (left, top, _, _) in fresh.items()]
