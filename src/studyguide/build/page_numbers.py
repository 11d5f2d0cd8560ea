"""The page breaks of editions. Each layout is made at most once in a build, and its breaks are kept for the next."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from studyguide import formats
from studyguide.build import page_cache, page_map
from studyguide.build.page_map import Paged, PageMap
from studyguide.guide.info import Edition
from studyguide.publication import Break, Publication
from studyguide.themes.theme import Look


@dataclass(frozen=True)
class PrintedEdition:
    """An edition for print: its publication, and its look on paper."""

    edition: Edition
    publication: Publication
    look: Look

    def with_breaks(self, breaks: tuple[Break, ...]) -> Publication:
        """The publication with its printed page breaks, and the name of the printed edition."""
        about, labels = self.publication.metadata, self.publication.labels
        printed_as = labels.say(
            "pdf.printed-as",
            title=about.title,
            edition=about.edition,
            paper=labels.say("pdf.paper", by=self.look.paper),
            date=about.date.isoformat(),
        )
        return replace(self.publication, breaks=breaks, printed_as=printed_as)


class PageNumbers:
    """The layouts of one build."""

    def __init__(self, layout_options: formats.LayoutOptions) -> None:
        self._store = layout_options.store
        self._layout_options = layout_options
        self._pages: dict[str, formats.Pages] = {}

    def breaks(self, printed: PrintedEdition, *, again: bool = False) -> tuple[Break, ...]:
        """The page breaks of an edition; `again` keeps its layout for later calls.

        Raises the errors of a format that lays out pages.
        """
        name = self._key(printed)
        found = self._pages[name].breaks if name in self._pages else page_cache.recall(self._store, name)
        if found is None:
            found = self.pages(printed).breaks
            if not again:
                self._pages.pop(name).close()
        return found

    def pages(self, printed: PrintedEdition) -> formats.Pages:
        """An edition, laid out."""
        name = self._key(printed)
        if name not in self._pages:
            self._pages[name] = formats.paged().lay_out(printed.publication, printed.look, self._layout_options)
            page_cache.keep(self._store, name, self._pages[name].breaks)
        return self._pages[name]

    def close(self) -> None:
        """Release all layouts."""
        for pages in self._pages.values():
            pages.close()

    def mapped(self, printed: PrintedEdition, find: Callable[[str], PrintedEdition]) -> tuple[PrintedEdition, PageMap]:
        """An edition with its declared page map at the end; `find` returns another edition by its id."""
        others = [find(name) for name in printed.edition.page_maps]
        own = self._paged(printed, again=True)
        found = page_map.compare(own, [self._paged(other) for other in others])
        publication = page_map.with_map(printed.publication, found)
        whole = replace(printed, publication=publication)
        self._move(printed, whole)
        return whole, found

    def _paged(self, printed: PrintedEdition, *, again: bool = False) -> Paged:
        edition = printed.edition
        return Paged(edition.id, edition.title, printed.publication, self.breaks(printed, again=again))

    def _key(self, printed: PrintedEdition) -> str:
        return page_cache.key(printed.publication, printed.look, self._layout_options.program)

    def _move(self, before: PrintedEdition, after: PrintedEdition) -> None:
        """Take a layout with a reserved page map as the layout with the finished page map."""
        pages = self._pages.pop(self._key(before), None)
        if pages is not None:
            name = self._key(after)
            pages.replace_last(after.publication.sections[-1])
            self._pages[name] = pages
            page_cache.keep(self._store, name, pages.breaks)
