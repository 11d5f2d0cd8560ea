"""The chart of themes and scenes: a row for each theme, a column for each scene, and a square where they meet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from studyguide.guide.chapters.plot import Plot
from studyguide.guide.chapters.themes import Theme, Themes
from studyguide.guide.divisions import Division, common_division, divisions, plot_names
from studyguide.guide.info import GuideInfo
from studyguide.markdown import plain
from studyguide.render.diagrams import text_width
from studyguide.render.diagrams.split_rows import HEAD, in_lots
from studyguide.render.diagrams.theme_columns import GAP, SIZE, Band, Column, Measure, bands
from studyguide.render.theme_scenes import mark
from studyguide.themes.theme import Drawing

MOST = 8
"""The most themes: more rows would be too high for a page in the largest print."""
LINE = SIZE * text_width.LEADING
SQUARE = 11
ROW = 19
"""The least height of a row."""
FIRST = SIZE + 1.5
"""From the upper edge of a row to its first line of text."""
NAMED = 360
"""The least width of a drawing with the names of themes; a narrower one has only their letters."""
LETTER = 16
"""The width of a theme's letter, left of its name."""
MARGIN = 46 / 174
"""The part of the width that has letters and names: on A4, the working margin of the page. It may be less where this
saves a band of columns."""
OPEN = 2.5
"""Half the gap where a line beside the rows would cross a rule between them."""
APART = 16
"""The white space between two bands."""


@dataclass(frozen=True)
class Words:
    """A line of text, from its left end or around its middle."""

    x: float
    y: float
    text: str
    is_bold: bool = False
    is_centred: bool = False


@dataclass(frozen=True)
class Square:
    """A square, by its left upper corner: a key scene of a theme, or another."""

    x: float
    y: float
    is_key: bool


@dataclass(frozen=True)
class Rule:
    """A straight line, which begins a part or divides themes."""

    x1: float
    y1: float
    x2: float
    y2: float
    begins_part: bool = False


@dataclass
class Sheet:
    """One drawing, with the labels of its first and its last scene."""

    first: str = ""
    last: str = ""
    height: float = 0
    words: list[Words] = field(default_factory=list)
    squares: list[Square] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)


@dataclass(frozen=True)
class ThemeChart:
    """A finished chart."""

    width: int
    has_names: bool
    """Whether it has the names of the themes, and not only their letters."""
    has_key: bool
    """Whether a theme has key scenes."""
    division: str
    """What the scenes of all plots are called; empty if they differ."""
    sheets: tuple[Sheet, ...]


def theme_chart(
    chapter: Themes, plots: Sequence[Plot], info: GuideInfo, letters: Mapping[str, str], size: tuple[int, int]
) -> ThemeChart | None:
    """The themes of a chapter and the scenes, in drawings of this width and at most this height.

    None if no theme names a scene, or if there are too many themes, or too few letters.
    """
    names = plot_names(plots, info)
    told = [(names.get(plot.id, ""), divisions(plot, info)) for plot in plots]
    shown = [(name, found) for name, found in told if any(_marks(chapter.themes, found))]
    if not shown or len(chapter.themes) > MOST or not all(theme.id in letters for theme in chapter.themes):
        return None
    chart = _Chart(chapter.themes, letters, size)
    drawn = [band for name, found in shown for band in chart.bands(name, found)]
    lots = in_lots(drawn, lambda lot: sum(map(chart.height, lot)) <= size[1] - HEAD)
    has_key = any(each == "key" for _, found in shown for each in _marks(chapter.themes, found))
    return ThemeChart(size[0], chart.has_names, has_key, common_division(plots, info), tuple(map(chart.sheet, lots)))


def sizes(drawing: Drawing) -> tuple[tuple[int, int], tuple[int, int]]:
    """The greatest sizes of a wide drawing for print, and of a narrow one."""
    return (drawing.wide, drawing.wide), (drawing.width, drawing.height)


def _marks(themes: Iterable[Theme], found: Sequence[Division]) -> Iterator[str]:
    return (kind for theme in themes for each in found if (kind := mark(theme, each.scene.id)))


@dataclass(frozen=True)
class _Row:
    """A theme with its letter, and its name in lines, none if the drawing has no room for names."""

    theme: Theme
    letter: str
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return max(ROW, len(self.lines) * LINE + GAP)


