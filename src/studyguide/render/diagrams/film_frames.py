"""Film frames: a figure in the frame for each size of shot, and camera and figure for each angle."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import atan2, cos, radians, sin

from studyguide.render.diagrams.standing_figure import FACE, TALL, Point, Shape, clipped, figure

WIDTH, HEIGHT = 160.0, 90.0

SIZES: dict[str, tuple[float, float]] = {
    "extreme-close-up": (0.3, 0.62),
    "close-up": (-0.14, 1.3),
    "medium-close-up": (-0.3, 2.3),
    "medium-shot": (-0.4, 3.8),
    "medium-long-shot": (-0.5, 5.6),
    "long-shot": (-0.7, 8.2),
    "extreme-long-shot": (-24.0, 14.0),
}
"""For each size, the top and the bottom of the frame, in heads from the crown of the figure."""

ANGLES: dict[str, Point] = {
    "eye-level": (28, 44),
    "low": (28, 76),
    "high": (34, 14),
    "overhead": (112, 10),
}
"""For each angle but the Dutch one, where the camera is."""
DUTCH = "dutch"

_STANDS = 112.0, 84.0
"""Where the feet of the figure are that a camera looks at."""
_SMALL = 6.0
"""Units for a head of it."""
_TILT = radians(-18)
_CAMERA = (
    Shape(((-20, -7), (0, -7), (0, 7), (-20, 7)), "ink"),
    Shape(((0, -3), (8, -7), (8, 7), (0, 3)), "paper"),
)
"""A camera that looks to the right, with its lens at 0."""


@dataclass(frozen=True)
class FilmFrame:
    """A drawing: its shapes, and the line of sight in an angle's (x1, y1, x2, y2)."""

    shapes: tuple[Shape, ...]
    sight: tuple[float, float, float, float] | None = None


@cache
def film_frame(group: str, name: str) -> FilmFrame | None:
    """The drawing of a term; None for a group that has no drawings."""
    if group == "size":
        return FilmFrame(_shown([*_land(name), *_in_frame(*SIZES[name])]))
    if group != "angle":
        return None
    if name == DUTCH:
        return FilmFrame(_shown(shape.moved(_tilted) for shape in [*_room(), *_in_frame(-0.6, 4.4)]))
    return _seen_from(*ANGLES[name])


def _in_frame(top: float, bottom: float) -> Iterable[Shape]:
    scale = HEIGHT / (bottom - top)
    return _figure(WIDTH / 2, -top * scale, scale)


def _figure(x: float, crown: float, scale: float) -> Iterable[Shape]:
    def placed(point: Point) -> Point:
        return x + point[0] * scale, crown + point[1] * scale

    return (shape.moved(placed) for shape in figure())


def _land(name: str) -> Iterable[Shape]:
    """Hills behind a figure that is far away."""
    if name == "extreme-long-shot":
        yield Shape(((0, 66), (30, 40), (52, 58), (96, 24), (130, 54), (160, 46), (160, 90), (0, 90)), "paper")
        yield Shape(((0, 66), (160, 66), (160, 90), (0, 90)), "paper")


def _room() -> Iterable[Shape]:
    """The line between floor and wall, which tilts with the frame."""
    yield Shape(((-60, 70), (220, 70), (220, 160), (-60, 160)), "paper")


def _seen_from(x: float, y: float) -> FilmFrame:
    """A camera at a point, and the figure that it looks at."""
    feet_x, feet_y = _STANDS
    crown = feet_y - TALL * _SMALL
    face_x, face_y = feet_x, crown + FACE * _SMALL
    if x == feet_x:
        face_y = crown - 1
    turn = atan2(face_y - y, face_x - x)

    def turned(point: Point) -> Point:
        return (
            x + point[0] * cos(turn) - point[1] * sin(turn),
            y + point[0] * sin(turn) + point[1] * cos(turn),
        )

    ground = Shape(((0, feet_y), (WIDTH, feet_y), (WIDTH, HEIGHT), (0, HEIGHT)), "paper")
    shapes = [ground, *_figure(feet_x, crown, _SMALL), *(part.moved(turned) for part in _CAMERA)]
    start = turned((9, 0))
    return FilmFrame(_shown(shapes), (*start, face_x, face_y))


def _tilted(point: Point) -> Point:
    x, y = point[0] - WIDTH / 2, point[1] - HEIGHT / 2
    return WIDTH / 2 + x * cos(_TILT) - y * sin(_TILT), HEIGHT / 2 + x * sin(_TILT) + y * cos(_TILT)


def _shown(shapes: Iterable[Shape]) -> tuple[Shape, ...]:
    found = (clipped(shape, WIDTH, HEIGHT) for shape in shapes)
    return tuple(shape for shape in found if shape)


TERMS: dict[str, tuple[str, ...]] = {
    "size": tuple(SIZES),
    "angle": (*ANGLES, DUTCH),
    "movement": ("pan", "tilt", "tracking", "crane", "zoom", "handheld"),
    "sound": ("diegetic", "non-diegetic", "voice-over", "bridge"),
    "editing": ("cut", "fade", "dissolve", "match-cut", "cross-cutting", "montage"),
}
"""The terms of each group, in order; the labels have their words."""
