"""Lanes: what happens in two works or three, side by side; steps that share a phase begin on one line."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from studyguide.markdown import plain
from studyguide.model import Event, Work
from studyguide.pictures import letters

WIDTH = 320
SIZE = 12
MOST = 3
GAP = 14
_LINE = SIZE * letters.LEADING


@dataclass(frozen=True)
class Step:
    """An event: its lines of text from `y` down, the first `bold` of them its date."""

    lane: int
    y: float
    lines: tuple[str, ...]
    bold: int


@dataclass(frozen=True)
class Phase:
    """What belongs together; some phases have no title."""

    title: str
    y: float


@dataclass(frozen=True)
class Lanes:
    """A finished picture; lanes are of one width."""

    height: float
    titles: tuple[str, ...]
    lane: float
    phases: tuple[Phase, ...]
    steps: tuple[Step, ...]
    words: str


def lanes(events: Sequence[Event], works: Sequence[Work]) -> Lanes | None:
    """The events that have a short form, by their works; None unless two works or three have some."""
    told = [event for event in events if event.short and event.work]
    names = [work for work in works if any(event.work == work.id for event in told)]
    if not 1 < len(names) <= MOST:
        return None
    columns = {work.id: number for number, work in enumerate(names)}
    width = (WIDTH - GAP * (len(names) - 1)) / len(names)
    phases, steps, y = [], [], 2 * _LINE
    for title, members in _phases(told):
        phases.append(Phase(title, round(y, 1)))
        drawn = _steps(members, columns, y + (1.6 if title else 0.4) * _LINE, width - 12)
        steps += drawn
        y = max(step.y + len(step.lines) * _LINE for step in drawn) + 0.6 * _LINE
    titles = tuple(work.type.capitalize() for work in names)
    words = "; ".join(f"{titles[columns[str(e.work)]]}, {plain(e.when)}: {plain(e.short or '')}" for e in told)
    return Lanes(round(y, 1), titles, round(width, 1), tuple(phases), tuple(steps), f"{words}.")


def _phases(events: Sequence[Event]) -> list[tuple[str, list[Event]]]:
    """Events by phase, in the order in which phases are first named; one without a phase stands alone."""
    found: dict[str, list[Event]] = {}
    for number, event in enumerate(events):
        found.setdefault(event.phase or f"\0{number}", []).append(event)
    return [("" if name.startswith("\0") else plain(name), members) for name, members in found.items()]


def _steps(events: Sequence[Event], columns: dict[str, int], top: float, room: float) -> list[Step]:
    """The events of a phase, each lane from the top."""
    next_y = dict.fromkeys(columns.values(), top)
    steps = []
    for event in events:
        lane = columns[str(event.work)]
        when = letters.wrapped(plain(event.when), room, SIZE, bold=True)
        lines = tuple(chain(when, letters.wrapped(plain(event.short or ""), room, SIZE)))
        steps.append(Step(lane, round(next_y[lane], 1), lines, len(when)))
        next_y[lane] += (len(lines) + 0.5) * _LINE
    return steps
