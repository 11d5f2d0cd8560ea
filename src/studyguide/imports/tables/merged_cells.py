"""Merged cells of a sheet (ECMA-376 Part 1, 18.3.1.54): only the first has a text, and people see it in all of them."""

import re
from collections.abc import Mapping

from studyguide.support.errors import UsageError

MOST_COVERED = 20_000
"""Cells in all merged areas together; each is looked at on its own."""
_AREA = re.compile(rb'<(?:\w+:)?mergeCell [^<>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')


Cells = Mapping[int, Mapping[int, tuple[int, int]]]
"""By row and column, from 1: each cell of a merged area but its first, with the row and column of the first."""


def covered(sheet: bytes, name: str) -> Cells:
    """The merged cells of a worksheet, whose XML this is. Raises `UsageError` if there are too many."""
    found: dict[int, dict[int, tuple[int, int]]] = {}
    count = 0
    for left, top, right, bottom in _AREA.findall(sheet):
        first = int(top), _column(left)
        rows, columns = range(first[0], int(bottom) + 1), range(first[1], _column(right) + 1)
        count += len(rows) * len(columns)
        if count > MOST_COVERED:
            raise UsageError(f"{name} has more than {MOST_COVERED:,} merged cells. Split them.")
        for row in rows:
            found.setdefault(row, {}).update({at: first for at in columns if (row, at) != first})
    return found


def fault(first: tuple[int, int]) -> str:
    """Why a cell that is merged with this one has no text of its own, as the end of a sentence."""
    row, column = first
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"is merged with {letters}{row}. Split the merged cells, and write in each what belongs there"


def _column(letters: bytes) -> int:
    """The number of a column, from 1: 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
