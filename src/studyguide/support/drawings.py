"""Drawings: SVG as PNG, through resvg, and their words for a screen reader. The only module that knows resvg."""

import re
from collections.abc import Sequence
from copy import deepcopy

from studyguide.support import xhtml
from studyguide.support.errors import BuildError
from studyguide.support.xhtml import Element

DOTS = 4
"""The dots of a PNG for each CSS pixel of a drawing: 384 for each inch at full size."""
DPI = 96
"""CSS pixels in an inch. Without it, resvg refuses sizes in inches and millimetres."""
MOST_DOTS = 3000
"""The most dots across or down: an author's drawing may be of any size."""
USUAL = (300.0, 150.0)
"""The size of a drawing that names none, in CSS pixels (CSS 2, 10.3.2)."""
_UNITS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "em": 16.0}
_LENGTH = re.compile(r"(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})([a-z]{0,2})")
_BOX = 4
"""The numbers of a ``viewBox``."""


def png(svg: str, fonts: Sequence[str], name: str = "") -> tuple[bytes, tuple[float, float]]:
    """A drawing as PNG, with its size in CSS pixels. Letters are set in `fonts` (paths) alone.

    Raises `BuildError`, with its `name`, if it cannot be drawn.
    """
    import resvg_py  # late: few documents have drawings

    across, down = size(svg)
    zoom = min(DOTS, MOST_DOTS / max(across, down))
    width = max(1, round(across * zoom)) if across >= down else None
    height = None if width else max(1, round(down * zoom))
    try:
        drawn = resvg_py.svg_to_bytes(
            svg_string=svg, width=width, height=height, dpi=DPI, font_files=list(fonts), skip_system_fonts=True
        )
    except ValueError as error:
        what = f"The drawing '{name}'" if name else "A drawing"
        raise BuildError(f"{what} cannot be turned into a picture: {error}. Nothing was written.") from error
    return bytes(drawn), (across, down)


def size(svg: str) -> tuple[float, float]:
    """The width and height of a drawing in CSS pixels: as it names them, or of its ``viewBox``; at least 1 each."""
    root = xhtml.parse(svg.encode())
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    shown = [_pixels(each) for each in box[2:]] if len(box) == _BOX else list(USUAL)
    found = (
        _pixels(root.get(name, "")) or other or usual
        for name, other, usual in zip(("width", "height"), shown, USUAL, strict=True)
    )
    width, height = (max(1.0, length) for length in found)
    return width, height


def description(svg: Element) -> str:
    """The title of a drawing and its description, as one text; empty for one that is only decoration."""
    if svg.get("aria-hidden") == "true":
        return ""
    found = (svg.find(f"{{{xhtml.SVG}}}{name}") for name in ("title", "desc"))
    words = (xhtml.text(element).rstrip(".") for element in found if element is not None)
    return ". ".join(filter(None, words)) + "."


def standing_alone(svg: Element, ink: str) -> str:
    """A drawing of a body as a file of its own, with its size in units and the colour of ``currentColor``."""
    across, down = map(float, str(svg.get("viewBox")).split()[2:])
    whole = deepcopy(svg)
    for name, value in (("width", f"{across:g}"), ("height", f"{down:g}"), ("color", ink)):
        whole.set(name, value)
    for text in whole.iter(f"{{{xhtml.SVG}}}text"):
        if text.attrib.pop("direction", "") == "rtl":
            _isolate(text)
    return xhtml.serialise(whole)


def _isolate(text: Element) -> None:
    """Say in letters that a text runs from right to left (UAX #9): resvg does not know ``direction``."""
    if text.get("text-anchor") is None:
        text.set("text-anchor", "end")
    text.text = f"\N{RIGHT-TO-LEFT ISOLATE}{text.text or ''}\N{POP DIRECTIONAL ISOLATE}"


def _pixels(length: str) -> float | None:
    """A length in CSS pixels; None for a percentage, and for other words."""
    found = _LENGTH.fullmatch(length.strip())
    return float(found[1]) * _UNITS[found[2]] if found and found[2] in _UNITS else None
