"""YAML as authors mean it: the only module that knows PyYAML.

Plain values stay text as typed (``no``, ``12:34``, ``0123``); only an empty value, ``null`` and ``~`` are None.
Surprising or dangerous features of YAML are refused: anchors, aliases, tags, merge keys, duplicate keys, keys that are
not text, several documents, deep nesting, tabs, characters that XML does not allow.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, pairwise
from typing import Any

import yaml

from studyguide.guide import yaml_messages
from studyguide.guide.model import Path_, Place
from studyguide.guide.source_spans import joined
from studyguide.support.errors import Problem

MAX_DEPTH = 30
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the parser in C, where PyYAML was built with it
_EMPTY = {"", "null", "~"}
# Controls, line ends that editors do not count, surrogates, noncharacters (XML 1.0, Char).
_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_LOST = re.compile(r" +(#[^\s#]+)")


@dataclass
class Tree:
    """The content of a file (dicts, lists, strings, None), the places of its values and keys, and its problems."""

    file: str
    value: Any = None
    places: dict[Path_, Place] = field(default_factory=dict)
    keys: dict[Path_, Place] = field(default_factory=dict)
    """The place of the key of each value in a mapping."""
    problems: list[Problem] = field(default_factory=list)
    text: str = ""
    """The text of the file, as far as it could be read."""
    whole: bool = True
    """False if a part was left out, so a missing key may be in that part."""

    def refuse(self, place: Place, message: str, *, whole: bool = True) -> None:
        """Add a problem; ``whole=False`` if a part is left out because of it."""
        self.problems.append(Problem(place.file, place.line, place.column, message))
        self.whole = self.whole and whole


def read(text: str, file: str, skip: int = 0) -> Tree:
    """The one document in `text` (lines end with a line feed); `skip` lines come before it in the file."""
    tree = Tree(file)
    text = clean(tree, text, skip, tabs=False)
    reader = _Reader(tree, text, skip)
    try:
        reader.document()
    except yaml.MarkedYAMLError as error:
        reader.broken(error)
    except _StopError:
        tree.whole = False
    return tree


def clean(tree: Tree, text: str, skip: int, *, tabs: bool) -> str:
    """`text` with a space for every character that is refused, the first on each line is a problem."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        match = _FORBIDDEN.search(line) or (None if tabs else re.search("\t", line))
        if match:
            place = Place(tree.file, number + 1 + skip, match.start() + 1)
            tree.refuse(place, yaml_messages.character(match[0], line[: match.start()]))
    return _FORBIDDEN.sub(" ", text if tabs else text.replace("\t", " "))


class _StopError(Exception):
    """The rest of the file cannot be read."""


