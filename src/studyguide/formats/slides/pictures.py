"""Pictures on slides: how large they are, and how large they are shown."""

from collections.abc import Iterable, Mapping

from studyguide.formats.slides.measure import BESIDE, BODY, PICTURE, Box
from studyguide.formats.slides.model import Picture
from studyguide.publication import Asset
from studyguide.support import drawings, images

LEAST = 0.6
"""How large a picture beside text must be, as a part of its size on a slide of its own."""


def sizes(assets: Iterable[Asset]) -> Mapping[str, tuple[float, float]]:
    """The width and height of each picture of a publication, in pixels, by its name."""
    return {asset.name: _size(asset) for asset in assets}


def _size(asset: Asset) -> tuple[float, float]:
    if asset.media_type == "image/svg+xml":
        return drawings.size(asset.path.read_text("utf-8"))
    return images.pixels(asset.path)


def place(picture: Picture, *, is_beside: bool, has_words: bool) -> Box:
    """Where a picture is on its slide, in points: as large as there is room; beside text, at the top."""
    room = BESIDE if is_beside else PICTURE if has_words else BODY
    wide, high = picture.size
    scale = min(room.width / wide, room.height / high)
    width, height = wide * scale, high * scale
    above = 0.0 if is_beside else (room.height - height) / 2
    return Box(room.left + (room.width - width) / 2, room.top + above, width, height, 0)


def is_legible_beside(picture: Picture) -> bool:
    """Whether a picture beside text is not much smaller than on a slide of its own."""
    beside, alone = (place(picture, is_beside=each, has_words=False).width for each in (True, False))
    return beside >= LEAST * alone
