"""Changes: the edits of a text at their places in its file, and how each is shown to the author."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from studyguide.guide.model import Path_, Place
from studyguide.guide.source_spans import Span, line_and_column, spans
from studyguide.guide.upgrade.edits import Edit, applied

LONGEST = 60
"""Characters of a word that are shown."""


@dataclass(frozen=True)
class Change:
    """What the author is told of one change: where it is, and the words before and after."""

    file: str
    line: int
    column: int
    code: str
    before: str
    after: str

    @property
    def words(self) -> str:
        """The words before and after, in one line."""
        return f"{_quoted(self.before)} → {_quoted(self.after)}"


@dataclass(frozen=True)
class Source:
    """A text of a guide, and where each of its characters is in the file."""

    path: Path_
    place: Place
    text: str

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """For each character its span in ``place.source``; empty if the two do not fit together."""
        return spans(self.place, self.text) or ()

    def span(self, edit: Edit) -> Span:
        """Where an edit begins and ends in the source of the text."""
        return self.spans[edit.start][0], self.spans[edit.end - 1][1]

    def can_change(self, edit: Edit) -> bool:
        """Whether the characters of an edit follow each other in the source, on one line."""
        inside = self.spans[edit.start : edit.end]
        follow = all(one[1] == other[0] for one, other in pairwise(inside))
        return bool(inside) and follow and "\n" not in self.place.source[slice(*self.span(edit))]

    def at(self, offset: int) -> Place:
        """The place in the file of an offset in the source of the text."""
        line, column = line_and_column(self.place, offset)
        return Place(self.place.file, line, column)


@dataclass(frozen=True)
class TextEdits:
    """A text with its edits, in characters of the text."""

    source: Source
    edits: tuple[Edit, ...]

    @property
    def after(self) -> str:
        """The text after its edits."""
        return applied(self.source.text, self.edits)


def shown_changes(edited: Iterable[TextEdits]) -> Iterator[Change]:
    """What to tell of the edits: those in one word together, with the whole word."""
    for each in edited:
        source = each.source
        for start, end, inside in _words(source.text, each.edits):
            place = source.at(source.spans[start][0])
            moved = (Edit(edit.start - start, edit.end - start, edit.text) for edit in inside)
            before = source.text[start:end]
            yield Change(place.file, place.line, place.column, inside[0].message, before, applied(before, moved))


def _words(text: str, edits: Sequence[Edit]) -> Iterator[tuple[int, int, list[Edit]]]:
    """Where the words around the edits begin and end, with the edits in them."""
    found: list[tuple[int, int, list[Edit]]] = []
    for edit in edits:
        start, end = _word(text, edit.start, edit.end)
        if not any(map(str.isalnum, text[start:end])):  # a dash between two words
            start, end = _word(text, len(text[:start].rstrip(" ")), end + len(text[end:]) - len(text[end:].lstrip(" ")))
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]), [*found[-1][2], edit])
        else:
            found.append((start, end, [edit]))
    return iter(found)


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the words that a part of a text touches begin and end."""
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _quoted(words: str) -> str:
    """The words, between quotation marks if they begin or end with a space; a long text is cut short."""
    cut = words if len(words) <= LONGEST else f"{words[:LONGEST]} …"
    return f"'{cut}'" if cut != cut.strip() else cut
