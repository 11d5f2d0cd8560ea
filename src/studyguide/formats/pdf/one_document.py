"""A publication laid out as one document, which knows where its pages begin and can be written."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from studyguide.formats.pdf.layout.page_starts import breaks
from studyguide.formats.pdf.layout.paginate import lay_out
from studyguide.formats.pdf.layout.verify import proofread
from studyguide.formats.pdf.weasy.lock import exclusive
from studyguide.formats.pdf.weasy.renderer import Renderer
from studyguide.publication import Break, Publication, Section
from studyguide.support.atomic_write import replacing
from studyguide.themes.theme import Look


class WholeDocument:
    """See `formats.Pages`."""

    @exclusive
    def __init__(self, publication: Publication, look: Look) -> None:
        self._renderer = Renderer(publication, look)
        self._layout = lay_out(publication, self._renderer)
        self._proofread()

    @cached_property
    def breaks(self) -> tuple[Break, ...]:
        """Where each page begins; a sheet to hand out has none."""
        return tuple(self._breaks())

    @exclusive
    def replace_last(self, section: Section) -> None:
        """Lay out the last section anew."""
        self._layout.replace_last(section)
        self._proofread()
        self.__dict__.pop("breaks", None)

    @exclusive
    def write(self, target: Path) -> int:
        """Write the PDF, once; the number of its pages."""
        with replacing(target) as temporary:
            self._renderer.write([sheet.document for sheet in self._layout.sheets], temporary)
        return self._layout.sheets[-1].next - 1

    def close(self) -> None:
        """See `formats.Pages`; there is nothing to let go of."""

    def _proofread(self) -> None:
        numbers = self._layout.numbers()
        for sheet in self._layout.sheets:
            proofread(sheet.document, sheet.first, numbers, sheet.part.notes)

    def _breaks(self) -> Iterator[Break]:
        for sheet in self._layout.sheets:
            if sheet.part.id:
                for number, position in breaks(sheet.document, sheet.part.id):
                    yield Break(str(sheet.first + number), sheet.part.id, position)
