"""Decode: the pixels of a picture, upright and in sRGB, without anything that the file says besides."""

import struct
import warnings
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from studyguide.support.errors import UsageError

FORMATS = {
    "JPEG": "JPEG",
    "MPO": "JPEG",
    "PNG": "PNG",
    "WEBP": "WebP",
    "TIFF": "TIFF",
    "BMP": "BMP",
    "GIF": "GIF",
    "HEIF": "HEIC",
}
"""The formats that are read, by Pillow's names, and what people call them."""
MOST_PIXELS = 100_000_000
"""The most pixels to decode, which take four bytes each; a JPEG is decoded at a fraction of its size."""
MOST_IN_JPEG = 500_000_000
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"hevc")
"""Brands of a file (ISO/IEC 23008-12) that libheif reads here."""
_SHADES = 65_536
"""The greys of 16 bits."""
_ORIENTATION, _MAKE, _MODEL, _TIME, _GPS = 0x0112, 0x010F, 0x0110, 0x0132, 0x8825
"""Tags of Exif 2.32."""
_ON_ITS_SIDE = {5, 6, 7, 8}
"""Orientations whose width is the height of what is shown."""
_AGAIN = "Open it in a program for pictures, and save it again as a JPEG or PNG"
_FAULTS = (
    *(OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, AttributeError, RuntimeError),
    *(ArithmeticError, MemoryError, NotImplementedError, struct.error, zlib.error),
)
"""What Pillow and its plugins raise for various kinds of damage."""


@dataclass(frozen=True)
class Decoded:
    """The pixels of a picture, in the mode ``L``, ``RGB`` or ``RGBA``."""

    image: Any
    format: str
    """What people call its format."""
    size: tuple[int, int]
    """Its width and height in the file, upright."""
    told: tuple[str, ...]
    """What else the file says, such as *the place*, which is left out."""


def decoded(data: bytes, name: str, longest: int, page: int | None = None) -> Decoded:
    """The picture in a file, or one of its pages, counted from 1; `longest` is the side that it will have.

    Raises `UsageError` for files that are not pictures, are damaged or too large, or have several pages and no choice.
    """
    from PIL import Image, ImageFile, UnidentifiedImageError

    if data.startswith(b"%PDF"):
        raise UsageError(f"{name} is a PDF. Save its page as a PNG or JPEG, at 300 dots per inch, and add that.")
    formats = [each for each in FORMATS if each != "MPO" and (each != "HEIF" or _is_heic(data))]
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, once imported, sets it for the whole process
    limit, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None  # sizes are checked here
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=formats) as image:
                return _read(image, name, longest, page)
    except UnidentifiedImageError as error:
        known = ", ".join(sorted({*FORMATS.values(), "SVG"}))
        raise UsageError(f"{name} is not a picture that can be read ({known}). {_AGAIN}.") from error
    except _FAULTS as error:
        raise UsageError(f"{name} is damaged and cannot be decoded. {_AGAIN}.") from error
    finally:
        Image.MAX_IMAGE_PIXELS = limit


def _is_heic(data: bytes) -> bool:
    """Whether this is a picture of a telephone; its plugin is then loaded, which takes time for no other."""
    if data[4:8] != b"ftyp" or data[8:12] not in _HEIC:
        return False
    try:
        import pi_heif
    except ImportError as error:  # there is no wheel for Windows on ARM
        raise UsageError(f"Pictures in the format HEIC cannot be read on this machine. {_AGAIN}.") from error
    pi_heif.register_heif_opener(thumbnails=False)
    return True


def _read(image: Any, name: str, longest: int, page: int | None) -> Decoded:
    from PIL import ImageOps

    format_ = str(image.format)
    _turn_to(image, name, page)
    width, height = image.size
    if width * height > (MOST_IN_JPEG if format_ in {"JPEG", "MPO"} else MOST_PIXELS):
        raise UsageError(f"{name} has {width} x {height} pixels, which are too many to decode. {_AGAIN}, smaller.")
    if format_ in {"JPEG", "MPO"}:
        image.draft(None, (2 * longest, 2 * longest))  # decodes at a fraction, of at least this size
        if image.size[0] * image.size[1] > MOST_PIXELS:
            raise UsageError(f"{name} has {width} x {height} pixels, which are too many to decode. {_AGAIN}, smaller.")
    image.load()
    size = (height, width) if image.getexif().get(_ORIENTATION) in _ON_ITS_SIDE else (width, height)
    return Decoded(_in_srgb(ImageOps.exif_transpose(image)), FORMATS[format_], size, _told(image))


def _told(image: Any) -> tuple[str, ...]:
    """What the file says besides its pixels, in words."""
    exif = image.getexif()
    camera = exif.get(_MAKE) or exif.get(_MODEL) or exif.get(_TIME)
    return (*(["the place"] if exif.get_ifd(_GPS) else []), *(["the camera and the time"] if camera else []))


def _turn_to(image: Any, name: str, page: int | None) -> None:
    """Go to a page or frame. A JPEG's further pictures are smaller copies or maps of depth, and do not count."""
    pages = 1 if image.format in {"MPO", "JPEG", "HEIF"} else getattr(image, "n_frames", 1)
    if page is None and pages > 1:
        raise UsageError(f"{name} has {pages} pages or frames. Choose one with --page, such as --page 1.")
    if page is not None and page > pages:
        raise UsageError(f"{name} has no page {page}: its last is {pages}. Choose another with --page.")
    if page is not None and pages > 1:
        image.seek(page - 1)


def _in_srgb(image: Any) -> Any:
    """The picture in sRGB, or in greys; with a profile, by what this says of its colours."""
    if image.mode.startswith(("I", "F")):
        return _eight_bits(image)
    has_alpha = "A" in image.getbands() or "transparency" in image.info
    alpha = image.convert("RGBA").getchannel("A") if has_alpha else None
    if alpha and alpha.getextrema() == (255, 255):
        alpha = None
    greys = image.mode in {"1", "L", "LA"}
    plain = image if image.mode in {"CMYK", "LAB"} else image.convert("L" if greys else "RGB")
    found = _by_profile(plain, image.info.get("icc_profile")) or plain.convert("L" if greys else "RGB")
    if alpha:
        found = found.convert("RGB")
        found.putalpha(alpha)
    return found


def _by_profile(image: Any, profile: bytes | None) -> Any:
    """The picture by its colour profile (ICC.1); None if it has none, or one that does not fit its mode."""
    if not profile:
        return None
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


def _eight_bits(image: Any) -> Any:
    """16-bit greys in 8 bits."""
    low, high = image.getextrema()
    if low < 0 or high >= _SHADES or image.mode == "F":
        raise ValueError(image.mode)  # floating point, or greys that no camera writes
    return image.convert("I").point([shade // 256 for shade in range(_SHADES)], "L")
