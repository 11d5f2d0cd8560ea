"""Adaptation: what changed on the way from one work to the other."""

from typing import ClassVar, Literal

from pydantic import Field

from studyguide.model import Chapter, Id, Inline, Item, Prose


class Change(Item):
    """One element in both works, and what the difference does."""

    sourced: ClassVar = ("novel",)

    id: Id
    element: Inline
    novel: Inline
    film: Inline
    effect: Inline
    change: Literal["kept", "cut", "moved", "merged", "altered", "invented"] = "altered"


class Adaptation(Chapter):
    """From page to screen, row by row."""

    factual: ClassVar = True

    kind: Literal["adaptation"]
    rows: tuple[Change, ...] = Field(min_length=1)
    kept: tuple[Inline, ...] = ()
    """What the film keeps, for balance."""
    closing: Prose | None = None
