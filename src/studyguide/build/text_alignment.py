"""Finds the position in one text that matches a position in another with more or less text, in the same order.

Strings that occur exactly once in each of two texts are anchors; the longest chain of anchors in the order of both
texts is used. A position is then sought between its neighbours, so of a repeated passage the right one is found.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

ANCHOR = 30
"""Characters in an anchor."""
SNIPPETS = (120, 60, 30)
"""The lengths of the strings that are searched from a position on, the most specific first."""


class Alignment:
    """The alignment of two texts, made in linear time."""

    def __init__(self, own: str, other: str) -> None:
        self._own, self._other = own, other
        chain = [] if own == other else _chain(_anchors(own, other))
        self._here = [here for here, _ in chain]
        self._there = [there for _, there in chain]

    def position(self, place: int) -> int | None:
        """The position in the other text of the words at a position; None if it lacks them."""
        if self._own == self._other:
            return place
        after = bisect_left(self._here, place)
        before = bisect_right(self._here, place) - 1
        begin, low = (self._here[before], self._there[before]) if before >= 0 else (0, 0)
        high = self._there[after] if after < len(self._there) else len(self._other)
        for size in SNIPPETS:
            snippet = self._own[place : place + size]
            earlier = len(list(_occurrences(self._own, snippet, begin, place - 1)))
            found = list(_occurrences(self._other, snippet, low, high))
            if len(found) > earlier:
                return found[earlier]
        return None


def _occurrences(text: str, snippet: str, first: int, last: int) -> Iterator[int]:
    """Each position from the first to the last at which a snippet begins, without overlaps."""
    at = text.find(snippet, first, last + len(snippet)) if snippet else -1
    while at >= 0:
        yield at
        at = text.find(snippet, at + len(snippet), last + len(snippet))


def _anchors(own: str, other: str) -> Iterator[tuple[int, int]]:
    """The positions of every anchor in both texts, in the order of the first."""
    here, there = _once(own), _once(other)
    return ((place, there[string]) for string, place in here.items() if place >= 0 and there.get(string, -1) >= 0)


def _once(text: str) -> dict[str, int]:
    """Each string to its position; to -1 if it occurs more than once."""
    found: dict[str, int] = {}
    for place in range(len(text) - ANCHOR + 1):
        string = text[place : place + ANCHOR]
        found[string] = -1 if string in found else place
    return found


def _chain(pairs: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest sequence of pairs that rises in both numbers, of pairs that rise in the first."""
    lowest: list[int] = []  # the last second number of the best sequence of each length
    ends: list[int] = []
    known: list[tuple[int, int]] = []
    before: list[int] = []
    for number, pair in enumerate(pairs):
        length = bisect_left(lowest, pair[1])
        lowest[length : length + 1], ends[length : length + 1] = [pair[1]], [number]
        known.append(pair)
        before.append(ends[length - 1] if length else -1)
    chain = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(known[at])
        at = before[at]
    return chain[::-1]
