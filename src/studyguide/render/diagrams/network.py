"""Network: a map of people and their relationships, drawn only if nothing in it covers anything else.

Every pair is joined by one line with the numbers of its relationships, which a list below the map describes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from studyguide.render.diagrams import text_width
from studyguide.render.diagrams.geometry import Box, Number, Point, between, distance, line_between
from studyguide.render.diagrams.move_apart import Tie, lines_between, nudged, trouble
from studyguide.render.diagrams.placement import spreads
from studyguide.themes.theme import Drawing

SIZE = 12.5
"""The height of the names, in units that are legible on a telephone of 320 pixels."""
NUMBERS = 12
ROOM, MORE = 66, 88
"""The greatest width of a name before it is broken into lines, and that of a name of many words."""
MANY = 16
"""A name of more characters is long."""
HEIGHTS = (90, 150, 210, 270, 330, 390, 450, 510, 570)
PROMISING = 8
"""The number of layouts that are tried on a sheet."""
CELL = 9_000
"""The least area of the sheet for each person."""
FRAME = 14
"""The width that the box adds to a name."""
ARROW = 9
MOST = 16
"""The most people on a map: the highest sheet has no room for more."""
THICK = 2.5
"""The most lines for each person: in a planar graph there are fewer than three (Euler)."""


@dataclass(frozen=True)
class Bond:
    """All relationships of a pair of people, by their positions in the list of names."""

    pair: tuple[int, int]
    numbers: tuple[int, ...]
    forth: bool
    """Whether an arrow leads to the second."""
    back: bool


@dataclass(frozen=True)
class NameBox:
    """A person's name in its box."""

    lines: tuple[str, ...]
    box: Box
    group: int


@dataclass(frozen=True)
class Line:
    """A line from the edge of one box to that of another, and the label on it."""

    start: Point
    end: Point
    back: bool
    forth: bool
    lines: tuple[str, ...]
    label: Box


@dataclass(frozen=True)
class Network:
    """A finished map."""

    height: Number
    names: tuple[NameBox, ...]
    lines: tuple[Line, ...]


