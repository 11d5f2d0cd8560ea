"""Words in a picture: faces from the look, and text broken and sized to fit. Knows Pillow, without Pango."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from PIL import ImageDraw, ImageFont

from studyguide.theme import Font

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


def upright(fonts: Sequence[Font], family: int, weight: int, size: int) -> Face:
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


def fitted(text: str, style: Style, width: int, height: int | None = None) -> Block:
    """The text at the largest size at which it fits `width`, its lines and `height` (pixels).

    What is too long at the smallest size is cut: the title page has it whole.
    """
    size = style.largest
    while True:
        block = _broken(text, style.face(size), width, round(size * style.leading))
        whole = " ".join(block.texts).split() == text.split()
        if whole and len(block.texts) <= style.lines and (height is None or block.height <= height):
            return block
        if size <= style.smallest:
            return _cut(block, style.lines, width)
        size = max(size * 14 // 15, style.smallest)


def _cut(block: Block, lines: int, width: int) -> Block:
    if len(block.texts) <= lines:
        return block
    *kept, last = block.texts[:lines]
    while block.face.getlength(f"{last}…") > width:
        last = last[:-1]
    return replace(block, texts=(*kept, f"{last.rstrip()}…"))


def _broken(text: str, face: Face, width: int, leading: int) -> Block:
    """Words into lines, each as full as it can be; a word wider than the line is broken."""
    texts = [""]
    for word in _pieces(text, face, width):
        longer = f"{texts[-1]} {word}".strip()
        if face.getlength(longer) <= width:
            texts[-1] = longer
        else:
            texts.append(word)
    return Block(face, tuple(texts), leading)


def _pieces(text: str, face: Face, width: int) -> Iterator[str]:
    """The words, those wider than a line in pieces."""
    for word in text.split():
        if face.getlength(word) <= width:
            yield word
            continue
        piece = ""
        for letter in word:
            if piece and face.getlength(piece + letter) > width:
                yield piece
                piece = ""
            piece += letter
        yield piece


def put(pen: Draw, block: Block, left: int, top: int, grey: int) -> None:
    """Set the lines below each other; the first one's capitals end at `top`."""
    for number, text in enumerate(block.texts):
        pen.text((left, top + block.capitals + block.leading * number), text, font=block.face, fill=grey, anchor="ls")
