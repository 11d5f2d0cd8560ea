"""Images: the only module that knows Pillow. An image of a guide is a PNG, JPEG or SVG that really is one."""

import warnings
from pathlib import Path

from studyguide import svg

MAX_SIZE = 10_000_000
"""Bytes in a file."""
MAX_PIXELS = 40_000_000
"""Decoding takes up to four bytes of memory a pixel, several times over while a PDF is drawn."""
_TOO_MANY = f"make it smaller: at most {MAX_PIXELS // 1_000_000} million pixels"
_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
SUFFIXES = (*_FORMATS, ".svg")


def fault(path: Path) -> str | None:
    """Why the file cannot be printed, in words for the author; None if it can."""
    if path.suffix.lower() == ".svg":
        return svg.fault(path.read_bytes())
    return _raster_fault(path, _FORMATS[path.suffix.lower()])


def _raster_fault(path: Path, expected: str) -> str | None:
    from PIL import Image, ImageFile, UnidentifiedImageError

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, once imported, sets it for the whole process
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about size, which is looked at here
            with Image.open(path, formats=("PNG", "JPEG")) as image:
                if image.format != expected:
                    return f"it is a {image.format} by content; give it the suffix that says so"
                width, height = image.size
                if width * height > MAX_PIXELS:
                    return f"it has {width} x {height} pixels; {_TOO_MANY}"
                image.load()
    except UnidentifiedImageError:
        return f"it is no {expected} image; save it as one again"
    except Image.DecompressionBombError:
        return f"it has too many pixels; {_TOO_MANY}"
    except (OSError, SyntaxError, ValueError):  # what Pillow raises for damage, by kind of damage
        return f"it is damaged and cannot be decoded; save the {expected} again"
    return None
