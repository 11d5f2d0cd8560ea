"""Picture: the file that a guide gets for a picture, its name, and the Markdown that shows it."""

import re
from dataclasses import dataclass
from pathlib import Path

from studyguide.imports.pictures.decode import decoded
from studyguide.imports.pictures.encode import encoded
from studyguide.imports.question_file import content
from studyguide.markdown import as_typed
from studyguide.support import images, safe_files, svg
from studyguide.support.errors import UsageError
from studyguide.support.latin_letters import in_latin

FOLDER = "images"
LONGEST = 2000
"""Pixels of the longest side: 300 for each inch of a page's width, on A4 and Letter."""
MOST_BYTES = 200_000_000
COARSE = 1000
"""A picture with fewer pixels across looks coarse in print."""
_AT_LEAST = 96
"""Dots for each inch of a picture that is smaller than the page (CSS Values 4, 6.2)."""


@dataclass(frozen=True)
class Picture:
    """A file for the folder of pictures, and what is said of it."""

    name: str
    """With its folder, such as ``images/lamp.jpg``."""
    data: bytes
    said: str
    """What it was, and what it is now."""
    remarks: tuple[str, ...] = ()


def picture(path: Path, name: str | None, longest: int | None, page: int | None) -> Picture:
    """The picture in a file, in the form that a guide needs. Raises `UsageError` if it cannot be used."""
    data = content(path, MOST_BYTES)
    stem = _stem(name or path.stem)
    if path.suffix.lower() == ".svg" or data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<svg", b"<?xml")):
        return _drawing(data, path.name, f"{FOLDER}/{stem}.svg")
    found = decoded(data, path.name, longest or LONGEST, page)
    made = encoded(found.image, longest or LONGEST)
    if len(made.data) > images.MAX_SIZE:
        raise UsageError(
            f"{path.name} would have {len(made.data):,} bytes, and {images.MAX_SIZE:,} are allowed. Add --width, with "
            f"fewer pixels than {max(made.size)}."
        )
    format_ = "JPEG" if made.suffix == ".jpg" else "PNG"
    said = (
        f"{made.kind}, {format_}, {_pixels(made.size)}, {_bytes(made.data)} "
        f"(from {found.format}, {_pixels(found.size)}, {_bytes(data)})"
    )
    left = f"It no longer says {' or '.join(found.told)}." if found.told else ""
    coarse = made.size[0] < COARSE
    remark = (
        f"It has {made.size[0]} pixels across, which looks coarse in print: {_AT_LEAST} to 150 for each inch. If you "
        "can, photograph or scan it again, larger."
    )
    remarks = (left, remark if coarse else "")
    return Picture(f"{FOLDER}/{stem}{made.suffix}", made.data, said, tuple(filter(None, remarks)))


def refusal(folder: Path, made: Picture) -> str | None:
    """Why a guide cannot have a picture of this name; empty if it has the same picture already; None if it can."""
    if fault := images.misnamed(made.name):
        return f"A picture cannot be called '{made.name}': {fault}. Choose another name with --name."
    if (folder / FOLDER).exists() and safe_files.leads_outside(folder, FOLDER):
        return f"The folder {FOLDER} is a link to a place outside the guide. Make a folder in its place."
    there = safe_files.listing(folder, FOLDER)
    file = made.name.removeprefix(f"{FOLDER}/")
    same = next((each for each in there if each.casefold() == file.casefold()), None)
    if same is None:
        return None
    if same == file and (folder / made.name).is_file() and (folder / made.name).read_bytes() == made.data:
        return ""
    return f"There is already a picture '{FOLDER}/{same}', and it is another one. Choose another name with --name."


def markup(made: Picture, alt: str, caption: str, credit: str) -> str:
    """The lines that show a picture: what it shows between the brackets, its credit in quotes, and its caption."""
    title = f' "{as_typed.inline(credit).replace(chr(34), chr(92) + chr(34))}"' if credit else ""
    image = f"![{as_typed.inline(alt)}]({made.name}{title})"
    return f"{image}\n{as_typed.paragraph(caption)}" if caption else image


def _drawing(data: bytes, file: str, name: str) -> Picture:
    """An SVG, which is copied as it is."""
    if len(data) > images.MAX_SIZE:
        raise UsageError(f"{file} has {len(data):,} bytes, and {images.MAX_SIZE:,} are allowed. Simplify it.")
    if fault := svg.fault(data):
        raise UsageError(f"{file} cannot be used: {fault}.")
    lost = tuple(f"Line {line}: {feature} is not printed as screens show it." for line, feature in svg.lost(data))
    return Picture(name, data, f"a drawing, SVG, {_bytes(data)}, copied as it is", lost)


def _stem(name: str) -> str:
    """A name with only the letters that every system has, in small letters."""
    return re.sub(r"[^a-z0-9_]+", "-", in_latin(name)).strip("-") or "picture"


def _pixels(size: tuple[int, int]) -> str:
    return f"{size[0]} x {size[1]} pixels"


def _bytes(data: bytes) -> str:
    kilobytes = len(data) / 1000
    return f"{kilobytes / 1000:.1f} MB" if kilobytes >= 1000 else f"{max(1, round(kilobytes))} kB"  # noqa: PLR2004
