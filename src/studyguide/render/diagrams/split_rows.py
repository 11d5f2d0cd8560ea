"""Splits a diagram of many rows into several, each of which fits one page below a heading."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from studyguide.themes.theme import Drawing

MOST = 300
"""The most units for the rows of one picture: about half of a telephone's screen."""
HEAD = 70
"""The height of a drawing's title, and of a chapter opening with a heading above it."""

Row = TypeVar("Row")
Lots = tuple[tuple[Row, ...], ...]


def divided(rows: Iterable[Row], height: Callable[[Row], float], drawing: Drawing) -> Lots[Row]:
    """The rows in order, in lots that fit one drawing each; a row that is too high is a lot by itself."""
    most = min(MOST, drawing.height - HEAD)
    lots = in_lots([(row, height(row)) for row in rows], lambda lot: sum(units for _, units in lot) <= most)
    return tuple(tuple(row for row, _ in lot) for lot in lots)


def in_lots(rows: Sequence[Row], fits: Callable[[Sequence[Row]], bool]) -> Lots[Row]:
    """The rows in order, in lots that fit: few single rows first, then few lots, then lots of similar length.

    If rows do not fit, they must not fit with another row either. A row that does not fit by itself is a lot.
    """
    best: list[tuple[tuple[int, int, int], int]] = [((0, 0, 0), 0)]  # by number of rows: cost, start of the last lot
    for end in range(1, len(rows) + 1):
        ways = []
        for start in range(end - 1, -1, -1):
            size = end - start
            if size > 1 and not fits(rows[start:end]):
                break
            singles, lots, squares = best[start][0]
            ways.append(((singles + (size == 1), lots + 1, squares + size**2), start))
        best.append(min(ways))
    return tuple(tuple(rows[start:end]) for start, end in _cuts([start for _, start in best]))


def _cuts(starts: Sequence[int]) -> list[tuple[int, int]]:
    """The begin and end of each lot; `starts` has the start of the last lot by the number of rows."""
    found, end = list[tuple[int, int]](), len(starts) - 1
    while end:
        found.append((starts[end], end))
        end = starts[end]
    return found[::-1]
