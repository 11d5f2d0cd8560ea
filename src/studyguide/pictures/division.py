"""Division: a picture of many rows becomes several, each of which stands on one page of large print below a heading."""

from collections.abc import Callable, Iterable
from typing import TypeVar

MOST = 300
"""The most units that the rows of one picture take up; of a telephone's screen it is about a half."""

Row = TypeVar("Row")


def divided(rows: Iterable[Row], height: Callable[[Row], float], most: float = MOST) -> tuple[tuple[Row, ...], ...]:
    """The rows in order, in as few lots as have room for them; a row that is too high is a lot by itself."""
    lots: list[list[Row]] = []
    used = 0.0
    for row in rows:
        if lots and used + height(row) <= most:
            lots[-1].append(row)
            used += height(row)
        else:
            lots.append([row])
            used = height(row)
    return tuple(map(tuple, lots))
