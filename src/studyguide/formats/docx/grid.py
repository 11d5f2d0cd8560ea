"""Rooms side by side: rows of one table, whose header says what each column is for, and is repeated on each page."""

from collections.abc import Sequence

from studyguide.formats.docx import tables
from studyguide.formats.docx.place import Number, Place, Writer
from studyguide.formats.docx.styles import style_id
from studyguide.formats.docx.wml import paragraph, run
from studyguide.support import xhtml
from studyguide.support.xhtml import Element


class Grid:
    """Writes grids."""

    def __init__(self, blocks: Writer) -> None:
        self._blocks = blocks

    def write(self, first: Element, place: Place) -> None:
        """Write an element of the class ``fields`` and those that follow it as one table; the others write nothing."""
        before = first.getprevious()
        if before is not None and "fields" in xhtml.classes(before):
            return
        rows = [first]
        for following in first.itersiblings():
            if "fields" not in xhtml.classes(following):
                break
            rows.append(following)
        self.rows(rows, place, [None] * len(rows))

    def rows(self, rows: Sequence[Element], place: Place, numbers: Sequence[Number | None]) -> None:
        """Write rows, each with the number of its task in the first cell."""
        fields = [list(xhtml.with_class(row, "field")) for row in rows]
        labels = [_label(field) for field in fields[0]]
        is_headed = "what" in xhtml.classes(fields[0][0])
        widths = tables.grid_widths(len(labels), place.width, is_headed=is_headed)
        heads = [paragraph(style_id("Table head"), run(label)) for label in labels]
        cells = [tables.cell([head], width) for head, width in zip(heads, widths, strict=True)]
        made = [tables.row(cells, is_header=True)]
        for row, number in zip(fields, numbers, strict=True):
            rooms = (room for field in row for room in xhtml.with_class(field, "room"))
            lines = max((int(room.get("data-lines", "0")) for room in rooms), default=0)
            numbered = [number, *[None] * (len(row) - 1)]
            filled = [self._cell(*each, place) for each in zip(row, numbered, widths, strict=True)]
            made.append(tables.row(filled, height=lines * self._blocks.design.line))
        title = " / ".join(filter(None, labels))
        self._blocks.add(
            tables.table(tables.GRID, widths, made, title, heads_rows=is_headed), paragraph(style_id("After table"))
        )

    def _cell(self, field: Element, number: Number | None, width: int, place: Place) -> Element:
        for label in xhtml.with_class(field, "field-label"):
            xhtml.remove(label)
        inside = Place(width, "Table text", number=number, is_cell=True, form=place.form)
        return tables.cell(self._blocks.inside(field, inside), width)


def _label(field: Element) -> str:
    """What a column is for: the label above its room, or that of the element."""
    label = next(xhtml.with_class(field, "field-label"), None)
    return xhtml.text(label) if label is not None else str(field.get("data-label", ""))
