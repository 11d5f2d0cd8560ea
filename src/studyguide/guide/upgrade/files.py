"""The files of a guide as text to edit: each with its values, and where these begin and end in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from studyguide.guide import read_file
from studyguide.guide.chapter_list import FOLDER, SUFFIXES
from studyguide.guide.model import Path_, Place
from studyguide.guide.yaml_reader import Tree
from studyguide.support import safe_files
from studyguide.support.errors import Problem, UsageError

_LINE_END = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"
"""A byte order mark, which some editors put before a text."""


@dataclass(frozen=True)
class GuideFile:
    """A file that could be read: its text as written, with its own line ends, and its values."""

    name: str
    text: str
    tree: Tree

    @property
    def kind(self) -> str:
        """The kind of chapter; ``guide`` for guide.yaml."""
        value = self.tree.value
        found = value.get("kind") if isinstance(value, dict) else None
        return "guide" if self.name == "guide.yaml" else found if isinstance(found, str) else ""

    @property
    def line_end(self) -> str:
        """What ends a line of the file."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def with_text(self, text: str) -> "GuideFile":
        """The file after an edit."""
        return replace(self, text=text, tree=_parsed(text, self.name))

    def key(self, path: Path_) -> int:
        """Where the key of a value begins in the text."""
        return self.offset(self.tree.keys[path])

    def start(self, path: Path_) -> int:
        """Where the text of a value begins: after its quotation mark, or on the first line of a block."""
        return self.offset(self.tree.places[path])

    def end(self, path: Path_) -> int:
        """Where a text value ends, with its quotation mark."""
        place = self.tree.places[path]
        lines = place.source.rstrip().split("\n")
        last = Place(place.file, place.line + len(lines) - 1, len(lines[-1]) + (place.column if not lines[1:] else 1))
        return self.offset(last)

    def end_before(self, path: Path_) -> int:
        """Where the last text of the same entry ends that is before a key."""
        key, entry = self.key(path), path[:-1]
        inside = (each for each, place in self.tree.places.items() if each[: len(entry)] == entry and place.source)
        return max((end for each in inside if (end := self.end(each)) <= key), default=0)

    def line_start(self, offset: int) -> int:
        """Where the line of a place begins."""
        return self._lines[max(0, bisect_right(self._lines, offset) - 1)]

    def line_starts(self, start: int, end: int) -> Iterator[int]:
        """Where each line after that of `start` begins, up to that of `end`, without empty lines."""
        for at in self._lines[bisect_right(self._lines, start) : bisect_right(self._lines, end)]:
            if self.text[at : at + 1] not in {"", "\r", "\n"}:
                yield at

    def next_line(self, offset: int) -> int:
        """Where the line after that of a place begins; the end of the text after the last line."""
        following = bisect_right(self._lines, offset)
        return self._lines[following] if following < len(self._lines) else len(self.text)

    def value(self, path: Path_) -> Any:
        """The value at a path."""
        found = self.tree.value
        for step in path:
            found = found[step]
        return found

    def offset(self, place: Place) -> int:
        """Where a place is in the text."""
        return self._lines[place.line - 1] + place.column - 1

    @cached_property
    def _lines(self) -> tuple[int, ...]:
        """Where each line begins; the first after a byte order mark."""
        first = len(_MARK) if self.text.startswith(_MARK) else 0
        return (first, *(found.end() for found in _LINE_END.finditer(self.text)))


@dataclass(frozen=True)
class GuideFiles:
    """The files of a guide that could be read, and the problems of the others."""

    files: tuple[GuideFile, ...]
    unread: tuple[Problem, ...]

    @property
    def works(self) -> list[dict[str, Any]]:
        """The works in guide.yaml that have a type."""
        info: Any = next((file.tree.value for file in self.files if file.name == "guide.yaml"), {})
        works = info.get("works") if isinstance(info, dict) else None
        groups = [work for work in works if isinstance(work, dict)] if isinstance(works, list) else []
        return [work for work in groups if isinstance(work.get("type"), str)]


def read(folder: Path) -> GuideFiles:
    """guide.yaml and all chapters of a guide. Raises `UsageError` if there is no such folder."""
    if not folder.is_dir():
        raise UsageError(f"There is no folder '{folder}'. Name the folder that contains guide.yaml.")
    names = [f"{FOLDER}/{name}" for name in safe_files.listing(folder, FOLDER) if name.endswith(SUFFIXES)]
    files: list[GuideFile] = []
    unread: list[Problem] = []
    for name in ("guide.yaml", *names):
        content = read_file.content(folder, name)
        tree = read_file.parse(content, name)
        if tree.problems or isinstance(content, str):
            unread += tree.problems
        else:
            files.append(GuideFile(name, content.decode("utf-8"), tree))
    return GuideFiles(tuple(files), tuple(unread))


def _parsed(text: str, name: str) -> Tree:
    return read_file.parse(text.encode("utf-8"), name)
