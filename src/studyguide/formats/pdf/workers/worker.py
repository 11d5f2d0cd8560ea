"""Lays out and writes parts in one process, which keeps laid-out pages until they are written."""

import re
from typing import Any

from weasyprint import Document

from studyguide.formats.pdf.layout.page_starts import breaks
from studyguide.formats.pdf.layout.renumber import set_folios, set_references
from studyguide.formats.pdf.layout.verify import proofread
from studyguide.formats.pdf.weasy.lock import exclusive
from studyguide.formats.pdf.weasy.renderer import Renderer
from studyguide.formats.pdf.workers.messages import EmbeddedFace, Job, PartLayout, WrittenPart
from studyguide.publication import Publication
from studyguide.themes.theme import Look

SIDED = re.compile(r"@page[^{]*:\s*(left|right)|break-(before|after|inside)\s*:\s*(left|right|recto|verso)")
"""The rules of a style sheet that make left and right pages different."""


class Worker:
    """Lays out and writes parts of one publication in one look."""

    def __init__(self, publication: Publication, look: Look, *, keeps_pages: bool = False) -> None:
        self.renderer = Renderer(publication, look, keeps_pages=keeps_pages)
        self._sided = bool(SIDED.search(look.css))
        self._held: dict[int, tuple[Job, Document, PartLayout]] = {}
        self._fonts: dict[str, Any] = {}

    @exclusive
    def lay_out(self, job: Job) -> PartLayout:
        """Break a part into pages, or correct the numbers on the pages it already has. Raises `BuildError`."""
        document, laid = self.stamped(job) or self._new(job)
        self._held[job.place] = job, document, laid
        if not job.draft:
            proofread(document, job.first, job.numbers, job.notes)
        return laid

    @exclusive
    def page(self, asked: tuple[Job, int]) -> bytes:
        """One page of a part, by its place, as a PDF without tags. The part's pages are kept."""
        job, place = asked
        if job.place not in self._held or self._held[job.place][0] != job:
            self.lay_out(job)
        return self.renderer.write_page(self._held[job.place][1], place)

    def write(self, job: Job) -> WrittenPart:
        """Write a part, and discard its pages. Raises `BuildError`."""
        if job.place not in self._held or self._held[job.place][0] != job:
            self.lay_out(job)
        _, document, _ = self._held.pop(job.place)
        written, fonts = self.renderer.write_part(document)
        self._fonts.update((font.hash, font) for font in fonts)
        return written

    def embed(self, face: EmbeddedFace) -> bytes:
        """The file of a font that a part written by this worker uses."""
        return self.renderer.embed(self._fonts[face.name], face)

    def _new(self, job: Job) -> tuple[Document, PartLayout]:
        document, close = self.renderer.fitted(job.html, (job.ids, job.draft))
        return document, _laid(document, job, close=close)

    def stamped(self, job: Job) -> tuple[Document, PartLayout] | None:
        """The renumbered pages of a part; None if it has no pages here, or if the new numbers would move something."""
        if job.place not in self._held:
            return None
        before, document, laid = self._held[job.place]
        if (before.skeleton, before.located) != (job.skeleton, job.located):
            return None
        if self._sided and before.first % 2 != job.first % 2:
            return None
        right = set_references(document, job.numbers) and set_folios(document, job.first)
        return (document, laid) if right else None


def _laid(document: Document, job: Job, *, close: bool) -> PartLayout:
    anchors: dict[str, int] = {}
    for number, page in enumerate(document.pages, start=-int(job.blank)):
        for anchor in page.anchors:
            anchors.setdefault(anchor, number)
    links = [target for page in document.pages for kind, target, _, _ in page.links if kind == "internal"]
    away = tuple(target for target in links if target not in anchors)
    opening = tuple((page - job.blank, name, position) for page, name, position in breaks(document, job.ids))
    return PartLayout(len(document.pages) - job.blank, anchors, opening, away, close)
