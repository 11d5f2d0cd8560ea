"""Merges tagged PDFs, one for each part, into one (ISO 32000-1, 7.7.3, 12.3 and 14.7).

The first PDF becomes the book, and provides the metadata and the page labels. The pages of the others are added after
its own. Their structure, outline, destinations and fonts are merged into those of the book.
"""

import io
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

from studyguide.formats.pdf.merge.tags import Outline, Structure


def bind(parts: Sequence[bytes], fonts: Sequence[Mapping[str, bytes]], target: Path) -> None:
    """Write parts as one file. `fonts` has the font files of each part, by their names in it.

    The same input gives the same bytes.
    """
    with ExitStack() as stack:
        opened = [stack.enter_context(pikepdf.open(io.BytesIO(part))) for part in parts]
        book = MergedPdf(opened[0], stack)
        for part, its_fonts in zip(opened, fonts, strict=True):
            book.add(part, its_fonts)
        book.finish()
        written = io.BytesIO()  # if the disk is full, qpdf would end the process
        opened[0].save(
            written,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        target.write_bytes(written.getvalue())


class MergedPdf:
    """The book that parts are added to."""

    def __init__(self, pdf: pikepdf.Pdf, stack: ExitStack) -> None:
        self._pdf, self._stack = pdf, stack
        self._structure = Structure(pdf.Root.StructTreeRoot)
        self._outline = Outline()
        self._places: dict[bytes, tuple[Any, Any]] = {}
        self._fonts: dict[bytes, Any] = {}

    def add(self, part: pikepdf.Pdf, fonts: Mapping[str, bytes]) -> None:
        """Add the next part; the first is the book itself."""
        if part is not self._pdf:
            for page in part.pages:
                self._pdf.pages.append(page)
        pages = [page.obj for page in list(self._pdf.pages)[-len(part.pages) :]]
        for name, file in fonts.items():
            pages[0].Resources.Font[f"/{name}"] = self._font(file)  # all pages of a part have the same resources
        self._structure.add(self._own(part, part.Root.StructTreeRoot), pages)
        if "/Outlines" in part.Root:
            self._outline.add(self._own(part, part.Root.Outlines))
        names = part.Root.get("/Names", Dictionary()).get("/Dests", Dictionary()).get("/Names", Array())
        names = self._own(part, names)
        for place in range(0, len(names), 2):  # the first of a name wins
            self._places.setdefault(bytes(names[place]), (names[place], names[place + 1]))

    def finish(self) -> None:
        """Write the merged structure, outline and destinations."""
        self._structure.finish(self._pdf)
        self._outline.finish(self._pdf)
        names = [each for _, place in sorted(self._places.items(), key=lambda item: item[0]) for each in place]
        if names:
            self._pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array(names)))

    def _own(self, part: pikepdf.Pdf, found: Any) -> Any:
        """An object of a part, copied into the book. Add pages before you copy objects that refer to them."""
        if part is self._pdf:
            return found
        return self._pdf.copy_foreign(found if found.is_indirect else part.make_indirect(found))

    def _font(self, file: bytes) -> Any:
        if file not in self._fonts:
            font = self._stack.enter_context(pikepdf.open(io.BytesIO(file)))
            self._fonts[file] = self._pdf.copy_foreign(font.Root.Face)
        return self._fonts[file]
