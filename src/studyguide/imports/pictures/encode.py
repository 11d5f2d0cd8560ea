"""Encode: a JPEG for photographs; a PNG for line art, scans of text and pictures with clear parts."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

_GREY = 12
"""How far the channels of a colour may be apart that is seen as a grey; scanners and cameras are never exact."""
_COLOURED = 0.001
"""The share of pixels with other colours that a grey picture may have."""
_FEW = 6
"""So many shades, of 16 for each channel, are most of a line drawing: its paper, its ink and their surroundings."""
_MOST_OF_IT = 0.9
_TIMES = 2
"""How much larger than a JPEG a PNG may be: letters and lines are worth it, photographs are not."""
_QUALITY = 88
_SHADES = 16
"""The greys of line art: its edges are as smooth with 16 as with 256."""
_WHITE, _STEP = 255, 17
_LIGHT = 224
"""The darkest grey of paper that was meant as white."""
_COLOURS = 256
"""The most colours of a PNG with a palette."""


@dataclass(frozen=True)
class Encoded:
    """The content of a file, and what it is."""

    data: bytes
    suffix: str
    """``.jpg`` or ``.png``."""
    kind: str
    """In words, such as *a photograph*."""
    size: tuple[int, int]


def encoded(image: Any, longest: int) -> Encoded:
    """A picture whose sides have at most `longest` pixels. The same pixels always give the same bytes."""
    small = _scaled(image, longest)
    if small.mode == "RGBA":
        return Encoded(_png(small), ".png", "a picture with clear parts", small.size)
    if small.mode == "RGB" and _is_grey(small):
        small = small.convert("L")
    photograph = _jpeg(small)
    if not _is_line_art(small):
        exact = _png(small if small.mode == "L" else _with_palette(small))  # small for what a program has drawn
        if len(exact) <= len(photograph):
            return Encoded(exact, ".png", "a drawing", small.size)
        return Encoded(photograph, ".jpg", "a photograph", small.size)
    drawing, is_whiter = _in_greys(small) if small.mode == "L" else (_png(_with_palette(small)), False)
    if len(drawing) > _TIMES * len(photograph):
        return Encoded(photograph, ".jpg", "a photograph", small.size)
    kind = "a scan, whose paper is now white" if is_whiter else "a drawing or a scan"
    return Encoded(drawing, ".png", kind, small.size)


def _scaled(image: Any, longest: int) -> Any:
    from PIL import Image

    width, height = image.size
    most = max(width, height)
    if most <= longest:
        return image
    size = max(1, round(width * longest / most)), max(1, round(height * longest / most))
    return image.resize(size, Image.Resampling.LANCZOS)


def _is_grey(image: Any) -> bool:
    from PIL import ImageChops

    red, green, blue = image.split()
    for one, other in ((red, green), (green, blue), (red, blue)):
        apart = ImageChops.difference(one, other).histogram()[_GREY + 1 :]
        if sum(apart) > _COLOURED * image.width * image.height:
            return False
    return True


def _is_line_art(image: Any) -> bool:
    """Whether most of a picture has a few shades."""
    rough = image.point([shade // 16 * 16 for shade in range(256)] * len(image.getbands()))
    counted = sorted((number for number, _ in rough.getcolors(16**3)), reverse=True)
    return bool(sum(counted[:_FEW]) >= _MOST_OF_IT * image.width * image.height)


def _in_greys(image: Any) -> tuple[bytes, bool]:
    """A PNG in some 16 greys with that of its paper, so that this is even; and whether the paper is now white.

    A picture that has so few keeps its own, unless noise makes their file much larger. Light paper becomes white: in
    print it would be a grey box.
    """
    _, paper = max(image.getcolors())
    is_light = _LIGHT <= paper < _WHITE
    top = _WHITE if is_light else paper
    shades = [shade * top / paper if is_light else shade for shade in range(256)]
    steps = (top + round((shade - top) / _STEP) * _STEP for shade in shades)
    even = _png(image.point([min(_WHITE, max(0, shade)) for shade in steps]))
    exact = _png(image) if len(image.getcolors()) <= _SHADES else b""
    return (exact, False) if exact and len(exact) <= _TIMES * len(even) else (even, is_light)


def _with_palette(image: Any) -> Any:
    """The same colours in a palette, if they are few."""
    from PIL import Image

    if image.getcolors(_COLOURS) is None:
        return image
    return image.convert("P", palette=Image.Palette.ADAPTIVE, colors=_COLOURS)


def _jpeg(image: Any) -> bytes:
    file = BytesIO()
    _bare(image).save(file, "JPEG", quality=_QUALITY, optimize=True)
    return file.getvalue()


def _png(image: Any) -> bytes:
    file = BytesIO()
    _bare(image).save(file, "PNG")
    return file.getvalue()


def _bare(image: Any) -> Any:
    """The picture without what Pillow would write beside the pixels: profiles, comments, positions."""
    bare = image.copy()
    bare.info = {}
    return bare
