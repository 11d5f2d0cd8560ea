"""Pages as small grey pictures, and whether two are alike to an eye at arm's length."""

from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

DPI = 40
GREYS = 16
"""Shades in an accepted picture; more are not told apart, and cost room."""

SCALES = ((1.6, 28, 0.002), (6, 6, 0.01))
"""Twice: by how many pixels a page is blurred, so that letters may move a little or look a little different on another
machine; how many of 255 greys are seen then, of letters and lines first, and then of tints; and which share of a page
may be seen to differ."""

COLUMNS, GAP = 6, 4
SHAPE = 1.41
"""About how much higher than wide a page is."""


def pages(paper: Path) -> Iterator[Image.Image]:
    """Each page of a PDF, in greys."""
    import pypdfium2

    with pypdfium2.PdfDocument(paper) as opened:
        for page in opened:
            yield page.render(scale=DPI / 72).to_pil().convert("L")


def sheet(pictures: list[Image.Image]) -> Image.Image:
    """Pages of one size in rows, as they are kept."""
    width, height = (side + GAP for side in pictures[0].size)
    rows = -(-len(pictures) // COLUMNS)
    whole = Image.new("L", (width * COLUMNS, height * rows), 128)
    for number, picture in enumerate(pictures):
        whole.paste(picture, (number % COLUMNS * width, number // COLUMNS * height))
    return whole.quantize(GREYS, dither=Image.Dither.NONE)


def unlike(accepted: Image.Image, found: Image.Image) -> bool:
    """Whether any page of two sheets is seen to differ; so do sheets of different sizes."""
    if accepted.size != found.size:
        return True
    return any(_unlike(*pair) for pair in zip(_tiles(accepted), _tiles(found), strict=True))


def _unlike(one: Image.Image, other: Image.Image) -> bool:
    for blur, visible, few in SCALES:
        seen = sum(_difference(one, other, blur).histogram()[visible + 1 :])
        if seen > few * one.width * one.height:
            return True
    return False


def _tiles(sheet: Image.Image) -> Iterator[Image.Image]:
    """A sheet cut up as its pages lie on it; all sheets have at least a row of them."""
    grey = sheet.convert("L")
    wide = grey.width // COLUMNS
    high = grey.height // max(1, round(grey.height / (wide * SHAPE)))
    for top in range(0, grey.height, high):
        for left in range(0, grey.width, wide):
            yield grey.crop((left, top, left + wide, top + high))


def side_by_side(accepted: Image.Image, found: Image.Image) -> Image.Image:
    """What was accepted, what there is now, and where they differ, in black."""
    size = max(accepted.width, found.width), max(accepted.height, found.height)
    parts = [Image.new("L", size, 128) for _ in range(2)]
    for part, picture in zip(parts, (accepted, found), strict=True):
        part.paste(picture.convert("L"))
    parts.append(ImageChops.invert(_difference(*parts, SCALES[0][0])))
    whole = Image.new("L", (3 * size[0] + 2 * GAP, size[1] + 16), 255)
    pen = ImageDraw.Draw(whole)
    for number, (title, part) in enumerate(zip(("accepted", "found", "difference"), parts, strict=True)):
        left = number * (size[0] + GAP)
        pen.text((left + GAP, 2), title, fill=0)
        whole.paste(part, (left, 16))
    return whole


def _difference(one: Image.Image, other: Image.Image, blur: float) -> Image.Image:
    blurred = [picture.convert("L").filter(ImageFilter.GaussianBlur(blur)) for picture in (one, other)]
    return ImageChops.difference(*blurred)
