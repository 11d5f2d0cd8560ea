"""Bound: a publication whose parts are laid out, kept and written by themselves, and then bound into one PDF."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from studyguide.formats import Workshop
from studyguide.formats.pdf.layout.estimate import scale
from studyguide.formats.pdf.layout.html import Body, parts
from studyguide.formats.pdf.layout.page_numbers import Setting
from studyguide.formats.pdf.layout.part import Sheet
from studyguide.formats.pdf.merge.fonts import together
from studyguide.formats.pdf.merge.parts import bind
from studyguide.formats.pdf.part_cache import Shelf
from studyguide.formats.pdf.workers.messages import Face, Quire
from studyguide.formats.pdf.workers.pool import Crew
from studyguide.publication import Break, Publication, Section
from studyguide.support.atomic_write import replacing
from studyguide.themes.theme import Look


class Bound:
    """See `formats.Pages`."""

    def __init__(self, publication: Publication, look: Look, workshop: Workshop) -> None:
        self._shelf = Shelf(publication, look, workshop)
        self._crew = Crew(publication, look, workshop.workers)
        self._setting = Setting([*map(Sheet, parts(publication))], self._shelf, self._crew, scale(look))
        with self._closing_after_a_fault():
            self._setting.run()

    @property
    def layouts(self) -> int:
        """How often a part was laid out, or stamped, for this."""
        return self._setting.layouts

    @property
    def breaks(self) -> tuple[Break, ...]:
        """Where each page begins."""
        return tuple(
            Break(str(first + page), sheet.part.id, position)
            for sheet, first in zip(self._setting.sheets, self._setting.firsts(), strict=False)
            if sheet.part.id
            for page, position in sheet.pages.breaks
        )

    def replace_last(self, section: Section) -> None:
        """Lay out the last section anew."""
        last = self._setting.sheets[-1].part
        self._setting.sheets[-1] = Sheet(Body(last.metadata, section, opens_right=last.opens_right))
        with self._closing_after_a_fault():
            self._setting.run()

    def write(self, target: Path) -> int:
        """Write the PDF; the number of its pages."""
        with closing(self):
            quires = self._quires(self._setting.sheets)
            fonts = self._fonts(together([quire.faces for quire in quires]))
        with replacing(target) as temporary:
            bind([quire.pdf for quire in quires], fonts, temporary)
        self._shelf.trim()
        return self._setting.firsts()[-1] - 1

    def close(self) -> None:
        """Let the processes end that hold its pages."""
        self._crew.close()

    @contextmanager
    def _closing_after_a_fault(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self.close()
            raise

    def _quires(self, sheets: Sequence[Sheet]) -> list[Quire]:
        """The PDF of each part, from the shelf or written now."""
        found = {sheet: quire for sheet in sheets if (quire := self._shelf.quire(sheet.final))}
        for sheet in found:
            sheet.holder = None
        missing = [sheet for sheet in sheets if sheet not in found]
        for sheet, holder, quire in self._crew.each(missing, lambda each: ("write", each.final), _holder):
            self._shelf.keep_quire(sheet.final, quire)
            found[sheet], sheet.holder = quire, holder
        return [found[sheet] for sheet in sheets]

    def _fonts(self, rows: Sequence[Mapping[str, Face]]) -> list[dict[str, bytes]]:
        """For each part the files of its fonts, from the shelf or made by a worker that has written with them."""
        files = {face: file for row in rows for face in row.values() if (file := self._shelf.face(face))}
        users = {face: sheet for sheet, row in self._by_holder(rows) for face in row.values() if face not in files}
        idle = [sheet for sheet in dict.fromkeys(users.values()) if sheet.holder is None]
        for sheet, holder, _ in self._crew.each(idle, lambda each: ("write", each.final)):
            sheet.holder = holder
        for face, _, file in self._crew.each([*users], lambda each: ("embed", each), lambda each: users[each].holder):
            self._shelf.keep_face(face, file)
            files[face] = file
        return [{name: files[face] for name, face in row.items()} for row in rows]

    def _by_holder(self, rows: Sequence[Mapping[str, Face]]) -> list[tuple[Sheet, Mapping[str, Face]]]:
        """The parts with their fonts; at the end, where they win, those that were written now."""
        return sorted(zip(self._setting.sheets, rows, strict=True), key=lambda pair: pair[0].holder is not None)


def _holder(sheet: Sheet) -> int | None:
    return sheet.holder
