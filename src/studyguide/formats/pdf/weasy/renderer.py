"""WeasyPrint with our fonts, style sheets and closed URL fetcher; its logged warnings become errors."""

import io
from collections.abc import Hashable, Iterable
from contextlib import AbstractContextManager, nullcontext
from hashlib import sha256
from pathlib import Path
from typing import Any

from weasyprint import Document

from studyguide.formats.pdf.forms.acroform import fillable
from studyguide.formats.pdf.merge.detached_part import detached, embedded, faces, unlinked
from studyguide.formats.pdf.weasy import boxes, patch_tags
from studyguide.formats.pdf.weasy.lock import exclusive
from studyguide.formats.pdf.weasy.patch_font_subsets import cutting_at_once
from studyguide.formats.pdf.weasy.patch_footnotes import keeping_notes
from studyguide.formats.pdf.weasy.patch_kept_pages import KeptPages
from studyguide.formats.pdf.weasy.patch_line_breaks import filling_lines
from studyguide.formats.pdf.weasy.patch_paint_order import painting_in_order
from studyguide.formats.pdf.weasy.patch_soft_hyphens import softening_hyphens
from studyguide.formats.pdf.weasy.patch_text_indent import indenting_lines
from studyguide.formats.pdf.weasy.source import Source
from studyguide.formats.pdf.weasy.stylesheets import font_and_rules, strict
from studyguide.formats.pdf.weasy.url_fetcher import ClosedFetcher, files, leads_out_well
from studyguide.formats.pdf.workers.messages import CLOSE, USUAL, EmbeddedFace, WrittenPart
from studyguide.publication import Publication
from studyguide.support.errors import BuildError
from studyguide.themes.theme import Look

VARIANT = "pdf/ua-1"

SPILT = 0.3
"""The share of the last page of a part that must be filled for the page to be worthwhile."""

MOST_SAVED = 0.13
"""The most that setting a page closer together saves, as a share of the page."""


class Renderer:
    """Lays out and writes the parts of one publication in one look."""

    @exclusive
    def __init__(self, publication: Publication, look: Look, *, keeps_pages: bool = False) -> None:
        """With `keeps_pages`, pages of a part are kept when it is laid out again, if they have not changed."""
        self.metadata = publication.metadata
        self._faces = look.fonts
        self._families = {font.family for font in look.fonts}
        self._fetcher = ClosedFetcher(files(publication, look))
        self._fonts, self._css = font_and_rules(look)
        self.kept = KeptPages() if keeps_pages else None

    @exclusive
    def lay_out(self, html: str) -> Document:
        """Break one part into pages. Raises `BuildError` for anything WeasyPrint complains about."""
        return self.fitted(html)[0]

    @exclusive
    def fitted(self, html: str, part: Hashable = None) -> tuple[Document, bool]:
        """Break one part into pages; also whether it is set closer together. Raises `BuildError`, as `lay_out` does.

        If only a few lines run on to another page, the part is set closer together if that saves the page.
        """
        document = self._laid_out(html, part)
        if USUAL in html and _spills(document):
            close = self._laid_out(html.replace(USUAL, CLOSE, 1), (part, CLOSE))
            if len(close.pages) < len(document.pages):
                return close, True
        return document, CLOSE in html

    def _laid_out(self, html: str, part: Hashable) -> Document:
        keeping = self.kept.of(part) if self.kept else nullcontext()
        with self._strict(), keeping_notes(), filling_lines(), indenting_lines(), keeping:
            document = Source(html, self._fetcher).render(
                self._fonts, stylesheets=[self._css], pdf_variant=VARIANT, cache={}
            )
        self._check_links(document)
        return document

    @exclusive
    def write(self, book: Document, target: Path) -> None:
        """Write the laid-out pages as one tagged PDF. A document can be written only once."""
        with fillable(book, self._faces), self._strict(), cutting_at_once():
            self._write(book, target, sha256(repr(self.metadata).encode()).digest()[:16])
        self._check_fonts(book)

    @exclusive
    def write_part(self, document: Document) -> tuple[WrittenPart, Iterable[Any]]:
        """Write one laid-out part as a separate PDF without its fonts; return it and WeasyPrint's font objects."""
        document.fonts = {}
        written = io.BytesIO()
        with self._strict(), detached():
            self._write(document, written, None)  # no identifier: other publications may share the part
        self._check_fonts(document)
        return WrittenPart(written.getvalue(), faces(document)), document.fonts.values()

    @exclusive
    def write_page(self, document: Document, place: int) -> bytes:
        """One page as a PDF without tags, which looks like the same page in the whole document."""
        written = io.BytesIO()
        with self._strict(), unlinked(), cutting_at_once(), softening_hyphens(), painting_in_order():
            document.copy([document.pages[place]]).write_pdf(written)
        return written.getvalue()

    @exclusive
    def embed(self, font: Any, face: EmbeddedFace) -> bytes:
        """A file that holds one font, with the glyphs that all parts together use."""
        with self._strict(), cutting_at_once():
            return embedded(font, face)

    def _write(self, book: Document, target: Path | io.BytesIO, identifier: bytes | None) -> None:
        with patch_tags.tagging(book), softening_hyphens(), painting_in_order():
            book.write_pdf(target, finisher=patch_tags.finish, pdf_variant=VARIANT, pdf_identifier=identifier)

    def _strict(self) -> AbstractContextManager[None]:
        return strict(self._fetcher.refused)

    def _check_links(self, document: Document) -> None:
        for page in document.pages:
            for kind, target, _, _ in page.links:
                if kind != "internal" and not (kind == "external" and leads_out_well(target)):
                    raise BuildError(f"A link leads to {target}. Links may lead only to the web or into the guide.")

    def _check_fonts(self, book: Document) -> None:
        """Refuse system fonts: on another machine the pages would look different."""
        for font in book.fonts.values():
            if font.family not in self._families:
                letters = " ".join(dict.fromkeys("".join(font.to_unicode.values())))[:40]
                raise BuildError(f"No font of the look has these characters: {letters} ({font.family} has).")


def _spills(document: Document) -> bool:
    """Whether the last page of a part has so little on it that the pages before may have room for it."""
    last = document.pages[-1]
    filled = 1 - boxes.free_height(last) / boxes.height(last)
    return filled < min(SPILT, MOST_SAVED * (len(document.pages) - 1))
