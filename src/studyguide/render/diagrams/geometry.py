"""Geometry: boxes and straight lines, and where they meet. Units are those of the drawing; y grows downwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple, TypeAlias

Number: TypeAlias = int | float


class Point(NamedTuple):
    """A position in a drawing."""

    x: Number
    y: Number


@dataclass(frozen=True)
class Box:
    """An upright rectangle around its centre."""

    x: Number
    y: Number
    width: Number
    height: Number

    def meets(self, other: "Box", gap: float = 0.0) -> bool:
        """Whether the distance between the two is less than `gap`."""
        return (
            abs(self.x - other.x) < (self.width + other.width) / 2 + gap
            and abs(self.y - other.y) < (self.height + other.height) / 2 + gap
        )

    def edge(self, towards: Point) -> Point:
        """The point where a line from the centre leaves the box."""
        dx, dy = towards.x - self.x, towards.y - self.y
        parts = [abs(side / 2 / d) for side, d in ((self.width, dx), (self.height, dy)) if d]
        part = min(parts, default=0.0)
        return Point(self.x + dx * part, self.y + dy * part)

    def cuts(self, start: Point, end: Point, gap: float = 0.0) -> bool:
        """Whether a line comes nearer than `gap`. The line is clipped to one pair of sides after the other."""
        right, down = self.width / 2 + gap, self.height / 2 + gap
        ends = (start.x - self.x, end.x - self.x), (start.y - self.y, end.y - self.y)
        for (one, other), side in zip(ends, (right, down), strict=True):
            if (one < -side and other < -side) or (one > side and other > side):
                return False  # most lines pass far away, and this runs very often
        low, high = 0.0, 1.0
        for at, d, centre, side in (
            (start.x, end.x - start.x, self.x, self.width),
            (start.y, end.y - start.y, self.y, self.height),
        ):
            near, far = centre - side / 2 - gap - at, centre + side / 2 + gap - at
            if d:
                low, high = max(low, min(near / d, far / d)), min(high, max(near / d, far / d))
            elif near > 0 or far < 0:
                return False
        return low < high


def cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the lines from a to b and from c to d cross inside both."""
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def between(a: Point, b: Point, part: float) -> Point:
    """The point at `part` of the way."""
    return Point(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part)


def distance(a: Point, b: Point) -> float:
    """The distance from a to b."""
    return sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2)


def line_between(boxes: Sequence[Box], pair: tuple[int, int]) -> tuple[Point, Point]:
    """The line that joins two of the boxes, from edge to edge."""
    one, other = boxes[pair[0]], boxes[pair[1]]
    return one.edge(Point(other.x, other.y)), other.edge(Point(one.x, one.y))


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
