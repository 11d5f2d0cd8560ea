"""Places the people of a map by igraph's Kamada-Kawai layout, turned in several ways."""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from math import cos, pi, sin
from types import ModuleType

from studyguide.render.diagrams.geometry import Point

STARTS = 8
TURNS = 4
"""Attempts: each start may lead to a different layout, and each rotation may fit the sheet better."""


def spreads(count: int, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[Point, ...]]:
    """Positions for `count` people, joined in `pairs` of their numbers, in a square from 0 to 1; always the same.

    igraph uses no random numbers if it gets the starting positions.
    """
    graph = _igraph().GraphBase(n=count, edges=list(pairs))
    found = []
    for start in range(STARTS):
        layout = graph.layout_kamada_kawai(seed=_circle(count, start))
        places = [Point(round(x, 4), round(y, 4)) for x, y in layout]
        if places not in found:
            found.append(places)
    for turn in range(TURNS):
        yield from (_square(_turned(places, pi * turn / TURNS)) for places in found)


@cache
def _igraph() -> ModuleType:
    """Only the core of igraph: the package around it reads a file in the home folder when it is imported."""
    package = find_spec("igraph")
    folder = next(iter(package.submodule_search_locations or ())) if package else ""
    core = PathFinder.find_spec("igraph._igraph", [folder])
    if core is None or core.loader is None:
        raise ImportError("igraph has no core")
    module = module_from_spec(core)
    core.loader.exec_module(module)
    return module


def _circle(count: int, start: int) -> list[tuple[float, float]]:
    """The people on a circle, in a different order for every start."""
    step = next(n for n in range(1 + start, 3 * count + start + 2) if _coprime(n, count))
    angles = [2 * pi * ((place * step + start) % count) / count for place in range(count)]
    return [(cos(angle) + 0.01 * place, sin(angle)) for place, angle in enumerate(angles)]


def _coprime(a: int, b: int) -> bool:
    while b:
        a, b = b, a % b
    return a == 1


def _turned(places: Sequence[Point], angle: float) -> list[Point]:
    return [Point(x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)) for x, y in places]


def _square(places: Sequence[Point]) -> tuple[Point, ...]:
    """The same positions, stretched to fill the square."""
    lows = [min(place[axis] for place in places) for axis in (0, 1)]
    sizes = [max(place[axis] for place in places) - lows[axis] for axis in (0, 1)]
    return tuple(Point(*(_part(place[n] - lows[n], sizes[n]) for n in (0, 1))) for place in places)


def _part(way: float, size: float) -> float:
    return round(way / size, 4) if size > 1e-6 else 0.5  # noqa: PLR2004 (all in one line)
