"""The printed page of every id, and the page references in the text.

Numbers are literal text, inserted before layout: an engine that fills them in while it breaks pages loses notes.
Pages count from 1, the cover included, so a printed number is also the number that a PDF reader shows.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from studyguide.languages.labels import Labels
from studyguide.publication import wide_signs
from studyguide.support import xhtml
from studyguide.support.errors import BuildError

PageMap = Mapping[str, int]
"""The page of each id (the first one, if it has several)."""

TYPICAL = 3100.0
"""Estimated characters of text on a page; blocks count as longer, because their last line is seldom full."""

BLOCK = 30
"""The extra characters of each block. Both values are fitted to the flagship and the guides of ``make bench``."""

PIECE = re.compile(r"<[^>]*>|[^<]+")
OPENING = re.compile(r"<(p|li|h[1-6]|tr|dt|dd|figure|figcaption|blockquote|caption)\b")
ID = re.compile(r'\sid="([^"]+)"')


@dataclass(frozen=True)
class Extent:
    """The printed length of a piece of markup, in characters, and the position of each id in it."""

    length: int
    offsets: Mapping[str, int]


def extent(markup: str) -> Extent:
    """Measure a piece of markup."""
    length, offsets = 0, {}
    for piece in PIECE.findall(markup):
        if piece[0] != "<":
            length += len(" ".join(piece.split()))
            continue
        if found := ID.search(piece):
            offsets[found[1]] = length
        if OPENING.match(piece):
            length += BLOCK
    return Extent(length, offsets)


def joined(extents: Sequence[Extent]) -> Extent:
    """The measure of pieces that follow each other without a new page."""
    offsets: dict[str, int] = {}
    length = 0
    for piece in extents:
        offsets |= {name: length + offset for name, offset in piece.offsets.items() if name not in offsets}
        length += piece.length
    return Extent(length, offsets)


def estimate(extents: Sequence[Extent], first: int, scale: float = TYPICAL) -> dict[str, int]:
    """Estimate the page of every id; each piece begins a page, and the first begins page `first`."""
    numbers: dict[str, int] = {}
    for piece in extents:
        numbers.update({name: first + int(offset / scale) for name, offset in piece.offsets.items()})
        first += max(1, ceil(piece.length / scale))
    return numbers


def prepare(root: xhtml.Element, labels: Labels) -> None:
    """Put a space before each page reference that has none, so that it can be filled; none before a wide bracket."""
    is_wide = wide_signs.begins(labels.say("page.reference", page=1))
    for mark in xhtml.with_class(root, "page-ref"):
        text = xhtml.text_before(mark)
        if is_wide:
            xhtml.set_text_before(mark, text.rstrip())
        elif not text.endswith((" ", "\n", "\t")):
            xhtml.append_text_before(mark, " ")


def fill(root: xhtml.Element, numbers: PageMap, labels: Labels) -> None:
    """Write ``(p. 12)``, unbreakable, into every page reference."""
    for mark in xhtml.with_class(root, "page-ref"):
        mark.text = labels.say("page.reference", page=number_of(mark.get("data-ref"), numbers))
        mark.set("data-said", labels.say("page.said", page="{number}"))  # the number may be corrected on the page


def locate(root: xhtml.Element, numbers: PageMap, comma: str = ", ") -> tuple[tuple[int, ...], ...]:
    """Turn the locators of an index into numbers, each page once: ``12, 14–16``. The numbers, by entries."""
    return tuple(_locate(entry, numbers, comma) for entry in xhtml.with_class(root, "locators"))


def _locate(entry: xhtml.Element, numbers: PageMap, comma: str) -> tuple[int, ...]:
    first: dict[int, xhtml.Element] = {}
    for link in list(entry):
        first.setdefault(number_of(link.get("data-ref"), numbers), link)
        entry.remove(link)
    runs = list(_runs(sorted(first)))
    for run in runs:
        part = entry if len(run) == 1 else entry.makeelement("span", {"class": "run"})
        for page in run:
            part.append(first[page])
            first[page].text, first[page].tail = str(page), "\N{EN DASH}" if page != run[-1] else None
        if part is not entry:
            entry.append(part)
        entry[-1].tail = comma if run is not runs[-1] else None
    return tuple(page for run in runs for page in run)


def _runs(pages: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The first and the last of three or more pages that follow each other; other pages alone."""
    for _, found in groupby(enumerate(pages), lambda each: each[1] - each[0]):
        run = [page for _, page in found]
        yield from [(run[0], run[-1])] if len(run) > 2 else [(page,) for page in run]  # noqa: PLR2004 (7, 8 is short)


def number_of(name: str, numbers: PageMap) -> int:
    """The page of an id. Raises `BuildError` for an unknown one."""
    if name not in numbers:
        raise BuildError(f"A page reference points to '{name}', but nothing with that id is printed.")
    return numbers[name]


def renumbered(text: str, number: int) -> str:
    """The text of a page reference with another number: ``(p. 9)`` becomes ``(p. 12)``."""
    return re.sub(r"[0-9]+", str(number), text, count=1)


def number_in(text: str) -> int | None:
    """The number in the text of a page reference; None if there is none."""
    found = re.search(r"[0-9]+", text)
    return int(found[0]) if found else None