class _Reader:
    """Builds a tree from the parser's events; aliases are refused, and nothing is expanded."""

    def __init__(self, tree: Tree, text: str, skip: int) -> None:
        self._tree = tree
        self._lines = [*text.split("\n"), ""]  # the parser ends one line after the last
        self._skip = skip
        self._events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)

    def document(self) -> None:
        """Read the only document that a file may have."""
        tree = self._tree
        for event in self._events:
            if not isinstance(event, yaml.DocumentStartEvent):
                continue
            if () in tree.places:
                tree.refuse(self._place(event), yaml_messages.SECOND_DOCUMENT)
                raise _StopError
            tree.value = self._node(next(self._events), ())

    def broken(self, error: yaml.MarkedYAMLError) -> None:
        """Add the parser's error as a problem, unless its line has one already."""
        line, column, message = yaml_messages.syntax(error, self._lines, self._skip)
        place = Place(self._tree.file, line + 1 + self._skip, column + 1)
        self._tree.whole = False
        if place.line not in {problem.line for problem in self._tree.problems}:
            self._tree.refuse(place, message)

    def _node(self, event: Any, path: Path_) -> Any:
        place = self._tree.places[path] = self._place(event)
        if len(path) > MAX_DEPTH:
            self._tree.refuse(place, yaml_messages.TOO_DEEP.format(MAX_DEPTH))
            raise _StopError
        for message in yaml_messages.refused(event):
            self._tree.refuse(place, message, whole=not isinstance(event, yaml.AliasEvent))
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, flow=bool(event.flow_style))
        return self._scalar(event, path) if isinstance(event, yaml.ScalarEvent) else None

    def _mapping(self, path: Path_) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event)
            if key is None:
                self._node(next(self._events), (*path, "\0"))  # skip the value, under a name that no key has
            elif key in found:
                first = self._tree.keys[(*path, key)].line
                self._tree.refuse(self._place(event), yaml_messages.DUPLICATE.format(key, first))
                self._node(next(self._events), (*path, "\0"))
            else:
                self._tree.keys[(*path, key)] = self._place(event)
                found[key] = self._node(next(self._events), (*path, key))
        return found

    def _key(self, event: Any) -> str | None:
        """The text of a key, or None if it is refused."""
        if isinstance(event, yaml.ScalarEvent) and event.value != "<<":
            for message in yaml_messages.refused(event):
                self._tree.refuse(self._place(event), message)
            return str(event.value)
        merge = isinstance(event, yaml.ScalarEvent)
        self._tree.refuse(self._place(event), yaml_messages.MERGE if merge else yaml_messages.KEY, whole=False)
        if not merge:
            raise _StopError
        return None

    def _sequence(self, path: Path_, *, flow: bool) -> list[Any]:
        found: list[Any] = []
        entries: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            found.append(self._node(event, (*path, len(found))))
            entries.append(event)
        if flow:
            self._torn(entries)
        return found

    def _torn(self, entries: Sequence[Any]) -> None:
        """Refuse texts between brackets that a comma has ended too soon."""
        texts = [each.value if isinstance(each, yaml.ScalarEvent) and each.implicit[0] else "" for each in entries]
        glued = [other.start_mark.index == one.end_mark.index + 1 for one, other in pairwise(entries)]
        for first, last in yaml_messages.torn(texts, glued):
            self._tree.refuse(self._place(entries[first]), yaml_messages.torn_apart(texts[first : last + 1]))

    def _scalar(self, event: Any, path: Path_) -> str | None:
        text = str(event.value)
        place = self._tree.places[path] = self._content(event)
        text = joined(place, text)
        if bad := _FORBIDDEN.search(text):  # written as an escape, such as "\0"
            self._tree.refuse(self._place(event), yaml_messages.character(bad[0]))
            return _FORBIDDEN.sub(" ", text)
        plain = event.implicit[0]
        if plain and (lost := _LOST.match(self._lines[event.end_mark.line], event.end_mark.column)):
            place = Place(self._tree.file, event.end_mark.line + 1 + self._skip, lost.start(1) + 1)
            self._tree.refuse(place, yaml_messages.LOST.format(lost[1]))
        if plain:
            self._swallowed(event)
        return None if plain and text in _EMPTY else text

    def _swallowed(self, event: Any) -> None:
        """Refuse an entry of a list that continues the plain text of the entry above it."""
        for number in range(event.start_mark.line + 1, event.end_mark.line + 1):
            line = self._lines[number][: event.end_mark.column if number == event.end_mark.line else None]
            if line.lstrip(" ").startswith("- "):
                place = Place(self._tree.file, number + 1 + self._skip, len(line) - len(line.lstrip(" ")) + 1)
                self._tree.refuse(place, yaml_messages.swallowed(number, self._lines, self._skip))

    def _content(self, event: Any) -> Place:
        """Where the text of a scalar begins: after its quotation mark, or on the first line of a block."""
        line, column, end = event.start_mark.line, event.start_mark.column, event.end_mark
        if event.style not in {"|", ">"}:
            column += bool(event.style)
        elif event.value.strip():
            line = next(number for number in count(line + 1) if self._lines[number].strip())
            column = len(self._lines[line]) - len(self._lines[line].lstrip(" "))
        *whole, last = self._lines[line : end.line + 1] or [""]
        source = "\n".join([*whole, last[: end.column]])[column:]
        return Place(self._tree.file, line + 1 + self._skip, column + 1, source, event.style or "")

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self._tree.file, mark.line + 1 + self._skip, mark.column + 1)
