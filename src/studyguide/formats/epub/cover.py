"""The cover of an e-book: a label on a plain binding, like an exercise book, with the strip of the story below it.

Drawn with Pillow, without Pango. Basic layout and fixed sizes keep the bytes the same on every run.
"""

from collections.abc import Mapping
from functools import partial
from io import BytesIO
from itertools import pairwise

from PIL import Image, ImageColor, ImageDraw

from studyguide.formats.epub.cover_text import Draw, TextStyle, fitted, put, upright
from studyguide.languages import punctuation
from studyguide.languages.labels import Labels
from studyguide.publication import Metadata, Strip
from studyguide.themes.theme import Look

SIZE = (1600, 2400)
"""Pixels; the ratio of two to three is usual in shops and reading systems."""
BINDING = 120
"""Width of the spine's strip."""
LABEL = (230, 330, 1490, 1590)
"""Left, top, right, bottom."""
FRAME = 30
"""The distance between the label's edge and the line inside it."""
LEFT, RIGHT = LABEL[0] + 100, LABEL[2] - 100
WIDTH = RIGHT - LEFT
TOP, BOTTOM = LABEL[1] + 110, LABEL[3] - 110
"""The text inside the label."""
FOOT = SIZE[1] - 170
"""The last baseline on the binding."""
STRIP_TOP, STRIP_ROW = 90, 34
"""From the label to the strip below it, and from one of its rows to the next."""
APART = 8
"""The space between two squares of the strip."""
SPINE, FIELD, PAPER, INK = 0, 32, 128, 255
"""Grey levels while drawing; the palette turns them into colours."""
COLOURS = {"--accent": "#2b4a44", "--tint": "#f0f3ef", "--ink": "#1f2a28"}
"""The theme's properties for field, paper and ink, with defaults."""
SHADE = 0.78
"""The brightness of the spine relative to the field."""


def description(metadata: Metadata, labels: Labels) -> str:
    """The cover in words, for readers who do not see it."""
    parts = (metadata.title, metadata.subtitle, *metadata.works, metadata.edition, metadata.contents)
    return labels.say("epub.cover-image", words=punctuation.of(labels.language).sentences(filter(None, parts)))


def draw(metadata: Metadata, properties: Mapping[str, str], look: Look) -> bytes:
    """The cover as PNG.

    `properties` are the theme's. The title is set in the family for text, small texts in the family for labels.
    """
    image = Image.new("L", SIZE, FIELD)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, BINDING, SIZE[1]), fill=SPINE)
    left, top, right, bottom = LABEL
    pen.rectangle(LABEL, fill=PAPER)
    pen.rectangle((left + FRAME, top + FRAME, right - FRAME, bottom - FRAME), outline=FIELD, width=4)
    _title(pen, metadata, look, _works(pen, metadata, look))
    _strip(pen, metadata.strip)
    _foot(pen, metadata, look)
    image.putpalette(_palette(properties))
    output = BytesIO()
    image.save(output, "PNG", compress_level=3)  # twice as fast as 6, a tenth larger
    return output.getvalue()


def _palette(properties: Mapping[str, str]) -> list[int]:
    """256 colours from spine through field and paper to ink, as red, green, blue, red, ...

    Letters are drawn in greys between two neighbours on this way, so their edges come out right.
    """
    colours = (ImageColor.getrgb(properties.get(name, default))[:3] for name, default in COLOURS.items())
    field, paper, ink = colours
    spine = tuple(round(SHADE * part) for part in field)
    palette: list[int] = []
    for (start, one), (end, other) in pairwise(((SPINE, spine), (FIELD, field), (PAPER, paper), (INK, ink))):
        for step in range(end - start):
            palette += (round(a + (b - a) * step / (end - start)) for a, b in zip(one, other, strict=True))
    return [*palette, *ink]


def _works(pen: Draw, metadata: Metadata, look: Look) -> int:
    """The works under study, each on a ruled line at the foot of the label; returns the y where they begin."""
    style = TextStyle(partial(upright, look, "label", 400), 48, 34, 2)
    y = BOTTOM
    for work in reversed(metadata.works[:4]):
        pen.line((LEFT, y, RIGHT, y), fill=FIELD, width=3)
        block = fitted(work, style, WIDTH)
        y -= block.height + 26
        put(pen, block, LEFT, y, INK)
        y -= 38
    return y


def _title(pen: Draw, metadata: Metadata, look: Look, end: int) -> None:
    """The title at the top of the label and the subtitle under it, above `end`."""
    style = TextStyle(partial(upright, look, "text", 700), 260, 56, 4, 1.04)
    subtitle = TextStyle(partial(upright, look, "text", 400), 80, 40, 3)
    below = fitted(metadata.subtitle, subtitle, WIDTH) if metadata.subtitle else None
    title = fitted(metadata.title, style, WIDTH, end - TOP - (below.height if below else 0) - 190)
    put(pen, title, LEFT, TOP, INK)
    if below:
        put(pen, below, LEFT, TOP + title.height + 100, INK)


def _strip(pen: Draw, strip: Strip) -> None:
    """The shape of the story below the label: a row for each theme, a column for each scene, a gap between parts."""
    left, _, right, bottom = LABEL
    columns = [scene for part in strip for scene in (*part, ())][:-1]
    width = (right - left) / max(len(columns), 1)
    for place, scene in enumerate(columns):
        x = left + place * width
        for row, mark in enumerate(scene):
            y = bottom + STRIP_TOP + row * STRIP_ROW
            box = (round(x), y, round(x + max(width - APART, 2)), y + STRIP_ROW - APART)
            if mark:
                pen.rectangle(box, outline=PAPER, width=3, fill=PAPER if mark == "key" else None)


def _foot(pen: Draw, metadata: Metadata, look: Look) -> None:
    """The edition, its contents and the authors on the binding, in line with the label."""
    names = punctuation.of(metadata.language).comma.join(metadata.authors)
    authors = fitted(names, TextStyle(partial(upright, look, "label", 400), 48, 36, 2), WIDTH)
    edition = fitted(metadata.edition, TextStyle(partial(upright, look, "label", 700), 64, 44, 2), WIDTH)
    y = FOOT - authors.height
    put(pen, authors, LABEL[0], y, PAPER)
    if metadata.contents:
        contents = fitted(metadata.contents, TextStyle(partial(upright, look, "label", 400), 48, 36, 2), WIDTH)
        y -= contents.height + 30
        put(pen, contents, LABEL[0], y, PAPER)
    put(pen, edition, LABEL[0], y - edition.height - 36, PAPER)
