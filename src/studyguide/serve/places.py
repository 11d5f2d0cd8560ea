"""Places: from what an element shows to the line in its file, and from a problem to the element that shows it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from studyguide.guide.model import Guide, Path_, Place, nearest
from studyguide.guide.source_places import on_line
from studyguide.render.text_sources import path_of, source_of
from studyguide.support.errors import Problem

Places = Mapping[str, Mapping[Path_, Place]]
"""The places of a guide's values, by file, as in `Guide.places`."""


class Spot(NamedTuple):
    """A place with its address in an editor."""

    file: str
    """Below the guide's folder."""
    line: int
    column: int
    link: str


class Note(NamedTuple):
    """A problem or a remark, with its address in an editor and the source of the element that it is about."""

    file: str
    line: int
    column: int
    message: str
    link: str
    source: str
    """Empty if no element of a page shows the file."""


@dataclass(frozen=True)
class Editor:
    """The addresses of places in the author's editor, for a guide's folder."""

    folder: Path
    address: str
    """With ``{file}``, ``{line}`` and ``{column}``; empty if places have no address."""

    def link(self, file: str, line: int, column: int) -> str:
        """The address of a place."""
        path = quote(os.fsencode((self.folder / file).absolute().as_posix()), safe="/")  # its name need not be text
        named = {"{file}": path.removeprefix("/"), "{line}": str(line), "{column}": str(column)}
        found = self.address
        for name, value in named.items():
            found = found.replace(name, value)
        return found

    def spot(self, source: str, guide: Guide) -> Spot | None:
        """The place of a source in a guide; None if it has no such text."""
        try:
            chapter, path, line = path_of(source)
            place = on_line(nearest(guide.places[chapter], path), line)
        except (ValueError, KeyError):
            return None
        return Spot(place.file, place.line, place.column, self.link(place.file, place.line, place.column))

    def note(self, problem: Problem, places: Places) -> Note:
        """A problem with its address and its source."""
        at = problem.file, problem.line, problem.column
        return Note(*at, problem.message, self.link(*at), source_before(problem, places))


def source_before(problem: Problem, places: Places) -> str:
    """The source of the value that begins at a problem, or as the last one before it; empty for other files."""
    for name, found in places.items():
        if () not in found or found[()].file != problem.file or name.endswith(".yaml"):
            continue
        where = problem.line, problem.column
        before = [(each.line, each.column, len(path), path) for path, each in found.items()]
        best = max((each for each in before if each[:2] <= where), default=(problem.line, 0, 0, ()))
        return source_of(name, best[3], problem.line - best[0])
    return ""
