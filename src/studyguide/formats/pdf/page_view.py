"""Page view: the pages of a guide, one at a time, while the guide changes. Not for files: they are without tags."""

from collections.abc import Mapping
from dataclasses import replace

from studyguide.formats import LayoutOptions
from studyguide.formats.pdf.in_parts import PartedDocument
from studyguide.formats.pdf.part_cache import pictures
from studyguide.formats.pdf.workers.pool import WorkerPool
from studyguide.publication import Publication
from studyguide.publication.drawing_colours import painted
from studyguide.support.keep import Keep
from studyguide.themes.theme import Look


class PageView:
    """The pages of the newest version in a look. Each version is laid out as a build would do it.

    What has not changed since the version before is neither prepared nor laid out again.
    """

    def __init__(self, look: Look, layout_options: LayoutOptions) -> None:
        self.look, self._options, self._keep = look, replace(layout_options, workers=1), Keep()
        self._pool: WorkerPool | None = None
        self._pictures: Mapping[str, str] = {}
        self._document: PartedDocument | None = None

    def lay_out(self, publication: Publication) -> None:
        """Lay out a version. Raises `BuildError` and `OSError`; the version before then stays."""
        keep = self._keep
        sections = tuple(keep.equal(("section", each.id), each) for each in publication.sections)
        labels, metadata = keep.equal("labels", publication.labels), keep.equal("metadata", publication.metadata)
        publication = replace(publication, sections=sections, labels=labels, metadata=metadata)
        publication = painted(publication, *self.look.drawing_colours, keep)
        found = pictures(publication)
        if self._pool is None or found != self._pictures:
            self._pool, self._pictures = WorkerPool(publication, self.look, 1, keeps_pages=True), found
        self._document = PartedDocument(publication, self.look, self._options, keep, self._pool)

    @property
    def pages(self) -> int:
        """The number of pages of the last version."""
        return self._document.pages if self._document else 0

    @property
    def numbers(self) -> Mapping[str, int]:
        """The page of each id in the last version."""
        return self._document.numbers if self._document else {}

    def pdf(self, number: int) -> bytes:
        """A page of the last version as a PDF. Raises `BuildError` if there is no such page."""
        if self._document is None:
            raise ValueError("nothing is laid out")
        return self._document.page(number)
