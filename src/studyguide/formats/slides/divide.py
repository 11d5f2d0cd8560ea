"""Divides a slide whose text does not fit on one, and finds the largest letters in which text fits."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from studyguide.formats.slides import titles
from studyguide.formats.slides.measure import BODY, CAPTION, GAP, NARROW, TITLE, height_of, rows, starts
from studyguide.formats.slides.model import SIZES, Block, Line, Picture, Slide
from studyguide.formats.slides.pictures import is_legible_beside
from studyguide.languages.labels import Labels
from studyguide.themes.theme import Look

FEWEST_ROWS = 3
"""A paragraph that is divided has at least so many rows at the foot of a slide."""

SENTENCE = re.compile(r"[.!?…][\"'”’״׳»)\]]*(?=\s)|[。！？]")
"""The end of a sentence, after which a long paragraph is divided if possible."""

SHARES = (0.55, 0.65, 0.75, 0.85)
"""The shares of a slide's height that are tried, so that the slides of one text have about the same length."""

FILLED = 0.94
"""The share of a slide's height that text may fill: programs differ in the heights of their rows."""


def divided(slide: Slide, look: Look, labels: Labels) -> Iterator[Slide]:
    """The slide, or the slides it is divided into, with their sizes. Notes are with the first.

    A picture is above a caption, or beside more words if both fit; if not, it has a slide with the words after it.

    A title that is too long for its place goes on in the first paragraph. The time is in proportion to the text: a
    paragraph is measured once for each size and for each way to divide it.
    """
    title, rest, title_size = _title(slide.title, look, labels)
    blocks = (*rest, *slide.blocks)
    if beside := _beside(blocks, look):
        yield replace(slide, title=title, blocks=blocks, size=beside, title_size=title_size, is_beside=True)
        return
    pages = [blocks] if _size([blocks], look) else _even(blocks, look)
    size = _size(pages, look) or SIZES[-1]
    for number, page in enumerate(pages, start=1):
        yield replace(
            slide,
            title=_numbered(title, number, len(pages), labels) if pages[1:] else title,
            blocks=page,
            notes=slide.notes if number == 1 else (),
            size=size,
            title_size=title_size,
        )


def _numbered(title: Line, number: int, count: int, labels: Labels) -> Line:
    """The title of one of several slides."""
    return titles.said(labels, "slides.part", title, number=number, count=count)


def _size(pages: Sequence[Sequence[Block]], look: Look) -> int | None:
    """The largest size in which every page fits; None if there is none."""
    return next((size for size in SIZES if all(_fits(page, size, look) for page in pages)), None)


def _title(title: Line, look: Look, labels: Labels) -> tuple[Line, tuple[Line, ...], int]:
    """The title, what it has no room for, and the size of its letters. It may still get a number of three digits."""
    family, longest = look.family("text"), _numbered(title, 100, 100, labels).text
    for size in SIZES:
        most = int(TITLE.height / (size * TITLE.leading))
        places = [*islice(starts(longest, family, TITLE.width / size), most + 1)]
        if len(places) <= most:
            return title, (), size
    first, *rest = title.pieces([places[most - 1]])
    return first, tuple(line for line in rest if line.runs), size


def _beside(blocks: Sequence[Block], look: Look) -> int | None:
    """The largest size of text that fits beside the only picture; None if there is none, or it fits as a caption."""
    pictures = [block for block in blocks if isinstance(block, Picture)]
    if len(pictures) != 1 or not is_legible_beside(pictures[0]) or _size([blocks], look):
        return None
    room = NARROW.height * FILLED
    return next((size for size in SIZES if height_of(blocks, size, look, NARROW.width) <= room), None)


def _fits(blocks: Sequence[Block], size: int, look: Look) -> bool:
    """Whether blocks fit on one slide. A picture needs one of its own, with the words after it."""
    pictures = [place for place, block in enumerate(blocks) if isinstance(block, Picture)]
    room = CAPTION.height if pictures else BODY.height * FILLED
    return pictures in ([], [0]) and height_of(blocks, size, look) <= room


def _even(blocks: Sequence[Block], look: Look) -> list[tuple[Block, ...]]:
    """The blocks on as few slides as possible, and these filled evenly."""
    full = _paged(blocks, look, BODY.height * FILLED)
    for share in SHARES:
        if len(even := _paged(blocks, look, BODY.height * share)) == len(full):
            return even
    return full


def _paged(blocks: Sequence[Block], look: Look, room: float) -> list[tuple[Block, ...]]:
    pages = _Pages(look, room)
    for block, after in zip(blocks, (*blocks[1:], None), strict=True):
        if isinstance(block, Picture):
            pages.turn()
            pages.page.append(block)
            pages.left = min(room, CAPTION.height)
        else:
            is_lead = block.role == "lead" and after is not None
            pages.add(block, _ROW + _SIZE * GAP if is_lead else 0.0)
    pages.turn()
    return pages.done


@dataclass
class _Pages:
    """Slides in the smallest letters, which are filled to a height in points."""

    look: Look
    room: float
    done: list[tuple[Block, ...]] = field(default_factory=list)
    page: list[Block] = field(default_factory=list)
    left: float = 0.0

    def __post_init__(self) -> None:
        self.left = self.room

    def turn(self) -> None:
        """End the slide, if anything is on it."""
        if self.page:
            self.done.append(tuple(self.page))
        self.page, self.left = [], self.room

    def add(self, line: Line, after: float) -> None:
        """Add a paragraph, with a height in points for what must follow; one longer than a slide is divided."""
        ends: list[int] = []
        begin, is_used = 0, bool(self.page)
        while True:
            most, free = int(self.room / _ROW), int(self.left / _ROW)
            places = [*islice(rows(line, _SIZE, self.look, begin), most + 1)]
            need = _ROW * len(places) + after
            if need <= self.left or (len(places) <= free and not is_used):
                break
            if is_used and (need <= self.room or free < FEWEST_ROWS):
                self.turn()
                is_used = False
            else:
                begin = _end(line.text, begin, places[free])
                ends.append(begin)
                self.left, is_used = self.room, False
        left = self.left - _ROW * len(places) - _SIZE * GAP
        for number, piece in enumerate(each for each in line.pieces(ends) if each.runs):
            if number:
                self.turn()
            self.page.append(piece)
        self.left = left


_SIZE = SIZES[-1]
_ROW = _SIZE * BODY.leading
"""The height of a row in points."""


def _end(text: str, begin: int, end: int) -> int:
    """The last place up to `end` at which a text is divided: after a sentence, if one ends in the last third."""
    sentences = [found.end() for found in SENTENCE.finditer(text, begin + (end - begin) * 2 // 3, end)]
    return sentences[-1] if sentences else end