class _Chart:
    """What all drawings of a chart share: its rows, and where its columns begin and end."""

    def __init__(self, themes: Sequence[Theme], letters: Mapping[str, str], size: tuple[int, int]) -> None:
        self._width = size[0]
        self._measure, margin = Measure(1), round(size[0] * MARGIN)
        named = [
            _Row(theme, letters[theme.id], self._measure.wrapped(plain(theme.title), margin - LETTER - 2 * GAP))
            for theme in themes
        ]
        self.has_names = size[0] >= NAMED and sum(row.height for row in named) <= size[1] / 2
        self._rows, self._margin = named, margin
        if not self.has_names:
            self._rows = [_Row(row.theme, row.letter, ()) for row in named]
            self._measure, self._margin = Measure(), LETTER + GAP

    def bands(self, name: str, found: Sequence[Division]) -> list[Band]:
        """The columns of a plot."""
        widest = LETTER + max(self._measure.widest(row.lines) for row in self._rows) + 2 * GAP
        lefts = self._margin, min(widest, self._margin)
        return min((bands(found, name, (left, self._width - 1), self._measure) for left in lefts), key=len)

    def height(self, band: Band) -> float:
        """The height of a band."""
        return self._above(band) + sum(row.height for row in self._rows) + APART

    def _above(self, band: Band) -> float:
        """The height of what is above the rows: the name of the plot, titles of parts, numbers."""
        return (len(band.heading) + band.title_lines + band.lines) * LINE + GAP

    def sheet(self, drawn: Sequence[Band]) -> Sheet:
        """Bands below each other."""
        sheet = Sheet(drawn[0].columns[0].label, drawn[-1].columns[-1].label)
        for band in drawn:
            self._draw(band, sheet)
            sheet.height += self.height(band)
        sheet.height = round(sheet.height - APART + 1, 1)
        return sheet

    def _draw(self, band: Band, sheet: Sheet) -> None:
        top, right = sheet.height, band.edges[-1]
        rows = list(accumulate((row.height for row in self._rows), initial=top + self._above(band)))
        for line in band.heading:
            sheet.words.append(_words(0, top + SIZE, line, is_bold=True))
            top += LINE
        for x, title in band.titles:
            sheet.words += [_words(x + GAP, top + SIZE + n * LINE, line, is_bold=True) for n, line in enumerate(title)]
            sheet.rules += _begun_at(x, top + GAP, rows)
        for row, y in zip(self._rows, rows, strict=False):
            sheet.words.append(_words(0, y + FIRST, row.letter, is_bold=True))
            sheet.words += [_words(LETTER, y + FIRST + n * LINE, line) for n, line in enumerate(row.lines)]
        sheet.rules += [_rule(0, y, right, y) for y in rows]
        for column, left in zip(band.columns, band.edges, strict=False):
            self._draw_column(column, left + column.width / 2, rows, sheet)

    def _draw_column(self, column: Column, middle: float, rows: Sequence[float], sheet: Sheet) -> None:
        first = rows[0] - GAP - 1 - (len(column.lines) - 1) * LINE
        for number, line in enumerate(column.lines):
            sheet.words.append(_words(middle, first + number * LINE, line, is_centred=True))
        for row, y in zip(self._rows, rows, strict=False):
            if kind := mark(row.theme, column.scene):
                sheet.squares.append(Square(round(middle - SQUARE / 2, 1), round(y + 4, 1), kind == "key"))


def _begun_at(x: float, top: float, rows: Sequence[float]) -> list[Rule]:
    """Where a part begins: a line beside its title, and a piece beside each row, which crosses no rule.

    Lines that cross are a table to who looks for one (outloud, rule TBL-014), and this is a picture.
    """
    ends = [(top, rows[0] - OPEN), *((above + OPEN, below - OPEN) for above, below in pairwise(rows))]
    return [_rule(x, upper, x, lower, begins_part=True) for upper, lower in ends]


def _words(x: float, y: float, text: str, *, is_bold: bool = False, is_centred: bool = False) -> Words:
    return Words(round(x, 1), round(y, 1), text, is_bold, is_centred)


def _rule(x1: float, y1: float, x2: float, y2: float, *, begins_part: bool = False) -> Rule:
    return Rule(round(x1, 1), round(y1, 1), round(x2, 1), round(y2, 1), begins_part)
