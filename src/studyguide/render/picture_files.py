"""The files of the pictures that a guide shows."""

from studyguide.guide import cited
from studyguide.guide.model import Guide
from studyguide.publication import Asset

_MEDIA_TYPES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "svg": "image/svg+xml"}


def assets(guide: Guide) -> tuple[Asset, ...]:
    """The images that the guide's text shows, by name."""
    return tuple(Asset(name, media_type(name), guide.folder / name) for name in cited.images(guide))


def media_type(name: str) -> str:
    """The media type of an image, by the suffix of its name."""
    return _MEDIA_TYPES[name.rpartition(".")[2].lower()]
