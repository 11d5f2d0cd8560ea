"""The events of two or three works, side by side, phase by phase."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from studyguide.guide.info import Work
from studyguide.guide.items import Event
from studyguide.markdown import plain
from studyguide.render.diagrams import text_width
from studyguide.render.diagrams.split_rows import divided
from studyguide.themes.theme import Drawing

SIZE = 12
MOST = 3
GAP = 14
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

    titles: tuple[str, ...]
    lane: float
    phases: tuple[Phase, ...]


def lanes(events: Sequence[Event], works: Sequence[Work], drawing: Drawing) -> Lanes | None:
    """The events that have a short form, by their works; None unless two or three works have some."""
    told = [event for event in events if event.short and event.work]
    names = [work for work in works if any(event.work == work.id for event in told)]
    if not 1 < len(names) <= MOST:
        return None
    columns = {work.id: (number, work.type.capitalize()) for number, work in enumerate(names)}
    width = (drawing.width - GAP * (len(names) - 1)) / len(names)
    phases: dict[str, list[Event]] = {}
    for event in told:
        phases.setdefault(plain(event.phase or ""), []).append(event)
    drawn = tuple(
        _phase(_head(title, number, drawing), lot, columns, width - 12)
        for title, members in phases.items()
        for number, lot in enumerate(_lots(members, width - 12, drawing))
    )
    return Lanes(tuple(title for _, title in columns.values()), round(width, 1), drawn)


def _head(title: str, number: int, drawing: Drawing) -> tuple[str, tuple[str, ...]]:
    """The title of a sheet, and its lines."""
    whole = title + (", continued" if number else "")
    return whole, text_width.wrapped(whole, drawing.width, SIZE, bold=True)


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


def _phase(
    titled: tuple[str, tuple[str, ...]], events: Sequence[Event], columns: Mapping[str, tuple[int, str]], room: float
) -> Phase:
    """The events of a phase; each lane begins at the top."""
    title, head = titled
    top = (1.4 + 1.2 * len(head)) * _LINE
    next_y = dict.fromkeys((number for number, _ in columns.values()), top)
    steps, words = [], []
    for event in events:
        lane, work = columns[str(event.work)]
        when, short = plain(event.when), plain(event.short or "")
        bold, lines = _lines(event, room)
        steps.append(Step(lane, round(next_y[lane], 1), lines, bold))
        words.append(f"{work}, {when}: {short}")
        next_y[lane] += (len(lines) + 0.5) * _LINE
    return Phase(title, head, round(max(next_y.values()), 1), tuple(steps), "; ".join(words) + ".")
