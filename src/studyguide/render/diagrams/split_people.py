"""Splits the relationships of many people into two groups of people who are close to each other."""

from collections.abc import Sequence

from studyguide.render.diagrams.network import Bond


def halves(bonds: Sequence[Bond]) -> tuple[tuple[Bond, ...], tuple[Bond, ...]]:
    """Two lots, neither empty, each in the given order. Unconnected circles of people stay whole."""
    ordered = sorted(bonds, key=_steps(bonds).__getitem__)
    first = set(ordered[: _cut(ordered)])
    return tuple(b for b in bonds if b in first), tuple(b for b in bonds if b not in first)


def _steps(bonds: Sequence[Bond]) -> dict[Bond, int]:
    """The order of a breadth-first search over the bonds, from the first person to those bound to them, and so on."""
    of: dict[int, list[Bond]] = {}
    for bond in bonds:
        for person in bond.pair:
            of.setdefault(person, []).append(bond)
    found: dict[Bond, int] = {}
    for start in of:
        waiting = [start]
        for person in waiting:  # grows during the loop
            for bond in of[person]:
                if bond not in found:
                    found[bond] = len(found)
                    waiting += [other for other in bond.pair if other != person]
    return found


def _cut(ordered: Sequence[Bond]) -> int:
    """The index to cut at: between circles of people, as near to the middle as possible; in one circle, halfway."""
    middle = len(ordered) // 2
    before: set[int] = set()
    after = [set[int]()]
    for bond in reversed(ordered):
        after.append(after[-1] | set(bond.pair))
    free = []
    for place, bond in enumerate(ordered[:-1], start=1):
        before |= set(bond.pair)
        if not before & after[len(ordered) - place]:
            free.append(place)
    return min(free, key=lambda place: abs(place - middle), default=middle)
