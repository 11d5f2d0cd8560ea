"""Images: the only module that knows Pillow. An image of a guide is a PNG, JPEG or SVG that really is one."""

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
"""Decoding takes up to four bytes of memory a pixel, several times over while a PDF is drawn."""
_SMALLER = "save it with fewer pixels, 2000 across are enough for a page, or as a JPEG"
_TOO_MANY = f"at most {MAX_PIXELS // 1_000_000} million are allowed: {_SMALLER}"
_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
_CAMERAS = {"JPEG": "MPO"}
"""What some telephones write: a JPEG that has further pictures behind the first."""
_NAME = re.compile(r"images(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+")
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
                if fault := _kind_fault(image, expected):
                    return fault
                image.load()
    except UnidentifiedImageError:
        return f"it is not a {expected} image; save it as one again"
    except Image.DecompressionBombError:
        return f"it has too many pixels, and {_TOO_MANY}"
    except (OSError, SyntaxError, ValueError):  # what Pillow raises for damage, by kind of damage
        return f"it is damaged and cannot be decoded; save the {expected} again"
    return None


def _kind_fault(image: Any, expected: str) -> str | None:
    """What is wrong with an opened image before it is decoded."""
    if image.format not in {expected, _CAMERAS.get(expected)}:
        return f"it is a {image.format} by content; give it the suffix that says so"
    if image.format == "PNG" and image.is_animated:
        return "it is animated, and a page holds one picture; save one of its frames"
    width, height = image.size
    return f"it has {width} x {height} pixels, and {_TOO_MANY}" if width * height > MAX_PIXELS else None


def printable(path: Path) -> bytes:
    """The content of a sound image as a layout can draw it: greys of 16 bits, which no PDF of ours has, become 8."""
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
    """Why the image that a text of the guide in `folder` calls `name` cannot be used; None if it can."""
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
    """The outermost folder in the name of an image that is not there; None if all are."""
    steps = name.split("/")[:-1]
    inside = ("/".join(steps[:number]) for number in range(1, len(steps) + 1))
    return next((each for each in inside if not (folder / each).is_dir()), None)


def unprinted(folder: Path, name: str) -> tuple[tuple[int, str], ...]:
    """The lines and names of what print does not draw of an image, if it is a drawing that can be used."""
    if not name.lower().endswith(".svg") or refusal(folder, name):
        return ()
    return svg.lost(safe_files.read(folder, name, MAX_SIZE))


def misnamed(name: str) -> str | None:
    """Why an image cannot be called that."""
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
    """Why an image is not among those that are `there`."""
    if safe_files.leads_outside(folder, name):
        return f"'{name}' is a link to a place outside the guide's folder; copy the file into the folder"
    return f"there is no such file. {suggestion(name.rpartition('/')[2], there)}".rstrip(".")
