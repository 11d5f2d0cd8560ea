"""The themes of each scene: one row for each scene and one column for each theme."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from string import ascii_uppercase

from studyguide.guide.chapters.plot import Part, Plot
from studyguide.guide.chapters.themes import Theme, Themes
from studyguide.markdown import plain
from studyguide.render.diagrams import text_width
from studyguide.render.diagrams.split_rows import divided
from studyguide.themes.theme import Drawing

SIZE = 12
NUMBER = 22
"""The width of a scene's number."""
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

    number: int
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
    """A theme, and the numbers of its scenes."""

    letter: str
    id: str
    name: str
    title: tuple[str, ...]
    """The name in lines."""
    scenes: tuple[int, ...]
    key: tuple[int, ...]


@dataclass(frozen=True)
class Tracker:
    """All themes, and the sheets of all parts of the story, also of parts without a theme."""

    themes: tuple[Tracked, ...]
    sheets: tuple[ChartPart, ...]
    is_stacked: bool
    """Whether the cells of a scene are below its title."""


def tracker(chapter: Themes, plots: Iterable[Plot], drawing: Drawing) -> Tracker | None:
    """The themes of a chapter beside the scenes; None if no theme names a scene, or there are too many themes."""
    parts, number = [], 0
    for plot in plots:
        for part in plot.parts:
            parts.append((part, number))
            number += len(part.scenes)
    room, is_stacked = _room(len(chapter.themes), drawing)
    sheets = tuple(
        _sheet(part, lot, number)
        for part, before in parts
        for number, lot in enumerate(
            divided(_rows(part, before, chapter.themes, room), partial(_height, is_stacked=is_stacked), drawing)
        )
    )
    if len(chapter.themes) > MOST or not any(any(row.marks) for sheet in sheets for row in sheet.rows):
        return None
    rows = [row for sheet in sheets for row in sheet.rows]
    return Tracker(
        tuple(_tracked(place, theme, rows, drawing) for place, theme in enumerate(chapter.themes)),
        sheets,
        is_stacked,
    )


def _room(themes: int, drawing: Drawing) -> tuple[int, bool]:
    """The width of a scene's title, and whether the cells of so many themes are below it."""
    beside = drawing.width - NUMBER - CELL * themes
    return (beside, False) if beside >= TITLE else (drawing.width - NUMBER, True)


def _sheet(part: Part, rows: tuple[ChartRow, ...], number: int) -> ChartPart:
    title = plain(part.title) + (", continued" if number else "")
    return ChartPart(part.id, title, rows, "; ".join(map(_words, rows)) + ".")


def _words(row: ChartRow) -> str:
    found = ", ".join(letter for letter, mark in zip(ascii_uppercase, row.marks, strict=False) if mark)
    return f"Scene {row.number}: {found or 'none'}"


def _height(row: ChartRow, *, is_stacked: bool) -> float:
    """The height of a scene on a sheet."""
    return len(row.title) * SIZE * text_width.LEADING + is_stacked * STACKED + 6


def _rows(part: Part, before: int, themes: tuple[Theme, ...], room: int) -> Iterator[ChartRow]:
    """A row for each scene of a part."""
    for number, scene in enumerate(part.scenes, start=before + 1):
        marks = tuple(_mark(theme, scene.id) for theme in themes)
        yield ChartRow(number, text_width.wrapped(plain(scene.title), room, SIZE), marks)


def _mark(theme: Theme, scene: str) -> str:
    if scene in theme.key_scenes:
        return "key"
    return "named" if any(evidence.scene == scene for evidence in theme.evidence) else ""


def _tracked(place: int, theme: Theme, rows: list[ChartRow], drawing: Drawing) -> Tracked:
    title = text_width.wrapped(plain(theme.title), drawing.width - NUMBER - CELL, SIZE, bold=True)
    scenes = tuple(row.number for row in rows if row.marks[place])
    key = tuple(row.number for row in rows if row.marks[place] == "key")
    return Tracked(ascii_uppercase[place], theme.id, plain(theme.title), title, scenes, key)
