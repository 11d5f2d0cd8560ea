"""CSV (RFC 4180): text with a delimiter, as spreadsheet programs of all countries write it."""

import csv
import io
import re
from collections.abc import Iterator

from studyguide.imports.tables.columns import meaning
from studyguide.imports.tables.table import MOST_COLUMNS, Row, Table, plain, table
from studyguide.imports.text_encoding import decoded
from studyguide.support.errors import UsageError

DELIMITERS = (",", ";", "\t", "|")
_NAMED = re.compile(r"sep=(.)\n")
"""A first line in which Excel names the delimiter."""


def read(data: bytes, name: str) -> Table:
    """The table of a file. Raises `UsageError` if it is not CSV."""
    found = decoded(data, name)
    named = _NAMED.match(found.text)
    text = found.text[named.end() :] if named else found.text
    return table(name, _rows(text, named[1] if named else _delimiter(text), name), found.remark)


def _delimiter(text: str) -> str:
    """The delimiter that gives the first row the most headings that we know, and then the most cells."""

    def headings(delimiter: str) -> tuple[int, int]:
        try:
            first = next((row for row in _reader(text, delimiter) if any(cell.strip() for cell in row)), [])
        except csv.Error:
            return 0, 0
        return sum(meaning(cell) is not None for cell in first), len(first)

    return max(DELIMITERS, key=headings)


def _rows(text: str, delimiter: str, name: str) -> Iterator[Row]:
    reader = _reader(text, delimiter)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if len(cells) > MOST_COLUMNS:
                raise UsageError(f"{name} has more than {MOST_COLUMNS} columns in row {number}. Take some out.")
            yield Row(number, tuple(map(plain, cells)))
    except csv.Error as error:
        raise UsageError(_broken(name, number + 1, str(error))) from error


def _broken(name: str, row: int, error: str) -> str:
    if "field limit" in error:
        return f"{name} has a cell that is too long in row {row}. Look for a quotation mark that is never closed."
    return (
        f"{name} cannot be read from row {row} on: a quotation mark is missing or in the wrong place. Open it in a "
        "spreadsheet program, and save it again."
    )


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
