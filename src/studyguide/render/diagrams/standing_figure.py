"""A standing figure as polygons, seen from the front, and what a rectangle shows of it.

The figure is measured in heads: it is 7.5 heads tall, its crown is at 0 and its middle at 0; y grows downwards.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Fill: TypeAlias = str
"""``ink``, ``pale`` or ``paper``."""

TALL = 7.5
FACE = 0.5
"""The height of the eyes and the middle of the head."""


@dataclass(frozen=True)
class Shape:
    """A filled polygon with an outline."""

    points: tuple[Point, ...]
    fill: Fill

    def moved(self, change: Callable[[Point], Point]) -> "Shape":
        """The shape with every point changed."""
        return Shape(tuple(map(change, self.points)), self.fill)

    @property
    def text(self) -> str:
        """The points as SVG writes them."""
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in self.points)


def ellipse(x: float, y: float, width: float, height: float, fill: Fill) -> Shape:
    """An ellipse about a point, with half its width and half its height."""
    turns = (2 * pi * step / _SIDES for step in range(_SIDES))
    return Shape(tuple((x + width * cos(turn), y + height * sin(turn)) for turn in turns), fill)


def figure() -> tuple[Shape, ...]:
    """The whole figure, from the back to the front."""
    left = [(-x, y) for x, y in reversed(_BODY)]
    hair = [(x * 1.08, y) for x, y in ellipse(0, FACE, 0.38, 0.5, "ink").points if y < _HAIRLINE]
    hair.sort()
    eyes = [part for side in (-0.16, 0.16) for part in _eye(side)]
    return (
        Shape((*_BODY, *left), "pale"),
        ellipse(0, FACE, 0.38, 0.5, "paper"),
        Shape((*hair, (0.39, 0.4), (0.3, _HAIRLINE), (-0.3, _HAIRLINE), (-0.39, 0.4)), "ink"),
        *eyes,
        Shape(((-0.02, 0.5), (0.05, 0.64), (-0.04, 0.64)), "paper"),
        Shape(((-0.13, 0.77), (0, 0.75), (0.13, 0.77), (0, 0.81)), "ink"),
    )


def clipped(shape: Shape, width: float, height: float) -> Shape | None:
    """What a rectangle from 0 to `width` and `height` shows of a shape (Sutherland and Hodgman); None if nothing."""
    points: Sequence[Point] = shape.points
    for axis, limit, sign in ((0, 0.0, 1), (0, width, -1), (1, 0.0, 1), (1, height, -1)):
        points = _cut(points, axis, limit, sign)
    return Shape(tuple(points), shape.fill) if points else None


_SIDES = 36
_HAIRLINE = 0.28
_BODY = (
    *((0.17, 0.9), (0.17, 1.2), (0.7, 1.36), (0.95, 1.65), (1.06, 3.7), (0.98, 3.95), (0.84, 3.75), (0.7, 2.2)),
    *((0.58, 3.3), (0.62, 4.2), (0.52, 7.2), (0.7, 7.5), (0.14, 7.5), (0.1, 7.2), (0.04, 4.3)),
)
"""The right half of the body, from the neck to the feet."""


def _eye(x: float) -> tuple[Shape, ...]:
    brow = Shape(((x - 0.1, 0.37), (x, 0.33), (x + 0.1, 0.37), (x, 0.355)), "ink")
    return ellipse(x, FACE - 0.04, 0.085, 0.04, "paper"), ellipse(x, FACE - 0.04, 0.035, 0.036, "ink"), brow


def _cut(points: Sequence[Point], axis: int, limit: float, sign: int) -> list[Point]:
    """The part of a polygon on one side of a line."""
    kept: list[Point] = []
    for before, here in zip([*points[-1:], *points[:-1]], points, strict=True):
        was, now = (sign * (point[axis] - limit) for point in (before, here))
        if (was >= 0) != (now >= 0):
            share = was / (was - now)
            kept.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
        if now >= 0:
            kept.append(here)
    return kept
