"""Table: the rows of a spreadsheet from any program, within bounds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from studyguide.imports.found import MOST_QUESTIONS
from studyguide.imports.runs import Run, words
from studyguide.support.errors import UsageError

MOST_BYTES = 10_000_000
"""Bytes of a file to read."""
MOST_COLUMNS = 200
LONGEST_CELL = 20_000
"""Characters of a cell; a question has at most 4,000."""


@dataclass(frozen=True)
class Cell:
    """A cell: its text, or why it has none."""

    runs: tuple[Run, ...] = ()
    fault: str = ""
    """The end of a sentence that begins with *this cell*: ``has a formula``; and what to do."""

    @property
    def text(self) -> str:
        """The text without marks, and without white space around it."""
        return words(self.runs).strip()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it, not even a fault."""
        return not (self.text or self.fault)


@dataclass(frozen=True)
class Row:
    """A row, with the number that spreadsheet programs show beside it."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A row of headings, and the rows below it that have anything in them."""

    headings: Row
    rows: tuple[Row, ...]
    remark: str = ""
    """A sentence about the whole file; empty if there is nothing to say."""


def plain(text: str) -> Cell:
    """A cell without marks."""
    if len(text) > LONGEST_CELL:
        return Cell(fault=f"has {len(text):,} characters, and {LONGEST_CELL:,} are read. Shorten it")
    return Cell((Run(text.replace("\r\n", "\n").replace("\r", "\n")),))


def table(name: str, rows: Iterable[Row], remark: str = "") -> Table:
    """The rows of a file as a table. Raises `UsageError` if there are none, or too many."""
    filled = _filled(rows)
    headings = next(filled, None)
    if headings is None:
        raise UsageError(f"{name} is empty. Write the headings of the columns in its first row.")
    below: list[Row] = []
    for row in filled:
        if len(below) == MOST_QUESTIONS:
            raise UsageError(f"{name} has more than {MOST_QUESTIONS:,} rows. Split it into several files.")
        below.append(row)
    return Table(headings, tuple(below), remark)


def _filled(rows: Iterable[Row]) -> Iterator[Row]:
    return (row for row in rows if not all(cell.is_empty for cell in row.cells))
