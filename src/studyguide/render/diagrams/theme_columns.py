"""The columns of the chart of themes: one for each scene, in bands that fit the width."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from studyguide.guide.chapters.plot import Part
from studyguide.guide.divisions import Division
from studyguide.markdown import plain
from studyguide.render.diagrams import text_width
from studyguide.render.diagrams.split_rows import in_lots

SIZE = 12
GAP = 3
"""The white space beside words."""
BESIDE = 2
"""The white space between two numbers."""
LEAST = 15
"""The least width of a column."""
MOST_SPARE = 30
"""The most that a column is wider than necessary."""
LONGEST = 60
"""The most width of a number that is a name, such as *Prologue*; a longer one has several lines."""
DIGITS = 2
"""Columns of numbers with more digits may be wider than others."""
TITLE_LINES = 2
"""The most lines of a part's title; a longer one is left out."""


@dataclass(frozen=True)
class Measure:
    """Measures text without the allowance for wider fonts (`spare` 1), as print sets its own fonts, or with it."""

    spare: float = text_width.SPARE

    def wrapped(self, text: str, room: float, *, bold: bool = False) -> tuple[str, ...]:
        """See `text_width`."""
        return text_width.wrapped(text, room * text_width.SPARE / self.spare, SIZE, bold=bold)

    def widest(self, lines: Sequence[str], *, bold: bool = False) -> float:
        """See `text_width`."""
        return text_width.widest(lines, SIZE, bold=bold) * self.spare / text_width.SPARE


@dataclass(frozen=True)
class Column:
    """A scene with its label, its number in lines, and the width of its column."""

    part: Part
    scene: str
    label: str
    lines: tuple[str, ...]
    width: float


@dataclass(frozen=True)
class Band:
    """Columns side by side, from `left` on."""

    heading: tuple[str, ...]
    """The name of the plot in lines; none below the first band, or if there is only one plot."""
    columns: tuple[Column, ...]
    left: float
    titles: tuple[tuple[float, tuple[str, ...]], ...] = ()
    """The left edge of each part, and its title in lines; none if it has no room."""

    @property
    def edges(self) -> list[float]:
        """The left edges of the columns, and the right edge of the last."""
        return list(accumulate((each.width for each in self.columns), initial=self.left))

    @property
    def lines(self) -> int:
        """The number of lines of the numbers."""
        return max(len(each.lines) for each in self.columns)

    @property
    def title_lines(self) -> int:
        """The number of lines of the titles of its parts."""
        return max((len(lines) for _, lines in self.titles), default=0)


def bands(found: Sequence[Division], heading: str, span: tuple[float, float], measure: Measure) -> list[Band]:
    """The scenes of a plot in bands between two edges (`span`), which begin with a part if possible."""
    columns = _columns(found, measure)
    room = span[1] - span[0]
    parts = list(dict.fromkeys(each.part.id for each in columns))
    lots = _joined([[each for each in columns if each.part.id == part] for part in parts], room)
    spare = min(MOST_SPARE, *((room - _total(lot)) / len(lot) for lot in lots))
    widened = [tuple(replace(each, width=each.width + spare) for each in lot) for lot in lots]
    lines = measure.wrapped(heading, span[1], bold=True)
    made = [Band(() if place else lines, lot, span[0]) for place, lot in enumerate(widened)]
    return [replace(band, titles=_titles(band, measure)) for band in made] if len(parts) > 1 else made


def _joined(parts: Sequence[Sequence[Column]], room: float) -> list[list[Column]]:
    """As many parts in each lot as fit; a part that does not fit by itself is divided."""
    joined: list[list[Column]] = []
    for lot in (lot for part in parts for lot in in_lots(part, lambda some: _total(some) <= room)):
        if joined and _total([*joined[-1], *lot]) <= room:
            joined[-1] += lot
        else:
            joined.append([*lot])
    return joined


def _columns(found: Sequence[Division], measure: Measure) -> list[Column]:
    """A column for each scene; all with a number of few digits have the same width."""
    lines = [measure.wrapped(each.number, LONGEST) for each in found]
    needs = [max(LEAST, measure.widest(each) + BESIDE) for each in lines]
    usual = max((need for each, need in zip(found, needs, strict=True) if len(each.number) <= DIGITS), default=LEAST)
    return [
        Column(each.part, each.scene.id, each.label, numbers, max(need, usual))
        for each, numbers, need in zip(found, lines, needs, strict=True)
    ]


def _titles(band: Band, measure: Measure) -> tuple[tuple[float, tuple[str, ...]], ...]:
    parts = {each.part.id: each.part for each in band.columns}
    found = []
    for name, part in parts.items():
        own = [(edge, each.width) for edge, each in zip(band.edges, band.columns, strict=False) if each.part.id == name]
        room = sum(width for _, width in own) - 2 * GAP
        lines = measure.wrapped(plain(part.title), room, bold=True)
        fits = len(lines) <= TITLE_LINES and measure.widest(lines, bold=True) <= room
        found.append((own[0][0], lines if fits else ()))
    return tuple(found)


def _total(columns: Iterable[Column]) -> float:
    return sum(each.width for each in columns)
