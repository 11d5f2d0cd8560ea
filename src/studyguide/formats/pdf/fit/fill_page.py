"""Fills the pages of a worksheet: rules a few more or fewer lines than requested, so that no page is half empty."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor

from weasyprint import Document

from studyguide.formats.pdf.fit import answer_lines
from studyguide.formats.pdf.fit.answer_lines import Room
from studyguide.formats.pdf.layout.html import Body
from studyguide.formats.pdf.weasy import boxes
from studyguide.formats.pdf.weasy.renderer import Renderer
from studyguide.publication import answer_spaces
from studyguide.support import xhtml
from studyguide.support.errors import OverrunError

LONG = 10
"""Lines; a field with at most this many fits on every page."""

ENOUGH = 0.4
"""The share of the last or only page that must be filled for it to be worth the paper."""

SCALES = (1.0, 0.85, 0.7, 1.3, 1.6)
"""Multiples of the lines requested, in order of preference."""

TRIALS = (1.0, 0.7, 0.85, 1.3, 1.6)
"""The same in the order they are tried: after the first two, it is often clear that no other can be better."""

RESERVES = (0, 1, 2)
"""Lines left blank at the foot of each page: more if, for example, a rule below the last words needs space."""


@dataclass(frozen=True)
class Trial:
    """A sheet laid out with a multiple of its lines, and the cost of that layout."""

    lines: tuple[int, ...]
    document: Document
    cost: float

    @property
    def pages(self) -> int:
        """The number of pages."""
        return len(self.document.pages)


def fill(body: Body, renderer: Renderer, *, overruns: bool = False) -> Document:
    """Rule the rooms of a sheet; return its pages.

    Raises `OverrunError` if the only page of a worksheet would be mostly white, or its last page almost empty, with
    every number of lines, unless `overruns` is set.
    """
    found = answer_lines.rooms_in(body.root)
    if any(room.asked > LONG and room.elements[0].tag == "textarea" for room in found):
        found = _divided(body, renderer, found)
    document = _cheapest(body, renderer, found) if found else _lay_out(body, renderer)
    is_worksheet = bool(found) or "worksheet" in xhtml.classes(body.root)
    if is_worksheet and not overruns and (message := _complaint(document, found)):
        named = boxes.with_attribute(document.pages[-1], "data-name")
        raise OverrunError(message, [box.element.get("data-name") for box in named][::-1])
    return _grown(document, body, renderer, found) if found else document


def _complaint(document: Document, found: Sequence[Room]) -> str:
    """What to tell the author of a sheet that is not worth its paper; empty if it is."""
    however = ", however many lines are ruled" if found else ""
    if _wasteful(document, found):
        return f"The last of {len(document.pages)} pages would be almost empty{however}. Remove or add a task."
    if answer_lines.used(document.pages[-1], found) < ENOUGH:
        return f"Most of its page would be white{however}. Add a task."
    return ""


def _divided(body: Body, renderer: Renderer, found: Sequence[Room]) -> list[Room]:
    """The rooms of a form, divided so that each fits on a page, even with all the lines that it may get."""
    answer_lines.resize(found, [1] * len(found))
    page = next(page for page in _lay_out(body, renderer).pages if answer_lines.on(page, found))
    most = floor(boxes.height(page) / answer_lines.pitch(page, found) / answer_lines.MOST)
    for room in found:
        for element in room.elements:
            element.set("data-lines", str(room.asked))
    answer_spaces.divide(body.root, max(1, most), body.publication.labels)
    return answer_lines.rooms_in(body.root)


def _cheapest(body: Body, renderer: Renderer, found: Sequence[Room]) -> Document:
    """The sheet with the cheapest multiple of its lines; of equally cheap ones, the first in `SCALES`."""
    tried: dict[float, Trial] = {}
    for scale in TRIALS:
        if not _hopeless(scale, tried):
            tried[scale] = _trial(scale, list(tried.values()), body, renderer, found)
    best = min(tried, key=lambda scale: (tried[scale].cost, SCALES.index(scale)))
    answer_lines.resize(found, tried[best].lines)
    return tried[best].document


def _hopeless(scale: float, tried: Mapping[float, Trial]) -> bool:
    """Whether a multiple cannot be best: more lines never take fewer pages, each page costs 1, and there is one."""
    fewer = [trial for other, trial in tried.items() if other < scale]
    more = [trial for other, trial in tried.items() if other > scale]
    if fewer and more and fewer[-1].pages == more[0].pages and fewer[-1].cost == more[0].cost:
        return True
    least = max((trial.pages for trial in fewer), default=1)
    return any(
        (1 if trial.pages == 1 else trial.cost, SCALES.index(other)) < (least, SCALES.index(scale))
        for other, trial in tried.items()
    )


def _trial(scale: float, tried: Sequence[Trial], body: Body, renderer: Renderer, found: Sequence[Room]) -> Trial:
    """The sheet with a multiple of its lines; an earlier trial is used again if it has the same lines."""
    lines = tuple(max(1, round(room.asked * scale)) for room in found)
    answer_lines.resize(found, lines)
    same = (trial for trial in tried if trial.lines == lines)
    if trial := next(same, None):
        return trial
    document = _lay_out(body, renderer)
    return Trial(lines, document, _cost(document, found))


def _grown(document: Document, body: Body, renderer: Renderer, found: Sequence[Room]) -> Document:
    """The sheet with as many more lines on each page as fit without moving anything to another page."""
    before = tuple(room.lines for room in found)
    tried = set[tuple[int, ...]]()
    for reserve in RESERVES:
        _grow(document, found, reserve)
        lines = tuple(room.lines for room in found)
        if lines == before:
            return document
        if lines not in tried and answer_lines.places(grown := _lay_out(body, renderer)) == answer_lines.places(
            document
        ):
            return grown
        tried.add(lines)
        answer_lines.resize(found, before)
    return document


def _lay_out(body: Body, renderer: Renderer) -> Document:
    return renderer.lay_out(body.html({}, 1))


def _wasteful(document: Document, found: Sequence[Room]) -> bool:
    """Whether the last page is not worth the paper."""
    return len(document.pages) > 1 and answer_lines.used(document.pages[-1], found) < ENOUGH


def _cost(document: Document, found: Sequence[Room]) -> float:
    """The number of pages plus twice their white share; far more if the last page is not worth the paper."""
    white = sum(1 - answer_lines.used(page, found) for page in document.pages)
    return len(document.pages) + 2 * round(white, 1) + 100 * _wasteful(document, found)


def _grow(document: Document, found: Sequence[Room], reserve: int) -> None:
    """Add the white space at the foot of the pages, except for `reserve` lines, to the rooms, line by line.

    Rooms with the same number of requested lines, such as those of questions with equal marks, stay equal.
    """
    white, counts = [], []
    for page in document.pages:
        here = answer_lines.on(page, found)
        white.append(floor(boxes.free_height(page) / answer_lines.pitch(page, found)) - reserve if here else 0)
        counts.append(Counter(room.asked for room in here))
    able = sorted({room.asked for room in found})
    while able:
        able = [asked for asked in able if _grown_alike(asked, found, white, counts)]


def _grown_alike(asked: int, found: Sequence[Room], white: list[int], counts: Sequence[Counter[int]]) -> bool:
    """Add a line to all rooms with `asked` requested lines; False, without a change, if they do not all fit."""
    alike = [room for room in found if room.asked == asked]
    enough = all(count[asked] <= max(0, lines) for count, lines in zip(counts, white, strict=True))
    if not enough or not all(room.spare for room in alike):
        return False
    for room in alike:
        room.resize(room.lines + 1)
    for number, count in enumerate(counts):
        white[number] -= count[asked]
    return True
