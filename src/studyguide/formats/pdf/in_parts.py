"""A publication whose parts are laid out, cached and written one by one, and then merged into one PDF."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from studyguide.formats import LayoutOptions
from studyguide.formats.pdf.layout.estimate import scale
from studyguide.formats.pdf.layout.html import parts
from studyguide.formats.pdf.layout.page_numbers import NumberedParts
from studyguide.formats.pdf.layout.part import PartState
from studyguide.formats.pdf.merge.fonts import union
from studyguide.formats.pdf.merge.parts import bind
from studyguide.formats.pdf.part_cache import PartCache
from studyguide.formats.pdf.workers.messages import EmbeddedFace, WrittenPart
from studyguide.formats.pdf.workers.pool import WorkerPool
from studyguide.publication import Break, Publication, Section
from studyguide.support.atomic_write import replacing
from studyguide.support.errors import BuildError
from studyguide.support.keep import Keep
from studyguide.themes.theme import Look


class PartedDocument:
    """See `formats.Pages`."""

    def __init__(
        self,
        publication: Publication,
        look: Look,
        layout_options: LayoutOptions,
        keep: Keep | None = None,
        pool: WorkerPool | None = None,
    ) -> None:
        """With the `keep` and the `pool` of an earlier version, only what has changed is prepared and laid out."""
        self._publication = publication
        self._part_cache = PartCache(publication, look, layout_options)
        self._pool = pool or WorkerPool(publication, look, layout_options.workers)
        states = [*map(PartState, parts(publication, keep))]
        self._setting = NumberedParts(states, self._part_cache, self._pool, scale(look))
        with self._closing_after_a_fault():
            self._setting.run()

    @property
    def layouts(self) -> int:
        """How often a part of this document was laid out or renumbered."""
        return self._setting.layouts

    @property
    def breaks(self) -> tuple[Break, ...]:
        """Where each page begins."""
        return tuple(
            Break(str(first + page), name, position)
            for sheet, first in zip(self._setting.sheets, self._setting.firsts(), strict=False)
            for page, name, position in sheet.pages.breaks
        )

    @property
    def numbers(self) -> dict[str, int]:
        """The page of each id."""
        return self._setting.numbers()

    @property
    def pages(self) -> int:
        """The number of pages."""
        return self._setting.firsts()[-1] - 1

    def page(self, number: int) -> bytes:
        """One page as a PDF without tags, to look at. Raises `BuildError` if there is no such page."""
        for sheet, first in zip(self._setting.sheets, self._setting.firsts(), strict=False):
            if number < first + sheet.pages.pages:
                return self._page(sheet, number - first + sheet.final.blank)
        raise BuildError(f"There is no page {number}.")

    def _page(self, sheet: PartState, place: int) -> bytes:
        ((_, sheet.holder, written),) = self._pool.each([sheet], lambda each: ("page", (each.final, place)), _holder)
        return bytes(written)

    def replace_last(self, section: Section) -> None:
        """Replace the last section, and lay it out."""
        self._setting.sheets[-1] = PartState(self._setting.sheets[-1].part.with_last(section))
        with self._closing_after_a_fault():
            self._setting.run()

    def write(self, target: Path) -> int:
        """Write the PDF; return the number of its pages."""
        with closing(self):
            written_parts = self._written_parts(self._setting.sheets)
            fonts = self._fonts(union([written.faces for written in written_parts]))
        with replacing(target) as temporary:
            bind([written.pdf for written in written_parts], fonts, temporary)
        self._part_cache.trim()
        return self.pages

    def close(self) -> None:
        """Stop the processes that hold its pages."""
        self._pool.close()

    @contextmanager
    def _closing_after_a_fault(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self.close()
            raise

    def _written_parts(self, sheets: Sequence[PartState]) -> list[WrittenPart]:
        """The PDF of each part, from the cache or written now."""
        found = {sheet: written for sheet in sheets if (written := self._part_cache.written(sheet.final))}
        for sheet in found:
            sheet.holder = None
        missing = [sheet for sheet in sheets if sheet not in found]
        for sheet, holder, written in self._pool.each(missing, lambda each: ("write", each.final), _holder):
            self._part_cache.keep_written(sheet.final, written)
            found[sheet], sheet.holder = written, holder
        return [found[sheet] for sheet in sheets]

    def _fonts(self, rows: Sequence[Mapping[str, EmbeddedFace]]) -> list[dict[str, bytes]]:
        """The font files of each part by name, from the cache or made by a worker that wrote with the font."""
        files = {face: file for row in rows for face in row.values() if (file := self._part_cache.face(face))}
        users = {face: sheet for sheet, row in self._by_holder(rows) for face in row.values() if face not in files}
        idle = [sheet for sheet in dict.fromkeys(users.values()) if sheet.holder is None]
        for sheet, holder, _ in self._pool.each(idle, lambda each: ("write", each.final)):
            sheet.holder = holder
        for face, _, file in self._pool.each([*users], lambda each: ("embed", each), lambda each: users[each].holder):
            self._part_cache.keep_face(face, file)
            files[face] = file
        return [{name: files[face] for name, face in row.items()} for row in rows]

    def _by_holder(
        self, rows: Sequence[Mapping[str, EmbeddedFace]]
    ) -> list[tuple[PartState, Mapping[str, EmbeddedFace]]]:
        """The parts with their fonts; the parts written in this build come last, so that they take precedence."""
        return sorted(zip(self._setting.sheets, rows, strict=True), key=lambda pair: pair[0].holder is not None)


def _holder(sheet: PartState) -> int | None:
    return sheet.holder
