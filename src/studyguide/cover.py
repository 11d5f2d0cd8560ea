"""The cover of an e-book: a label on a plain binding, like an exercise book, set from the metadata.

Drawn with Pillow, without Pango. Basic layout and fixed sizes keep the bytes the same on every run.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from itertools import pairwise

from PIL import Image, ImageColor, ImageDraw, ImageFont

from studyguide.publication import Metadata
from studyguide.theme import Font

SIZE = (1600, 2400)
"""Pixels; two to three, as shops and shelves expect."""
BINDING = 120
"""Width of the spine's strip."""
LABEL = (230, 330, 1490, 1590)
"""Left, top, right, bottom."""
FRAME = 30
"""Between the label's edge and the line inside it."""
LEFT, RIGHT = LABEL[0] + 100, LABEL[2] - 100
TOP, BOTTOM = LABEL[1] + 110, LABEL[3] - 110
"""The text inside the label."""
FOOT = SIZE[1] - 170
"""The last baseline on the binding."""
SPINE, FIELD, PAPER, INK = 0, 32, 128, 255
"""Grey levels while drawing; the palette turns them into colours."""
COLOURS = {"--accent": "#2b4a44", "--tint": "#f0f3ef", "--ink": "#1f2a28"}
"""The theme's properties for field, paper and ink, with what stands in for those it lacks."""
SHADE = 0.78
"""How dark the spine is beside the field."""

Face = ImageFont.FreeTypeFont
Draw = ImageDraw.ImageDraw


@dataclass(frozen=True)
class Style:
    """How a text is set: the face by size in pixels, the largest and smallest size, and the most lines."""

    face: Callable[[int], Face]
    largest: int
    smallest: int
    lines: int
    leading: float = 1.25
    """From one baseline to the next, in sizes."""


@dataclass(frozen=True)
class Block:
    """Text broken into lines."""

    face: Face
    texts: tuple[str, ...]
    leading: int
    """Pixels from one baseline to the next."""

    @property
    def capitals(self) -> int:
        """The height of a capital letter."""
        return -int(self.face.getbbox("H", anchor="ls")[1])

    @property
    def height(self) -> int:
        """From the top of the first line's capitals to the last baseline."""
        return self.capitals + self.leading * (len(self.texts) - 1)


def description(metadata: Metadata) -> str:
    """The cover in words, for those who do not see it."""
    parts = (metadata.title, metadata.subtitle, *metadata.works, metadata.edition)
    return f"Cover: {'. '.join(part.rstrip('.') for part in parts if part)}."


def draw(metadata: Metadata, properties: Mapping[str, str], fonts: Sequence[Font]) -> bytes:
    """The cover as PNG.

    `properties` are the theme's; the first family of `fonts` sets the title, the last one the small text.
    """
    image = Image.new("L", SIZE, FIELD)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, BINDING, SIZE[1]), fill=SPINE)
    left, top, right, bottom = LABEL
    pen.rectangle(LABEL, fill=PAPER)
    pen.rectangle((left + FRAME, top + FRAME, right - FRAME, bottom - FRAME), outline=FIELD, width=4)
    _title(pen, metadata, fonts, _works(pen, metadata, fonts))
    _foot(pen, metadata, fonts)
    image.putpalette(_palette(properties))
    output = BytesIO()
    image.save(output, "PNG")
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


def _works(pen: Draw, metadata: Metadata, fonts: Sequence[Font]) -> int:
    """The works studied, each on a ruled line at the foot of the label; returns where they begin."""
    style = Style(partial(_face, fonts, -1, 400), 48, 34, 2)
    y = BOTTOM
    for work in reversed(metadata.works[:4]):
        pen.line((LEFT, y, RIGHT, y), fill=FIELD, width=3)
        block = _fitted(work, style)
        y -= block.height + 26
        _set(pen, block, LEFT, y, INK)
        y -= 38
    return y


