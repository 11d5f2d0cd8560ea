"""Year table: what happened in the world, and beside it the years of the works, from a context and from the plots."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studyguide import markdown
from studyguide.guide.chapters.context import Context, ContextEvent
from studyguide.guide.chapters.plot import Plot
from studyguide.guide.info import Work
from studyguide.guide.items import Event

WORLD, SEVERAL = "", "several works"
"""Columns that are not of one work. No work has the second as its id, which has spaces."""
MOST = 2
"""The most works with a column each, beside that of the world; more would be too narrow on small paper."""

_YEAR = re.compile(r"(?<!\d)(\d{3,4})(?!\d)(?:[–-]\d{1,4})?(\s*BCE?\b)?")


@dataclass(frozen=True)
class Entry:
    """Something that happened, in Markdown."""

    item: ContextEvent | Event
    what: str
    when: str = ""
    """The date, if it says more than the year."""
    work: str = WORLD
    is_cited: bool = False
    """Whether its sources are printed with it: once for each item, and not for events of a plot, which prints them."""


@dataclass(frozen=True)
class Row:
    """A year, and for each column what happened."""

    year: int
    cells: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True)
class YearTable:
    """Columns (`WORLD`, ids of works, `SEVERAL`) and rows by year."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def year_table(chapter: Context, plots: Sequence[Plot], works: Sequence[Work]) -> YearTable | None:
    """The table of a context. None if it has no events of its own: the plot then shows its own time line."""
    if not chapter.events:
        return None
    dated = [*_own(chapter.events, works[0].id), *_of_plots(plots, works)]
    columns = _columns({entry.work for _, entry in dated}, works)
    by_year: dict[int, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for year, entry in dated:
        by_year[year][entry.work if entry.work in columns else SEVERAL].append(entry)
    rows = (Row(year, tuple(tuple(found[column]) for column in columns)) for year, found in sorted(by_year.items()))
    return YearTable(columns, tuple(rows))


def _columns(used: set[str], works: Sequence[Work]) -> tuple[str, ...]:
    of_works = [work.id for work in works if work.id in used]
    return (*([WORLD] if WORLD in used else []), *(of_works if len(of_works) <= MOST else [SEVERAL]))


def _own(events: Sequence[ContextEvent], first: str) -> Iterator[tuple[int, Entry]]:
    for event in events:
        of_work = event.work if event.work and not event.meanwhile else WORLD
        yield event.year, Entry(event, event.what, event.when or "", of_work, is_cited=True)
        if event.meanwhile:
            yield event.year, Entry(event, event.meanwhile, work=event.work or first)


def _of_plots(plots: Sequence[Plot], works: Sequence[Work]) -> Iterator[tuple[int, Entry]]:
    """The events of plots that have a year, and a work, unless the guide has only one work."""
    only = works[0].id if len(works) == 1 else ""
    for event in (event for plot in plots for event in plot.timeline):
        year, work = year_of(event.when), event.work or only
        if year is not None and work:
            said = markdown.plain(event.when)
            yield year, Entry(event, event.what, "" if said == str(year) else event.when, work)


def year_of(when: str) -> int | None:
    """The first year in the date of an event; None if it has none, such as *the next morning*."""
    found = _YEAR.search(markdown.plain(when))
    return None if found is None else -int(found[1]) if found[2] else int(found[1])
