"""The themes of each scene: one row for each scene and one column for each theme."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from studyguide.guide import works
from studyguide.guide.chapters.plot import Part, Plot
from studyguide.guide.chapters.themes import Theme, Themes
from studyguide.guide.divisions import Division, common_division, divisions, plot_names
from studyguide.guide.info import GuideInfo
from studyguide.languages.labels import Labels
from studyguide.markdown import plain
from studyguide.render.diagrams import text_width
from studyguide.render.diagrams.split_rows import divided
from studyguide.themes.theme import Drawing

SIZE = 12
NUMBER = 22
"""The least width of a scene's number."""
GAP = 6
CELL = 24
TITLE = 100
"""The least width of a scene's title beside its cells; if there is less, the cells are below the title."""
MOST = 8
"""The most themes: more would leave no room for the titles."""
STACKED = 19
"""The height of the cells below a title."""


@dataclass(frozen=True)
class ChartRow:
    """A scene, and for each theme ``key``, ``named`` or nothing."""

    number: str
    mark: str
    """The number beside the title, if the title does not have it."""
    label: str
    title: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True)
class ChartPart:
    """The scenes of a part, and a description of their picture in words."""

    id: str
    title: str
    rows: tuple[ChartRow, ...]
    words: str


@dataclass(frozen=True)
class Tracked:
    """A theme, and its letter in the charts."""

    letter: str
    id: str
    name: str
    title: tuple[str, ...]
    """The name in lines."""


@dataclass(frozen=True)
class TrackedPlot:
    """A plot, and for each theme the numbers of its scenes."""

    name: str
    """What tells it from the other plots; empty if there are none."""
    division: str
    """What its scenes are called: scene, chapter and so on."""
    scenes: tuple[tuple[str, ...], ...]
    key: tuple[tuple[str, ...], ...]
    sheets: tuple[ChartPart, ...]


@dataclass(frozen=True)
class Tracker:
    """All themes, and the sheets of all parts of each story, also of parts without a theme."""

    themes: tuple[Tracked, ...]
    plots: tuple[TrackedPlot, ...]
    division: str
    """What the scenes of all plots are called; empty if they differ."""
    is_stacked: bool
    """Whether the cells of a scene are below its title."""
    number: float
    """The width of a scene's number."""

    @property
    def has_key(self) -> bool:
        """Whether a theme has key scenes, which are drawn with a heavy frame."""
        return any(numbers for plot in self.plots for numbers in plot.key)


def tracker(chapter: Themes, plots: Sequence[Plot], info: GuideInfo, drawing: Drawing) -> Tracker | None:
    """The themes of a chapter beside the scenes; None if no theme names a scene, or there are too many themes."""
    names = plot_names(plots, info)
    numbered = {plot.id: divisions(plot, info) for plot in plots}
    chart = _Chart(chapter.themes, info.labels, drawing, _widest(each for found in numbered.values() for each in found))
    every = (chart.plot(plot, numbered[plot.id], names.get(plot.id, ""), info) for plot in plots)
    charts = tuple(each for each in every if any(each.scenes))
    if len(chapter.themes) > MOST or not charts:
        return None
    themes = tuple(map(partial(_tracked, drawing=drawing), info.labels.say("choice.letters"), chapter.themes))
    return Tracker(themes, charts, common_division(plots, info), chart.is_stacked, chart.number)


def _widest(found: Iterable[Division]) -> float:
    """The width of the widest number of a scene."""
    return max([NUMBER, *(text_width.width(each.mark, SIZE) + GAP for each in found)])


@dataclass(frozen=True)
class _Chart:
    """What all sheets of a chart share."""

    themes: tuple[Theme, ...]
    labels: Labels
    drawing: Drawing
    number: float

    @property
    def is_stacked(self) -> bool:
        return self._beside < TITLE

    @property
    def _beside(self) -> float:
        """The width of a scene's title with its cells beside it."""
        return self.drawing.width - self.number - CELL * len(self.themes)

    def plot(self, plot: Plot, found: Sequence[Division], name: str, info: GuideInfo) -> TrackedPlot:
        rows = {part.id: tuple(self._row(each) for each in found if each.part.id == part.id) for part in plot.parts}
        every = [row for lot in rows.values() for row in lot]
        scenes, key = _numbers(every, len(self.themes), ("key", "named")), _numbers(every, len(self.themes), ("key",))
        sheets = (sheet for part in plot.parts for sheet in self._sheets(part, rows[part.id], name))
        return TrackedPlot(name, works.division(plot.told(info)), scenes, key, tuple(sheets))

    def _row(self, each: Division) -> ChartRow:
        room = self.drawing.width - self.number if self.is_stacked else self._beside
        title = text_width.wrapped(plain(each.scene.title), room, SIZE)
        return ChartRow(
            each.number, each.mark, each.label, title, tuple(_mark(theme, each.scene.id) for theme in self.themes)
        )

    def _sheets(self, part: Part, rows: tuple[ChartRow, ...], plot: str) -> Iterator[ChartPart]:
        for place, lot in enumerate(divided(rows, self._height, self.drawing)):
            title = plain(part.title)
            title = self.labels.say("tracker.part-of", plot=plot, part=title) if plot else title
            title = self.labels.say("tracker.continued", title=title) if place else title
            yield ChartPart(part.id, title, lot, "; ".join(map(self._words, lot)) + ".")

    def _words(self, row: ChartRow) -> str:
        found = ", ".join(
            letter for letter, mark in zip(self.labels.say("choice.letters"), row.marks, strict=False) if mark
        )
        found = found or self.labels.say("tracker.no-theme")
        return self.labels.say("tracker.row", division=row.label, themes=found)

    def _height(self, row: ChartRow) -> float:
        """The height of a scene on a sheet."""
        return len(row.title) * SIZE * text_width.LEADING + self.is_stacked * STACKED + 6


def _numbers(rows: Sequence[ChartRow], themes: int, marks: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """For each theme, the numbers of the scenes with one of the marks."""
    return tuple(tuple(row.number for row in rows if row.marks[n] in marks) for n in range(themes))


def _mark(theme: Theme, scene: str) -> str:
    if scene in theme.key_scenes:
        return "key"
    return "named" if any(evidence.scene == scene for evidence in theme.evidence) else ""


def _tracked(letter: str, theme: Theme, drawing: Drawing) -> Tracked:
    title = text_width.wrapped(plain(theme.title), drawing.width - NUMBER - CELL, SIZE, bold=True)
    return Tracked(letter, theme.id, plain(theme.title), title)
