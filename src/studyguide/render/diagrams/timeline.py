"""The events of two or three works, side by side, phase by phase."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from studyguide.guide.info import Work
from studyguide.guide.items import Event
from studyguide.guide.works import heads as work_heads
from studyguide.guide.works import listed
from studyguide.languages.labels import Labels
from studyguide.markdown import plain
from studyguide.render.diagrams import text_width
from studyguide.render.diagrams.split_rows import divided
from studyguide.themes.theme import Drawing

SIZE = 12
MOST = 3
GAP = 14
DOT = 12
"""The width of a lane's line and dots, left of its words."""
_LINE = SIZE * text_width.LEADING


@dataclass(frozen=True)
class Step:
    """An event: its lines of text from `y` down; the first `bold` lines are its date."""

    lane: int
    y: float
    lines: tuple[str, ...]
    bold: int


@dataclass(frozen=True)
class Phase:
    """The steps of one phase, on a separate sheet; steps without a phase share a sheet without a title."""

    title: str
    head: tuple[str, ...]
    """The title in lines."""
    height: float
    steps: tuple[Step, ...]
    words: str


@dataclass(frozen=True)
class Lanes:
    """A finished picture; all lanes have the same width."""

    title: str
    """What it shows: *Film and novel, side by side*."""
    titles: tuple[tuple[str, ...], ...]
    """The name of each work, in lines."""
    lane: float
    phases: tuple[Phase, ...]


def lanes(events: Sequence[Event], works: Sequence[Work], labels: Labels, drawing: Drawing) -> Lanes | None:
    """The events that have a short form, by their works; None unless two or three works have some."""
    told = [event for event in events if event.short and event.work]
    shown = [work for work in works if any(event.work == work.id for event in told)]
    if not 1 < len(shown) <= MOST:
        return None
    room = (drawing.width - GAP * (len(shown) - 1)) / len(shown) - DOT
    heads = work_heads(works, labels)
    titles = tuple(text_width.wrapped(heads[work.id], room, SIZE) for work in shown)
    columns = {work.id: (number, heads[work.id]) for number, work in enumerate(shown)}
    chart = _Chart(columns, max(map(len, titles)), room, labels, drawing)
    phases: dict[str, list[Event]] = {}
    for event in told:
        phases.setdefault(plain(event.phase or ""), []).append(event)
    drawn = tuple(
        chart.phase(title, lot, is_first=not number)
        for title, members in phases.items()
        for number, lot in enumerate(_lots(members, room, drawing))
    )
    title = labels.say("lanes.title", works=listed(shown, works, labels))
    return Lanes(title, titles, round(room + DOT, 1), drawn)


def _lots(events: Sequence[Event], room: float, drawing: Drawing) -> list[list[Event]]:
    """The events of a phase, sheet by sheet: each sheet has as many of the next events of every lane as fit."""
    sheets: dict[int, list[int]] = {}
    for work in dict.fromkeys(event.work for event in events):
        lane = [place for place, event in enumerate(events) if event.work == work]
        for number, lot in enumerate(divided(lane, lambda place: _height(events[place], room), drawing)):
            sheets.setdefault(number, []).extend(lot)
    return [[events[place] for place in sorted(places)] for places in sheets.values()]


def _height(event: Event, room: float) -> float:
    """The height of an event in a lane."""
    return (len(_lines(event, room)[1]) + 0.5) * _LINE


def _lines(event: Event, room: float) -> tuple[int, tuple[str, ...]]:
    """The number of lines of an event's date, and all its lines."""
    dates = text_width.wrapped(plain(event.when), room, SIZE, bold=True)
    return len(dates), (*dates, *text_width.wrapped(plain(event.short or ""), room, SIZE))


@dataclass(frozen=True)
class _Chart:
    """What all sheets share: the lane and the name of each work, and the lines of the longest name."""

    columns: Mapping[str, tuple[int, str]]
    rows: int
    room: float
    labels: Labels
    drawing: Drawing

    def phase(self, title: str, events: Sequence[Event], *, is_first: bool) -> Phase:
        """The events of a phase; each lane begins at the top."""
        whole = title if is_first or not title else self.labels.say("lanes.continued", title=title)
        head = text_width.wrapped(whole, self.drawing.width, SIZE, bold=True)
        top = (0.2 + 1.2 * self.rows + 1.2 * len(head)) * _LINE
        next_y = dict.fromkeys((number for number, _ in self.columns.values()), top)
        steps, words = [], []
        for event in events:
            lane, work = self.columns[str(event.work)]
            bold, lines = _lines(event, self.room)
            steps.append(Step(lane, round(next_y[lane], 1), lines, bold))
            when, what = plain(event.when), plain(event.short or "")
            words.append(self.labels.say("lanes.step", work=work, when=when, what=what))
            next_y[lane] += (len(lines) + 0.5) * _LINE
        return Phase(whole, head, round(max(next_y.values()), 1), tuple(steps), "; ".join(words) + ".")
