"""The printed page of every id, and the places in the text that show it.

Numbers are literal text, put in before layout: an engine that fills them in while it breaks pages loses notes.
Pages count from 1, the cover included, so a printed number is also the one that a PDF reader shows.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from studyguide.support import xhtml
from studyguide.support.errors import BuildError

PageMap = Mapping[str, int]
"""The page on which each id is printed (where it begins, if it goes on)."""

TYPICAL = 2750.0
"""Characters of text on a page, as a first guess; and more for each block, since its last line is seldom full."""

BLOCK = 30
"""How many more. Both are fitted to what the flagship and the guides of ``make bench`` came to."""

PIECE = re.compile(r"<[^>]*>|[^<]+")
OPENING = re.compile(r"<(p|li|h[1-6]|tr|dt|dd|figure|figcaption|blockquote|caption)\b")
ID = re.compile(r'\sid="([^"]+)"')


@dataclass(frozen=True)
class Extent:
    """How long a piece of markup is when it is printed, in characters, and where in it each id stands."""

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


def estimate(extents: Sequence[Extent], first: int, scale: float = TYPICAL) -> dict[str, int]:
    """Guess the page of every id, where each piece begins a page and the first begins page `first`."""
    numbers: dict[str, int] = {}
    for piece in extents:
        numbers.update({name: first + int(offset / scale) for name, offset in piece.offsets.items()})
        first += max(1, ceil(piece.length / scale))
    return numbers


def prepare(root: xhtml.Element) -> None:
    """Put a space before each place for a page reference where there is none, so that it can be filled."""
    for mark in xhtml.with_class(root, "page-ref"):
        before = mark.getprevious()
        text = mark.getparent().text if before is None else before.tail
        if not (text or "").endswith((" ", "\n", "\t")):
            xhtml.append_text_before(mark, " ")


def fill(root: xhtml.Element, numbers: PageMap) -> None:
    """Write ``(p. 12)``, unbreakable, into every page reference."""
    for mark in xhtml.with_class(root, "page-ref"):
        mark.text = f"(p.\N{NO-BREAK SPACE}{number_of(mark.get('data-ref'), numbers)})"


def locate(root: xhtml.Element, numbers: PageMap) -> tuple[tuple[int, ...], ...]:
    """Turn the locators of an index into numbers, each page once: ``12, 14–16``. The numbers, by entries."""
    return tuple(_locate(entry, numbers) for entry in xhtml.with_class(root, "locators"))


def _locate(entry: xhtml.Element, numbers: PageMap) -> tuple[int, ...]:
    first: dict[int, xhtml.Element] = {}
    for link in list(entry):
        first.setdefault(number_of(link.get("data-ref"), numbers), link)
        entry.remove(link)
    pages = sorted(first)
    kept = [page for page in pages if not {page - 1, page + 1} <= first.keys()]
    for page in kept:
        link = first[page]
        link.text = str(page)
        runs_on = page + 1 in first and page + 2 in first and page - 1 not in first
        link.tail = None if page == kept[-1] else "\N{EN DASH}" if runs_on else ", "
        entry.append(link)
    return tuple(kept)


def number_of(name: str, numbers: PageMap) -> int:
    """The page of an id. Raises `BuildError` for one that is nowhere."""
    if name not in numbers:
        raise BuildError(f"A page reference points to '{name}', but nothing with that id is printed.")
    return numbers[name]


def renumbered(text: str, number: int) -> str:
    """The text of a page reference with another number: ``(p. 9)`` becomes ``(p. 12)``."""
    return re.sub(r"[0-9]+", str(number), text, count=1)
