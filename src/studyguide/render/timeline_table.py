"""The time line in print: phases as columns, and a row for each work."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from studyguide.guide.info import Work
from studyguide.guide.items import Event
from studyguide.guide.works import heads, listed
from studyguide.languages.labels import Labels
from studyguide.markdown import plain

MOST_PHASES = 5
"""The most columns of phases: more would be too narrow for their words."""
MOST_EVENTS = 6
"""The most events of a work in one phase: a row with more would be too high for a page."""


@dataclass(frozen=True)
class Phase:
    """A stage of the story, in inline Markdown, and the events of each work in it."""

    title: str
    events: tuple[tuple[Event, ...], ...]


@dataclass(frozen=True)
class TimelineTable:
    """The works, and their phases in as many tables as necessary."""

    title: str
    """What it shows: *Film and novel side by side*."""
    works: tuple[str, ...]
    tables: tuple[tuple[Phase, ...], ...]


def timeline_table(events: Sequence[Event], works: Sequence[Work], labels: Labels) -> TimelineTable | None:
    """The events side by side; None unless several works have events, and these are in several phases.

    An event without a phase is in that of the event of its work before it, or after it if there is none before.
    """
    shown = [work for work in works if any(event.work == work.id for event in events)]
    if len(shown) < 2 or not all(event.work for event in events):  # noqa: PLR2004 (side by side)
        return None
    by_work = [_phased([event for event in events if event.work == work.id]) for work in shown]
    titles = {plain(each.phase or ""): each.phase or "" for each in events if each.phase}
    phases = [Phase(title, tuple(tuple(row.get(name, ())) for row in by_work)) for name, title in titles.items()]
    if len(phases) < 2 or not all(by_work) or any(len(each) > MOST_EVENTS for phase in phases for each in phase.events):  # noqa: PLR2004
        return None
    names = heads(works, labels)
    title = labels.say("timeline.side-by-side", works=listed(shown, works, labels))
    return TimelineTable(title, tuple(names[work.id] for work in shown), tuple(_divided(phases)))


def _phased(events: Sequence[Event]) -> dict[str, list[Event]]:
    """The events of a work by their phases; empty if it has no phase."""
    names = [plain(event.phase or "") for event in events]
    here = first = next(filter(None, names), "")
    found: dict[str, list[Event]] = {}
    for event, name in zip(events, names, strict=True):
        here = name or here
        found.setdefault(here, []).append(event)
    return found if first else {}


def _divided(phases: Sequence[Phase]) -> list[tuple[Phase, ...]]:
    """The phases of each table: about as many in each."""
    number = -(-len(phases) // MOST_PHASES)
    ends = [len(phases) * place // number for place in range(number + 1)]
    return [tuple(phases[begin:end]) for begin, end in pairwise(ends)]
