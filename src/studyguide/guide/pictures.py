"""Pictures: images in the guide's folder that belong to one item, with words for readers who do not see them."""

from studyguide.guide.items import Model
from studyguide.guide.text_types import Inline, PictureFile, Plain


class Picture(Model):
    """A picture in the folder ``images``, and what is said of it."""

    file: PictureFile
    """Its file, such as images/stage.svg: a drawing (SVG), a PNG or a JPEG."""
    alt: Plain
    """What is seen, for readers who do not see it. It must not give the answer away."""
    caption: Inline | None = None
    """Words printed below it."""
    credit: Plain | None = None
    """Who made it; printed below it."""
