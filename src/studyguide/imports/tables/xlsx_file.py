"""XLSX (ECMA-376): one sheet of a workbook, with the italics and bold letters of its texts. No formula is computed."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any

from studyguide.imports.runs import Run, words
from studyguide.imports.tables import merged_cells
from studyguide.imports.tables.table import MOST_COLUMNS, Cell, Row, Table, plain, table
from studyguide.imports.tables.workbook import AGAIN, FAULTS, check
from studyguide.support.errors import UsageError, suggestion

MOST_ROWS = 100_000
"""The last row that may have anything in it; empty ones before it take time, too."""
_LARGEST = 10**11
"""Larger numbers are shown with an exponent."""
_FAULTS = {
    "f": "has a formula, which is not computed. Copy it, and paste its value in its place",
    "e": "has an error in place of a value. Correct it",
    "d": "is a date or a time. Give the cell the format Text, and type it again as it should be",
}
"""Cells without a text, by the type that openpyxl gives them."""
_PLAIN_NUMBERS = {"General", "0", "@"}
"""Number formats that show a number with all its digits and no others."""


def read(data: bytes, name: str, sheet: str | None = None) -> Table:
    """The table of a sheet; without a name, of the only one that has anything in it. Raises `UsageError`."""
    import openpyxl  # not needed by other commands

    check(data, name)
    try:
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, rich_text=True, keep_links=False)
        return table(name, _rows(_sheet(book, name, sheet), name))
    except FAULTS as error:
        raise UsageError(f"{name} is not a spreadsheet that can be read. {AGAIN}.") from error


def _sheet(book: Any, name: str, wanted: str | None) -> Any:
    sheets = {each.title: each for each in book.worksheets}
    if wanted is not None:
        if wanted not in sheets:
            raise UsageError(f"There is no sheet '{wanted}' in {name}. {suggestion(wanted, sheets)}")
        return sheets[wanted]
    filled = [
        each for each in sheets.values() if any(not cell.is_empty for row in _rows(each, name) for cell in row.cells)
    ]
    if len(filled) > 1:
        names = ", ".join(f"'{each.title}'" for each in filled)
        raise UsageError(f"{name} has several sheets with content: {names}. Choose one with --sheet.")
    return (filled or [*sheets.values(), None])[0]


def _rows(sheet: Any, name: str) -> Iterator[Row]:
    if sheet is None:
        return
    from openpyxl.cell.read_only import EMPTY_CELL

    with sheet._get_source() as source:  # noqa: SLF001 (a sheet that is read row by row does not tell its merged cells)
        merged = merged_cells.covered(source.read(), name)
    written: set[tuple[int, int]] = set()
    sheet.reset_dimensions()  # they may name millions of cells that are not there
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1), start=1):
        if number > MOST_ROWS:
            raise UsageError(f"The sheet goes on below row {MOST_ROWS:,}. Split it, or delete empty rows at its end.")
        if all(cell is EMPTY_CELL for cell in cells):
            continue
        if len(cells) > MOST_COLUMNS and cells[MOST_COLUMNS].value is not None:
            raise UsageError(f"Row {number} has more than {MOST_COLUMNS} columns. Take some out.")
        row = tuple(map(_cell, cells))
        if merged:
            written |= {(number, at) for at, cell in enumerate(row, start=1) if not cell.is_empty}
            row = _with_merged(row, {at: one for at, one in merged.get(number, {}).items() if one in written})
        yield Row(number, row)


def _with_merged(row: tuple[Cell, ...], merged: Mapping[int, tuple[int, int]]) -> tuple[Cell, ...]:
    """A row with a fault in each empty cell that is merged with one that has a text; an empty row stays empty."""
    if not merged or all(cell.is_empty for cell in row):
        return row
    wide = (*row, *(Cell() for _ in range(len(row), max(merged))))
    return tuple(
        Cell(fault=merged_cells.fault(merged[at])) if at in merged and cell.is_empty else cell
        for at, cell in enumerate(wide, start=1)
    )


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return Cell()
    if fault := _FAULTS.get(cell.data_type):
        return Cell(fault=fault)
    if cell.data_type == "b":
        return plain("TRUE" if value else "FALSE")
    return _number(value, cell.number_format) if cell.data_type == "n" else _text(value)


def _number(value: float, shown_as: str) -> Cell:
    is_whole = abs(value) < _LARGEST and value == int(value)
    text = str(int(value)) if is_whole else repr(value)
    if shown_as not in _PLAIN_NUMBERS or (shown_as == "0" and not is_whole) or "e" in text:
        return Cell(fault=f"is a number that is shown in another form ({shown_as}). Give the cell the format Text")
    return plain(text)


def _text(value: Any) -> Cell:
    """A text; where all of it looks alike, this is the look of the cell, and means nothing."""
    if isinstance(value, str):
        return plain(str(value))
    runs = tuple(_run(part) for part in value if str(part))
    whole = plain(words(runs))
    return whole if whole.fault or len({(run.italic, run.bold) for run in runs}) == 1 else Cell(runs)


def _run(part: Any) -> Run:
    font = getattr(part, "font", None)
    return Run(str(part), italic=bool(font and font.i), bold=bool(font and font.b))