def _title(pen: Draw, metadata: Metadata, fonts: Sequence[Font], end: int) -> None:
    """The title at the top of the label and the subtitle under it, above `end`."""
    style = Style(partial(_face, fonts, 0, 700), 260, 56, 4, 1.04)
    subtitle = Style(partial(_face, fonts, 0, 400), 80, 40, 3)
    below = _fitted(metadata.subtitle, subtitle) if metadata.subtitle else None
    title = _fitted(metadata.title, style, end - TOP - (below.height if below else 0) - 190)
    _set(pen, title, LEFT, TOP, INK)
    if below:
        _set(pen, below, LEFT, TOP + title.height + 100, INK)


def _foot(pen: Draw, metadata: Metadata, fonts: Sequence[Font]) -> None:
    """The edition and the authors on the binding, in line with the label."""
    authors = _fitted(", ".join(metadata.authors), Style(partial(_face, fonts, -1, 400), 48, 36, 2))
    edition = _fitted(metadata.edition, Style(partial(_face, fonts, -1, 700), 64, 44, 2))
    y = FOOT - authors.height
    _set(pen, authors, LABEL[0], y, PAPER)
    _set(pen, edition, LABEL[0], y - edition.height - 36, PAPER)


def _face(fonts: Sequence[Font], family: int, weight: int, size: int) -> Face:
    """The upright face of the first (0) or last (-1) family at that weight."""
    name = fonts[family].family
    path = next(f.path for f in fonts if (f.family, f.style, f.weight) == (name, "normal", weight))
    face = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
    try:
        axes = face.get_variation_axes()
    except OSError:  # not a variable font
        return face
    wanted = {b"Weight": weight, b"Optical size": size}
    limits = ((wanted.get(axis["name"], axis["default"]), axis) for axis in axes)
    face.set_variation_by_axes([min(max(value, axis["minimum"]), axis["maximum"]) for value, axis in limits])  # type: ignore[type-var,misc] # Pillow's "int | None" is never None
    return face


def _fitted(text: str, style: Style, height: int = SIZE[1]) -> Block:
    """The text at the largest size at which it fits the label's width, its lines and `height`.

    What is too long at the smallest size is cut: the title page has it whole.
    """
    size = style.largest
    while True:
        block = _broken(text, style.face(size), round(size * style.leading))
        whole = " ".join(block.texts).split() == text.split()
        if whole and len(block.texts) <= style.lines and block.height <= height:
            return block
        if size <= style.smallest:
            return _cut(block, style.lines)
        size = max(size * 14 // 15, style.smallest)


def _cut(block: Block, lines: int) -> Block:
    if len(block.texts) <= lines:
        return block
    *kept, last = block.texts[:lines]
    while block.face.getlength(f"{last}…") > RIGHT - LEFT:
        last = last[:-1]
    return replace(block, texts=(*kept, f"{last.rstrip()}…"))


def _broken(text: str, face: Face, leading: int) -> Block:
    """Words into lines, each as full as it can be; a word wider than the line is broken."""
    texts = [""]
    for word in _pieces(text, face):
        longer = f"{texts[-1]} {word}".strip()
        if face.getlength(longer) <= RIGHT - LEFT:
            texts[-1] = longer
        else:
            texts.append(word)
    return Block(face, tuple(texts), leading)


def _pieces(text: str, face: Face) -> Iterator[str]:
    """The words, those wider than a line in pieces."""
    for word in text.split():
        piece = ""
        for letter in word:
            if piece and face.getlength(piece + letter) > RIGHT - LEFT:
                yield piece
                piece = ""
            piece += letter
        yield piece


def _set(pen: Draw, block: Block, left: int, top: int, grey: int) -> None:
    """Set the lines below each other; the first one's capitals end at `top`."""
    for number, text in enumerate(block.texts):
        pen.text((left, top + block.capitals + block.leading * number), text, font=block.face, fill=grey, anchor="ls")
