"""Tracker: which theme is at work in which scene, one row a scene and one column a theme."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import ascii_uppercase

from studyguide.chapters.plot import Part, Plot
from studyguide.chapters.themes import Theme, Themes
from studyguide.markdown import plain
from studyguide.pictures import letters
from studyguide.pictures.division import divided

SIZE = 12
ROOM = 298
"""For the number and title of a scene and all its cells."""
CELL = 24
MOST = 8
"""More themes than this leave no room for the titles."""


@dataclass(frozen=True)
class Row:
    """A scene, and for each theme whether it is ``key``, ``named`` or nothing there."""

    number: int
    title: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """The scenes of a part, and what their picture says in words."""

    id: str
    title: str
    rows: tuple[Row, ...]
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
    """All themes, and the sheets of all parts of the story, those without a theme among them."""

    themes: tuple[Tracked, ...]
    sheets: tuple[Sheet, ...]


def tracker(chapter: Themes, plots: Iterable[Plot]) -> Tracker | None:
    """The themes of a chapter beside the scenes; None where no theme names a scene, or there are too many themes."""
    parts, number = [], 0
    for plot in plots:
        for part in plot.parts:
            parts.append((part, number))
            number += len(part.scenes)
    sheets = tuple(sheet for part, before in parts for sheet in _sheets(part, before, chapter.themes))
    if len(chapter.themes) > MOST or not any(any(row.marks) for sheet in sheets for row in sheet.rows):
        return None
    rows = [row for sheet in sheets for row in sheet.rows]
    return Tracker(
        tuple(_tracked(place, theme, rows) for place, theme in enumerate(chapter.themes)),
        sheets,
    )


def _sheets(part: Part, before: int, themes: tuple[Theme, ...]) -> Iterator[Sheet]:
    """The scenes of a part, on as many sheets as they take."""
    rows, words = _rows(part, before, themes)
    for number, lot in enumerate(divided(zip(rows, words, strict=True), _height)):
        title = plain(part.title) + (", continued" if number else "")
        yield Sheet(part.id, title, tuple(row for row, _ in lot), "; ".join(word for _, word in lot) + ".")


def _height(row: tuple[Row, str]) -> float:
    """How much of a sheet a scene takes up."""
    return len(row[0].title) * SIZE * letters.LEADING + 6


def _rows(part: Part, before: int, themes: tuple[Theme, ...]) -> tuple[list[Row], list[str]]:
    """A row for each scene of a part, and the same in words."""
    rows, words = [], []
    room = ROOM - CELL * len(themes)
    for number, scene in enumerate(part.scenes, start=before + 1):
        marks = tuple(_mark(theme, scene.id) for theme in themes)
        rows.append(Row(number, letters.wrapped(plain(scene.title), room, SIZE), marks))
        found = ", ".join(letter for letter, mark in zip(ascii_uppercase, marks, strict=False) if mark)
        words.append(f"Scene {number}: {found or 'none'}")
    return rows, words


def _mark(theme: Theme, scene: str) -> str:
    if scene in theme.key_scenes:
        return "key"
    return "named" if any(evidence.scene == scene for evidence in theme.evidence) else ""


def _tracked(place: int, theme: Theme, rows: list[Row]) -> Tracked:
    title = letters.wrapped(plain(theme.title), ROOM - CELL, SIZE, bold=True)
    scenes = tuple(row.number for row in rows if row.marks[place])
    key = tuple(row.number for row in rows if row.marks[place] == "key")
    return Tracked(ascii_uppercase[place], theme.id, plain(theme.title), title, scenes, key)
