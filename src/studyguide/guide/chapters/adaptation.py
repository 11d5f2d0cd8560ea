"""Adaptation: the works compared, and what changes from one to another."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from pydantic import Field

from studyguide.guide.info import Work
from studyguide.guide.items import Item
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Id, Inline, Prose, WorkId


class Change(Item):
    """One element of the works, as each of them has it, and the effect of the difference."""

    sourced: ClassVar = ("works",)
    former: ClassVar = {"novel": "works", "film": "works"}

    id: Id
    element: Inline
    """The element that is compared: a person, a scene, an idea."""
    works: dict[WorkId, Inline] = Field(min_length=1)
    """How it is in each work, under the work's id; leave out a work that has nothing like it."""
    effect: Inline
    """The effect of the difference."""
    change: Literal["kept", "cut", "moved", "merged", "altered", "invented"] = "altered"
    """The sort of change."""


class Adaptation(Chapter):
    """The works side by side, row by row: from page to screen, or from one film to another."""

    factual: ClassVar = True

    kind: Literal["adaptation"]
    works: tuple[WorkId, ...] = ()
    """The works in the order of the columns; if you name none, those that a row has, in the guide's order."""
    rows: tuple[Change, ...] = Field(min_length=1)
    """The comparisons, in order."""
    kept: tuple[Inline, ...] = ()
    """What stays the same, for balance."""
    closing: Prose | None = None
    """A comment, printed after the comparisons."""

    def compared(self, works: Sequence[Work]) -> tuple[Work, ...]:
        """The works in the order of the columns: those that it names, and others that a row has a text for."""
        found = {name for row in self.rows for name in row.works}
        ordered = [*self.works, *(work.id for work in works if work.id in found)]
        known = {work.id: work for work in works}
        return tuple(known[name] for name in dict.fromkeys(ordered) if name in known)
