"""Images: checks that an image of a guide really is a PNG, JPEG or SVG that can be printed."""

import re
import warnings
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from studyguide.support import portable_names, safe_files, svg
from studyguide.support.errors import suggestion

MAX_SIZE = 10_000_000
"""Bytes in a file."""
MAX_PIXELS = 40_000_000
"""The most pixels: decoding takes up to four bytes of memory for each, several times while a PDF is drawn."""
_SMALLER = "save it with fewer pixels, 2000 across are enough for a page, or as a JPEG"
_TOO_MANY = f"at most {MAX_PIXELS // 1_000_000} million are allowed: {_SMALLER}"
_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
_CAMERAS = {"JPEG": "MPO"}
"""A JPEG with further pictures after the first, as some telephones write."""
_NAME = re.compile(r"images(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+")
SUFFIXES = (*_FORMATS, ".svg")


def fault(path: Path) -> str | None:
    """The reason why the file cannot be printed, for the author; None if it can."""
    if path.suffix.lower() == ".svg":
        return svg.fault(path.read_bytes())
    return _raster_fault(path, _FORMATS[path.suffix.lower()])


def _raster_fault(path: Path, expected: str) -> str | None:
    from PIL import Image, ImageFile, UnidentifiedImageError

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, once imported, sets it for the whole process
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about size, which is checked here
            with Image.open(path, formats=("PNG", "JPEG")) as image:
                if fault := _kind_fault(image, expected):
                    return fault
                image.load()
    except UnidentifiedImageError:
        return f"it is not a {expected} image; save it as one again"
    except Image.DecompressionBombError:
        return f"it has too many pixels, and {_TOO_MANY}"
    except (OSError, SyntaxError, ValueError):  # Pillow's exceptions for various kinds of damage
        return f"it is damaged and cannot be decoded; save the {expected} again"
    return None


def _kind_fault(image: Any, expected: str) -> str | None:
    """The fault of an opened image before it is decoded."""
    if image.format not in {expected, _CAMERAS.get(expected)}:
        return f"it is a {image.format} by content; give it the suffix that says so"
    if image.format == "PNG" and image.is_animated:
        return "it is animated, and a page holds one picture; save one of its frames"
    width, height = image.size
    return f"it has {width} x {height} pixels, and {_TOO_MANY}" if width * height > MAX_PIXELS else None


def printable(path: Path) -> bytes:
    """The content of a sound image in a form for layout: 16-bit greys, which our PDFs cannot have, become 8-bit."""
    from PIL import Image

    if path.suffix.lower() != ".png":
        return path.read_bytes()
    with Image.open(path, formats=("PNG",)) as image:
        if not image.mode.startswith("I"):
            return path.read_bytes()
        fewer = BytesIO()
        image.convert("I").point([shade // 256 for shade in range(65536)], "L").save(fewer, "PNG")
        return fewer.getvalue()


def refusal(folder: Path, name: str) -> str | None:
    """The reason why the image `name` in a text of the guide in `folder` cannot be used; None if it can."""
    if fault_of_name := misnamed(name):
        return fault_of_name
    inside, _, file = name.rpartition("/")
    if missing := missing_folder(folder, name):
        return _no_folder(folder, missing)
    there = safe_files.listing(folder, inside)
    if file not in there:
        return _absence(folder, name, there)
    try:
        return fault(safe_files.find(folder, name, MAX_SIZE, _SMALLER))
    except safe_files.RefusedError as error:
        return str(error)


def missing_folder(folder: Path, name: str) -> str | None:
    """The outermost missing folder in the name of an image; None if all exist."""
    steps = name.split("/")[:-1]
    inside = ("/".join(steps[:number]) for number in range(1, len(steps) + 1))
    return next((each for each in inside if not (folder / each).is_dir()), None)


def unprinted(folder: Path, name: str) -> tuple[tuple[int, str], ...]:
    """The lines and names of features that print does not draw, if the image is a usable drawing."""
    if not name.lower().endswith(".svg") or refusal(folder, name):
        return ()
    return svg.lost(safe_files.read(folder, name, MAX_SIZE))


def misnamed(name: str) -> str | None:
    """The reason why an image cannot have this name."""
    if re.match("[a-z]+:|//", name):
        return "nothing is fetched while a guide is built. Save it in the folder images, and write images/name.png"
    if not _NAME.fullmatch(name):
        return "images are in the folder images, written images/name.png with letters (a-z), digits and - _ . only"
    if not name.lower().endswith(SUFFIXES):
        return f"images end in {', '.join(SUFFIXES)}; save it as one of those"
    return portable_names.fault(name)


def _no_folder(folder: Path, name: str) -> str:
    if other := safe_files.almost(name, safe_files.listing(folder)):
        return f"there is no folder '{name}'; rename the folder '{other}' to that"
    return f"there is no folder '{name}'; make it, and put the image there"


def _absence(folder: Path, name: str, there: Sequence[str]) -> str:
    """The reason why an image is not among those that are `there`."""
    if safe_files.leads_outside(folder, name):
        return f"'{name}' is a link to a place outside the guide's folder; copy the file into the folder"
    return f"there is no such file. {suggestion(name.rpartition('/')[2], there)}".rstrip(".")


def pixels(path: Path) -> tuple[int, int]:
    """The width and height of a sound PNG or JPEG, in pixels."""
    from PIL import Image

    with Image.open(path, formats=("PNG", "JPEG")) as image:
        return image.size
