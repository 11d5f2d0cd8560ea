"""Edits: changes of single places of a text, and what they mean for other places in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar


@dataclass(frozen=True)
class Edit:
    """New text for a place: the characters from `start` to `end` are replaced."""

    start: int
    end: int
    text: str
    message: str = ""
    """What the author is told about it; empty for a further step of a change."""


@dataclass(frozen=True)
class Remark:
    """A place that the author has to look at."""

    start: int
    message: str


Note = TypeVar("Note", Edit, Remark, Edit | Remark)


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after all edits, whose places are those before any of them and do not overlap."""
    parts, at = [], 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])


def moved(note: Note, edits: Sequence[Edit]) -> Note:
    """A note at the place that its beginning has after the edits."""
    shift = sum(len(edit.text) - (edit.end - edit.start) for edit in edits if edit.end <= note.start and edit != note)
    return replace(note, start=note.start + shift)
