"""Fill the pages of a worksheet: rule a few lines more or fewer than asked for, until no page is left half empty."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from weasyprint import Document, Page

from studyguide import rooms, xhtml
from studyguide.errors import FitError
from studyguide.formats.pdf import boxes
from studyguide.formats.pdf.document import Body
from studyguide.formats.pdf.press import Press
from studyguide.xhtml import Element

ENOUGH = 0.4
"""How full the last page must be, so that it is worth the paper."""

SCALES = (1.0, 0.85, 0.7, 1.3, 1.6)
"""Shares of the lines asked for, in the order of preference."""

MOST = 1.7
"""The most lines that a room may have, for each that was asked for, to fill a page."""

RESERVES = (0, 1, 2)
"""Lines left white at the foot of each page: more where something under the last words, such as a rule, needs room."""


@dataclass
class Room:
    """A room, or the rooms of a table's row, which grow together."""

    elements: list[Element]
    asked: int
    lines: int = 0

    @property
    def spare(self) -> int:
        """The lines that may still be added."""
        return max(0, ceil(MOST * self.asked) - self.lines)

    def resize(self, lines: int) -> None:
        """Give it so many lines, at least one."""
        self.lines = max(1, lines)
        for element in self.elements:
            rooms.set_lines(element, self.lines)


def fill(body: Body, press: Press) -> None:
    """Rule the rooms of a sheet. Raises `FitError` where its last page would be almost empty however that is done."""
    found = _rooms(body.root)
    if not found:
        return
    costs = {scale: _cost(_scaled(body, press, found, scale), found) for scale in SCALES}
    best = min(SCALES, key=lambda scale: costs[scale])  # the first of the cheapest
    document = _scaled(body, press, found, best)
    if len(document.pages) > 1 and _used(document.pages[-1], found) < ENOUGH:
        raise FitError(
            f"The last of {len(document.pages)} pages would be almost empty, however many lines are ruled. "
            "Take away or add something to do.",
            [box.element.get("data-name") for box in boxes.with_attribute(document.pages[-1], "data-name")][::-1],
        )
    asked = [room.lines for room in found]
    for reserve in RESERVES:
        _grow(document, found, reserve)
        if _places(_lay_out(body, press)) == _places(document):
            return
        for room, lines in zip(found, asked, strict=True):
            room.resize(lines)


def _lay_out(body: Body, press: Press) -> Document:
    return press.lay_out(body.html({}, 1))


def _scaled(body: Body, press: Press, found: Sequence[Room], scale: float) -> Document:
    for room in found:
        room.resize(round(room.asked * scale))
    return _lay_out(body, press)


def _cost(document: Document, found: Sequence[Room]) -> float:
    """Pages of paper, and twice the white on them; far more where the last page is not worth the paper."""
    white = sum(1 - _used(page, found) for page in document.pages)
    wasted = len(document.pages) > 1 and _used(document.pages[-1], found) < ENOUGH
    return len(document.pages) + 2 * round(white, 1) + 100 * wasted


def _grow(document: Document, found: Sequence[Room], reserve: int) -> None:
    """Give the white at the foot of each page, but for some lines, to the rooms on it, a line at a time."""
    for page in document.pages:
        here = _on(page, found)
        spare = floor(boxes.free_height(page) / _pitch(page, found)) - reserve if here else 0
        while spare > 0 and (able := [room for room in here if room.spare]):
            for room in able[:spare]:
                room.resize(room.lines + 1)
            spare -= len(able)


def _used(page: Page, found: Sequence[Room]) -> float:
    """The share of a page's height that is used when its rooms have grown."""
    here = _on(page, found)
    grown = sum(room.spare for room in here) * _pitch(page, found) if here else 0.0
    return 1 - max(0.0, boxes.free_height(page) - grown) / boxes.height(page)


def _on(page: Page, found: Sequence[Room]) -> list[Room]:
    """The rooms on a page, each once, in order."""
    numbers = dict.fromkeys(int(box.element.get("data-room")) for box in boxes.with_attribute(page, "data-room"))
    return [found[number] for number in numbers]


def _pitch(page: Page, found: Sequence[Room]) -> float:
    """The height of a line, in CSS pixels."""
    heights = (
        float(box.margin_height()) / found[int(box.element.get("data-room"))].lines
        for box in boxes.with_attribute(page, "data-room")
    )
    return max(heights)


def _places(document: Document) -> list[tuple[int, str]]:
    """The page of each room, and how many pages there are."""
    pages = list(enumerate(document.pages))
    places = [(n, box.element.get("data-room")) for n, page in pages for box in boxes.with_attribute(page, "data-room")]
    return [*places, (len(pages), "pages")]


def _rooms(root: Element) -> list[Room]:
    """The rooms of a sheet, numbered in its markup so that their boxes can be told."""
    found: dict[Element, Room] = {}
    for element in xhtml.with_class(root, "room"):
        asked = int(element.get("data-lines"))
        row = next((outer for outer in element.iterancestors("tr")), element)
        room = found.setdefault(row, Room([], asked))
        room.elements.append(element)
        room.asked = max(room.asked, asked)
    for number, room in enumerate(found.values()):
        for element in room.elements:
            element.set("data-room", str(number))
    return list(found.values())
