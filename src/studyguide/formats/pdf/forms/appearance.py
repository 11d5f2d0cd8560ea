"""The appearance of empty fields and of chosen buttons (ISO 32000-1, 12.5.5 and 12.7.3.3)."""

from typing import Any, TypeAlias

import pydyf
from weasyprint.draw.color import get_color

Size: TypeAlias = tuple[float, float]
"""Width and height in points."""

ROUND = 0.5523
"""The distance of the control points of a quarter circle from its ends, in radii."""


def picture(pdf: pydyf.PDF, size: Size, content: str, resources: pydyf.Dictionary | None = None) -> bytes:
    """Add the drawing for a field's rectangle to the file; return its reference."""
    extra = {
        "Type": "/XObject",
        "Subtype": "/Form",
        "BBox": pydyf.Array([0, 0, *size]),
        "Resources": resources or pydyf.Dictionary(),
    }
    stream = pydyf.Stream([content.encode()], extra)
    pdf.add_object(stream)
    return stream.reference  # type: ignore[no-any-return]


def colour(color: Any) -> str:
    """A CSS colour as three numbers from 0 to 1: red, green and blue."""
    return " ".join(f"{channel:.3g}" for channel in color.to("srgb").coordinates)


def ground(style: Any) -> pydyf.Array | None:
    """The background colour for typed text, which covers ruled lines; None if the CSS sets none that is opaque.

    An empty field shows the page with its ruled lines. Each viewer chooses the line height of typed text, and a
    background hides ruled lines that the text does not match.
    """
    color = get_color(style, "background_color")
    return pydyf.Array(colour(color).split()) if color.alpha == 1 else None


def disc(size: Size, colour: str) -> str:
    """PDF operators that draw a disc in the middle."""
    x, y, r = size[0] / 2, size[1] / 2, min(size) * 0.3
    k = r * ROUND
    curves = [
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    ]
    return " ".join([f"{colour} rg", f"{_numbers(x + r, y)} m", *(f"{_numbers(*curve)} c" for curve in curves), "f"])


def tick(size: Size, colour: str) -> str:
    """PDF operators that draw a tick in the middle, with round ends."""
    x, y, r = size[0] / 2, size[1] / 2, min(size) / 2
    points = [(x - 0.55 * r, y - 0.05 * r), (x - 0.15 * r, y - 0.5 * r), (x + 0.6 * r, y + 0.55 * r)]
    lines = " l ".join(_numbers(*point) for point in points[1:])
    return f"{colour} RG {_numbers(0.25 * r)} w 1 J 1 j {_numbers(*points[0])} m {lines} l S"


def _numbers(*lengths: float) -> str:
    return " ".join(f"{length:.3f}" for length in lengths)