@lru_cache(maxsize=64)  # editions, checks and sheets ask for the same map, and it takes long
def network(names: tuple[tuple[str, int], ...], bonds: tuple[Bond, ...], drawing: Drawing) -> Network | None:
    """The lowest legible map of people (name and number of their group); None if there is none."""
    if not 1 < len(names) <= MOST or len(bonds) > THICK * len(names):
        return None
    shapes = [text_width.wrapped(name, MORE if len(name) > MANY else ROOM, SIZE, bold=True) for name, _ in names]
    tallest = max(map(len, shapes)) * SIZE * text_width.LEADING + 12
    width = drawing.width
    least = max(tallest, len(names) * CELL / width)
    usual = (height for height in HEIGHTS if height < drawing.height)
    heights = [height for height in (*usual, drawing.height) if least < height]
    if not heights or any(text_width.widest(lines, SIZE, bold=True) + FRAME > width - 2 for lines in shapes):
        return None
    ties = [(bond.pair, _need(bond)) for bond in bonds]
    promising = _promising(shapes, Point(width, heights[len(heights) // 2]), ties)
    for height in heights:
        for spots in promising:
            boxes = nudged(_boxes(shapes, spots, Point(width, height)), ties, Point(width, height))
            lines = _labelled(boxes, bonds)
            if _is_clear(boxes, bonds, lines):
                groups = [group for _, group in names]
                return Network(height, tuple(map(NameBox, shapes, boxes, groups)), tuple(lines))
    return None


def _promising(shapes: Sequence[tuple[str, ...]], corner: Point, ties: Sequence[Tie]) -> list[tuple[Point, ...]]:
    """The layouts with the fewest overlaps."""

    def all_trouble(spots: Sequence[Point]) -> float:
        boxes = _boxes(shapes, spots, corner)
        lines = lines_between(boxes, ties)
        return sum(trouble(boxes, number, ties, lines) for number in range(len(boxes)))

    return sorted(spreads(len(shapes), [pair for pair, _ in ties]), key=all_trouble)[:PROMISING]


def _need(bond: Bond) -> float:
    """The least length of a line, for its label and two arrows."""
    return 2 * ARROW + _label(tuple(_rows(bond.numbers)), Point(0, 0)).width + 14


def _is_clear(boxes: Sequence[Box], bonds: Sequence[Bond], lines: Sequence[Line]) -> bool:
    """Whether every line has its label, and nothing covers a name."""
    apart = not any(one.meets(other, 8) for n, one in enumerate(boxes) for other in boxes[:n])
    return (
        apart
        and len(lines) == len(bonds)
        and not any(
            box.cuts(line.start, line.end, 4)
            for bond, line in zip(bonds, lines, strict=True)
            for n, box in enumerate(boxes)
            if n not in bond.pair
        )
    )


def _boxes(shapes: Sequence[tuple[str, ...]], spots: Sequence[Point], corner: Point) -> list[Box]:
    """A box for each name, with a layout of the unit square scaled to a sheet that ends at `corner`."""
    boxes = []
    for lines, spot in zip(shapes, spots, strict=True):
        wide = text_width.widest(lines, SIZE, bold=True) + FRAME
        high = len(lines) * SIZE * text_width.LEADING + 10
        x, y = 1 + wide / 2 + spot.x * (corner.x - 2 - wide), 1 + high / 2 + spot.y * (corner.y - 2 - high)
        boxes.append(Box(round(x, 1), round(y, 1), round(wide, 1), round(high, 1)))
    return boxes


def _labelled(boxes: Sequence[Box], bonds: Sequence[Bond]) -> list[Line]:
    """The lines with their labels; fewer if a label does not fit. Labels with the fewest positions are placed first."""
    ways = [line_between(boxes, bond.pair) for bond in bonds]
    choices = []
    for number, bond in enumerate(bonds):
        others = [way for n, way in enumerate(ways) if n != number]
        spots = _spots(tuple(_rows(bond.numbers)), *ways[number])
        choices.append([box for box in spots if _is_free(box, boxes, others)])
    labels: dict[int, Box] = {}
    for number in sorted(range(len(bonds)), key=lambda n: (len(choices[n]), n)):
        placed = labels.values()
        label = next((box for box in choices[number] if not any(box.meets(other, 3) for other in placed)), None)
        if label is None:
            return []
        labels[number] = label
    return [
        Line(_rounded(start), _rounded(end), bond.back, bond.forth, tuple(_rows(bond.numbers)), labels[number])
        for number, (bond, (start, end)) in enumerate(zip(bonds, ways, strict=True))
    ]


def _rows(numbers: Sequence[int]) -> Iterator[str]:
    """Numbers two to a line, which keeps a label compact."""
    pairs = [numbers[n : n + 2] for n in range(0, len(numbers), 2)]
    for place, pair in enumerate(pairs):
        yield ", ".join(map(str, pair)) + ("," if place < len(pairs) - 1 else "")


def _label(lines: tuple[str, ...], at: Point) -> Box:
    wide = max(text_width.widest(lines, NUMBERS, bold=True) + 8, 19)
    high = len(lines) * NUMBERS * text_width.LEADING + 5
    return Box(round(at.x, 1), round(at.y, 1), round(wide, 1), round(high, 1))


def _spots(lines: tuple[str, ...], start: Point, end: Point) -> Iterator[Box]:
    """Boxes for a label along a line, from its middle outwards, that leave its arrows alone."""
    for step in (50, 46, 54, 42, 58, 38, 62, 34, 66, 30, 70, 26, 74, 22, 78, 18, 82):
        at = between(start, end, step / 100)
        box = _label(lines, at)
        if all(distance(box.edge(tip), at) + ARROW < distance(tip, at) for tip in (start, end)):
            yield box


def _is_free(box: Box, others: Sequence[Box], ways: Sequence[tuple[Point, Point]]) -> bool:
    return not any(box.meets(other, 3) for other in others) and not any(box.cuts(*way, 2) for way in ways)


def _rounded(point: Point) -> Point:
    return Point(round(point.x, 1), round(point.y, 1))
