"""Computes the number of sheets and booklets for some pages, and the pages that share a side."""

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import TypeAlias

HALVES = {"a4": "a5", "letter": "half-letter"}
"""The papers that are folded, and the papers of the pages on them."""

WHOLES = {half: whole for whole, half in HALVES.items()}

MOST_SHEETS = 20
"""The most sheets in one booklet: more can be neither folded nor stapled well."""

Side: TypeAlias = tuple[int | None, int | None]
"""The pages on the left and on the right, counted from 1; None if a half is blank."""


def sheets(pages: int) -> int:
    """The number of sheets for some pages, four on each."""
    return -(-pages // 4)


def booklets(pages: int) -> tuple[range, ...]:
    """The pages of each booklet: as few booklets as can be folded; their numbers of sheets differ by one at most."""
    whole = sheets(pages)
    number = -(-whole // MOST_SHEETS)
    least, larger = divmod(whole, number)
    ends = accumulate((least + (place < larger) for place in range(number)), initial=0)
    return tuple(range(4 * start + 1, min(4 * end, pages) + 1) for start, end in pairwise(ends))


def sides(pages: int) -> Iterator[Side]:
    """Every side to print, front and back in turn: one booklet after another, each from its outer sheet inwards.

    Printed on both sides, turned over the short edge, and folded in the middle, the pages are in order.
    """
    for booklet in booklets(pages):
        numbers = [*booklet, *[None] * (-len(booklet) % 4)]
        for low in range(0, len(numbers) // 2, 2):
            high = len(numbers) - 1 - low
            yield numbers[high], numbers[low]
            yield numbers[low + 1], numbers[high - 1]
