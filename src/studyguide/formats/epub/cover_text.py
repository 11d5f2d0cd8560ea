"""Text on the cover: faces of the look, broken into lines and sized to fit. Needs Pillow, but not Pango."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import groupby
from pathlib import Path

from PIL import ImageDraw, ImageFont, features

from studyguide.themes.fonts import covering, split
from studyguide.themes.theme import Font, Look

Draw = ImageDraw.ImageDraw

_SPACES = re.compile("[ \t\r\n]+")
"""Spaces at which a line may end."""


@dataclass(frozen=True)
class CoverFace:
    """The faces of several families in one size; each cluster is set in the first that has all its characters."""

    signs: Mapping[str, frozenset[int]]
    faces: tuple[tuple[str, Callable[..., ImageFont.FreeTypeFont]], ...]
    """The name of each family and its face, loaded at first use."""

    @property
    def capitals(self) -> int:
        """The height of a capital letter."""
        return -int(self._face(self.faces[0][0], joined=False).getbbox("H", anchor="ls")[1])

    def length(self, text: str) -> float:
        """The width of a line in pixels."""
        return sum(face.getlength(part) for face, part in self.runs(text))

    def put(self, pen: Draw, left: float, base: int, text: str, grey: int) -> None:
        """Draw a line that begins at `left`, on the line `base`."""
        for face, part in self.runs(text):
            pen.text((left, base), part, font=face, fill=grey, anchor="ls")
            left += face.getlength(part)

    def runs(self, text: str) -> Iterator[tuple[ImageFont.FreeTypeFont, str]]:
        """The parts of a line that are set in one face."""
        names = [name for name, _ in self.faces]
        letters = split(unicodedata.normalize("NFC", text))
        found = [(covering(names, self.signs, cluster) or names[0], cluster) for cluster in letters]
        for place in range(1, len(found) - 1):  # a space inside a run belongs to it
            (before, _), (_, sign), (after, _) = found[place - 1 : place + 2]
            found[place] = (before if sign.isspace() and before == after else found[place][0]), sign
        for name, run in groupby(found, key=lambda pair: pair[0]):
            part = "".join(cluster for _, cluster in run)
            yield self._face(name, joined=_needs_joining(part)), part

    def _face(self, name: str, *, joined: bool) -> ImageFont.FreeTypeFont:
        return dict(self.faces)[name](joined=joined)


@dataclass(frozen=True)
class TextStyle:
    """The style of a text: the face by size in pixels, the largest and smallest size, and the most lines."""

    face: Callable[[int], CoverFace]
    largest: int
    smallest: int
    lines: int
    leading: float = 1.25
    """The distance from one baseline to the next, as a multiple of the size."""


@dataclass(frozen=True)
class Block:
    """Text broken into lines."""

    face: CoverFace
    texts: tuple[str, ...]
    leading: int
    """Pixels from one baseline to the next."""

    @property
    def capitals(self) -> int:
        """The height of a capital letter."""
        return self.face.capitals

    @property
    def height(self) -> int:
        """From the top of the first line's capitals to the last baseline."""
        return self.capitals + self.leading * (len(self.texts) - 1)


def upright(look: Look, role: str, weight: int, size: int) -> CoverFace:
    """The upright faces of a role's families at that weight, or the nearest that a family has."""
    wanted = (font for name in look.chain(role) if (font := _nearest(look.fonts, name, weight)))
    return CoverFace(look.signs, tuple((font.family, partial(_loaded, font.path, weight, size)) for font in wanted))


def _nearest(fonts: Sequence[Font], family: str, weight: int) -> Font | None:
    found = [font for font in fonts if (font.family, font.style) == (family, "normal")]
    return min(found, key=lambda font: abs(font.weight - weight), default=None)


@cache
def _loaded(path: Path, weight: int, size: int, *, joined: bool) -> ImageFont.FreeTypeFont:
    layout = ImageFont.Layout.RAQM if joined else ImageFont.Layout.BASIC
    face = ImageFont.truetype(path, size, layout_engine=layout)
    try:
        axes = face.get_variation_axes()
    except OSError:  # not a variable font
        return face
    wanted = {b"Weight": weight, b"Optical size": size}
    limits = ((wanted.get(axis["name"], axis["default"]), axis) for axis in axes)
    face.set_variation_by_axes([min(max(value, axis["minimum"]), axis["maximum"]) for value, axis in limits])  # type: ignore[type-var,misc] # Pillow's "int | None" is never None
    return face


def fitted(text: str, style: TextStyle, width: int, height: int | None = None) -> Block:
    """The text at the largest size at which it fits `width`, its lines and `height` (pixels).

    A text that is too long at the smallest size is cut: the title page has it whole.
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
    while block.face.length(f"{last}…") > width:
        last = last[:-1]
    return replace(block, texts=(*kept, f"{last.rstrip()}…"))


def _broken(text: str, face: CoverFace, width: int, leading: int) -> Block:
    """Words broken into lines, each as full as possible; a word wider than the line is broken."""
    texts = [""]
    for word in _pieces(text, face, width):
        longer = f"{texts[-1]} {word}".strip()
        if face.length(longer) <= width:
            texts[-1] = longer
        else:
            texts.append(word)
    return Block(face, tuple(texts), leading)


def _pieces(text: str, face: CoverFace, width: int) -> Iterator[str]:
    """The words, those wider than a line in pieces."""
    for word in _SPACES.split(text.strip()):
        if face.length(word) <= width:
            yield word
            continue
        piece = ""
        for letter in split(word):
            if piece and face.length(piece + letter) > width:
                yield piece
                piece = ""
            piece += letter
        yield piece


def put(pen: Draw, block: Block, left: int, top: int, grey: int) -> None:
    """Set the lines below each other; the first one's capitals end at `top`."""
    for number, text in enumerate(block.texts):
        block.face.put(pen, left, top + block.capitals + block.leading * number, text, grey)


def _needs_joining(text: str) -> bool:
    """Whether letters must be joined, reordered or stacked, and this machine can do it."""
    return any(map(_is_joined, text)) and bool(features.check("fribidi"))


def _is_joined(sign: str) -> bool:
    is_mark = bool(unicodedata.combining(sign)) or unicodedata.category(sign) == "Mc"
    return is_mark or unicodedata.bidirectional(sign) in {"R", "AL"}
