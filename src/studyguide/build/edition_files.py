"""The files of one edition. It is laid out when the first format needs pages, and only once."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from studyguide import formats
from studyguide.build import file_names, page_map
from studyguide.build.edition_publication import Updated, publish
from studyguide.build.page_map import PageMap, with_room
from studyguide.build.page_numbers import PageNumbers, PrintedEdition
from studyguide.build.request import Built, Request
from studyguide.build.school_document import school_of
from studyguide.editions.select import find
from studyguide.guide.info import Edition
from studyguide.publication import Publication
from studyguide.support import atomic_write, signatures
from studyguide.support.errors import BuildError, NoPangoError, UsageError
from studyguide.themes import theme

NO_NUMBERS = (
    "it has no page numbers, for they are those of the printed pages, and Pango, which lays these out, is missing"
)
NO_LAYOUT = "it has no page numbers, for they are those of the printed pages, and these cannot be laid out: {}"


class EditionFiles:
    """The files of one edition, as requested. Raises `UsageError` for a paper that its theme is not made for."""

    def __init__(self, updated: Updated, request: Request) -> None:
        self._guide, self._edition, self._request = updated.guide, updated.edition, request
        self._publication = updated.publication
        self._paper = file_names.chosen(updated.edition, request.paper, is_booklet=request.booklet)
        self._theme = request.theme or updated.edition.theme or "quiet"
        if fault := theme.unsuitable(self._theme, self._paper.pages):
            raise UsageError(fault)
        self._paging = PageNumbers(request.layout_options)
        self._map: PageMap | None = None
        self._unlaid: BuildError | None = None
        """The error of a failed layout, which is not tried again for the next format."""

    def write(self, writer: formats.Format) -> Built:
        """Write one format. Raises `BuildError`."""
        paper = self._paper if writer.ON_PAPER or self._has_numbers(writer) else file_names.Paper()
        target = self._target(paper.special, writer.SUFFIX)
        with atomic_write.naming(target):  # a layout also needs disk space
            return self._on_pages(target) if writer.PAGED else self._without_pages(writer, target)

    def write_map(self) -> tuple[Built, ...]:
        """Write the page map as JSON, if the edition has one and a written format needed it."""
        if self._map is None or self._request.booklet:
            return ()
        target = self._target((*self._paper.special, page_map.NAME), ".json")
        about = {"guide": self._guide.info.name, "edition": self._edition.id, "paper": self._paper.pages}
        text = json.dumps({**about, **self._map.data()}, indent=1, ensure_ascii=False)
        with atomic_write.replacing(target) as path:
            path.write_text(text + "\n", "utf-8")
        return (Built(target, None),)

    def close(self) -> None:
        """Release the layouts."""
        self._paging.close()

    def _on_pages(self, target: Path) -> Built:
        with self._once():
            pages = self._paging.pages(self._printed)
        return Built(target, self._fold(pages, target) if self._request.booklet else pages.write(target))

    def _without_pages(self, writer: formats.Format, target: Path) -> Built:
        name = writer.SUFFIX.lstrip(".-")
        paper = self._paper.pages if writer.ON_PAPER else "a4"
        school = school_of(self._guide.folder, name)
        look = theme.look(name, theme=self._theme, paper=paper, school=school).in_language(*self._language)
        publication, remark = self._numbered() if self._has_numbers(writer) else (self._publication, None)
        return Built(target, writer.write(publication, look, target), remark)

    def _has_numbers(self, writer: formats.Format) -> bool:
        return writer.NUMBERED and self._request.numbered

    def _numbered(self) -> tuple[Publication, str | None]:
        """The publication with the page numbers of the printed pages; or the reason why it has none."""
        try:
            with self._once():
                return self._printed.with_breaks(self._paging.breaks(self._printed, again=True)), None
        except NoPangoError:
            return self._publication, NO_NUMBERS
        except BuildError as error:
            return self._publication, NO_LAYOUT.format(error)

    @contextmanager
    def _once(self) -> Iterator[None]:
        if self._unlaid is not None:
            raise self._unlaid
        try:
            yield
        except BuildError as error:
            self._unlaid = error
            raise

    @cached_property
    def _printed(self) -> PrintedEdition:
        """The printed edition, with its page map."""
        look = theme.look(formats.PAGED, theme=self._theme, paper=self._paper.pages).in_language(*self._language)
        printed = PrintedEdition(self._edition, self._with_room(self._edition, self._publication), look)
        if self._edition.page_maps:
            printed, self._map = self._paging.mapped(printed, self._other)
        return printed

    def _other(self, name: str) -> PrintedEdition:
        """Another edition as printed, but without the content of its own page map."""
        edition = find(self._guide, name)
        paper, its_theme = file_names.paper(edition, self._request.paper).pages, edition.theme or "quiet"
        if theme.unsuitable(its_theme, paper):  # its readers then have it on whole sheets
            paper = signatures.WHOLES[paper]
        look = theme.look(formats.PAGED, theme=its_theme, paper=paper).in_language(*self._language)
        publication = publish(self._guide, edition, theme.drawing(its_theme, paper))
        return PrintedEdition(edition, self._with_room(edition, publication), look)

    @property
    def _language(self) -> tuple[str, str]:
        """The language of the guide, and its direction."""
        return self._publication.metadata.language, self._publication.metadata.direction

    def _with_room(self, edition: Edition, publication: Publication) -> Publication:
        titles = [find(self._guide, name).title for name in edition.page_maps]
        return with_room(publication, titles) if titles else publication

    def _target(self, special: tuple[str, ...], suffix: str) -> Path:
        return self._request.output / file_names.file(self._guide, self._edition, special, suffix)

    def _fold(self, pages: formats.Pages, target: Path) -> int:
        """Write pages of half size, then put them on sheets. The number of pages."""
        from studyguide.formats.booklet import impose

        with atomic_write.replacing(target) as unfolded:
            try:
                number = pages.write(unfolded)
                impose(unfolded, unfolded, signatures.WHOLES[self._paper.pages], self._publication.labels)
            except BuildError as error:  # it names the temporary file
                raise BuildError(str(error).replace(str(unfolded), str(target))) from error
        return number
