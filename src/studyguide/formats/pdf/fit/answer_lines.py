"""The answer spaces ("rooms") of a worksheet: their pages, how many lines they have, and how full each page is."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from weasyprint import Document, Page

from studyguide.formats.pdf.weasy import boxes
from studyguide.publication import answer_spaces
from studyguide.support import xhtml
from studyguide.support.xhtml import Element

LONG = 12
"""A room of more lines may continue on the next page, and so may the task it is in; others stay on one page."""

MOST = 1.7
"""To fill a page, a room may have up to this many times the lines requested."""


@dataclass
class Room:
    """A room, or several rooms side by side, which grow together."""

    elements: list[Element]
    asked: int
    lines: int = 0

    @property
    def spare(self) -> int:
        """How many lines may still be added."""
        return max(0, ceil(MOST * self.asked) - self.lines)

    def resize(self, lines: int) -> None:
        """Set the number of lines, at least one."""
        self.lines = max(1, lines)
        for element in self.elements:
            answer_spaces.set_lines(element, self.lines)


def resize(found: Sequence[Room], lines: Sequence[int]) -> None:
    """Set the number of lines of each room."""
    for room, count in zip(found, lines, strict=True):
        room.resize(count)


def used(page: Page, found: Sequence[Room]) -> float:
    """The share of a page's height that would be used if its rooms grew as far as they may."""
    here = on(page, found)
    grown = sum(room.spare for room in here) * pitch(page, found) if here else 0.0
    return 1 - max(0.0, boxes.free_height(page) - grown) / boxes.height(page)


def on(page: Page, found: Sequence[Room]) -> list[Room]:
    """The rooms on a page, each once, in order."""
    numbers = dict.fromkeys(int(box.element.get("data-room")) for box in boxes.with_attribute(page, "data-room"))
    return [found[number] for number in numbers]


def pitch(page: Page, found: Sequence[Room]) -> float:
    """The height of a line, in CSS pixels."""
    return max(_pitch(box, found) for box in boxes.with_attribute(page, "data-room"))


def _pitch(box: boxes.Box, found: Sequence[Room]) -> float:
    """The height of a line of a room; the box of a long room may hold only the lines on this page."""
    lines = list(boxes.children(box)) if box.element.tag != "textarea" else []
    if lines:
        return float(lines[0].margin_height())
    return float(box.margin_height()) / found[int(box.element.get("data-room"))].lines


def places(document: Document) -> list[tuple[int, str]]:
    """The page (from 0) and number of each room, and finally the number of pages."""
    pages = list(enumerate(document.pages))
    places = [(n, box.element.get("data-room")) for n, page in pages for box in boxes.with_attribute(page, "data-room")]
    return [*places, (len(pages), "pages")]


def _let_break(element: Element) -> None:
    """Allow a room, and the task it is in, to continue on the next page."""
    tasks = (outer for outer in element.iterancestors() if {"task", "activity"} & set(xhtml.classes(outer)))
    for each in (element, *tasks):
        each.set("class", f"{each.get('class')} long")


def rooms_in(root: Element) -> list[Room]:
    """The rooms of a sheet, numbered in its markup so that their boxes can be identified."""
    found: dict[Element, Room] = {}
    for element in xhtml.with_class(root, "room"):
        asked = int(element.get("data-lines"))
        row = next((outer for outer in element.iterancestors() if "fields" in xhtml.classes(outer)), element)
        room = found.setdefault(row, Room([], asked))
        room.elements.append(element)
        room.asked = max(room.asked, asked)
        if asked > LONG and element.tag != "textarea":
            _let_break(element)
    for number, room in enumerate(found.values()):
        for element in room.elements:
            element.set("data-room", str(number))
    return list(found.values())
