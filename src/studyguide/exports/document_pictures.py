"""Pictures for a plain Word document: every drawing as PNG, in a size that leaves room for its question."""

from dataclasses import dataclass

from studyguide.exports.rich_text import PictureText
from studyguide.publication import Asset
from studyguide.support import drawings, images
from studyguide.themes import theme

EMU = 9525
"""English Metric Units in a CSS pixel (ECMA-376 Part 1, 20.1.2.1)."""
WIDEST, HIGHEST = 450.0, 300.0
"""The most CSS pixels across and down."""


@dataclass(frozen=True)
class DocumentPicture:
    """A picture as a part of a document: its number from 1, its description, and its size in English Metric Units."""

    number: int
    content: bytes
    suffix: str
    alt: str
    width: int
    height: int

    @property
    def part(self) -> str:
        """The name of its part, in the folder of the document."""
        return f"media/picture{self.number}.{self.suffix}"


def drawn(picture: PictureText, asset: Asset, number: int) -> DocumentPicture:
    """A picture of the guide for a document. Raises `BuildError` if a drawing cannot be drawn."""
    if asset.media_type == "image/svg+xml":
        fonts = sorted({str(font.path) for font in theme.look("docx").fonts})
        content, (across, down) = drawings.png(asset.path.read_text("utf-8"), fonts, asset.name)
        suffix = "png"
    else:
        content, (across, down) = images.printable(asset.path), images.pixels(asset.path)
        suffix = asset.media_type.removeprefix("image/")
    scale = min(1.0, WIDEST / across, HIGHEST / down)
    width, height = (max(1, round(length * scale * EMU)) for length in (across, down))
    return DocumentPicture(number, content, suffix, picture.alt, width, height)
