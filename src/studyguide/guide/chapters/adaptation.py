"""Adaptation: what changed on the way from one work to the other."""

from typing import ClassVar, Literal

from pydantic import Field

from studyguide.guide.items import Item
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Id, Inline, Prose


class Change(Item):
    """One element in both works, and what the difference does."""

    sourced: ClassVar = ("novel",)

    id: Id
    element: Inline
    """What is compared: a person, a scene, an idea."""
    novel: Inline
    """How it is in the book."""
    film: Inline
    """How it is in the film."""
    effect: Inline
    """What the difference does."""
    change: Literal["kept", "cut", "moved", "merged", "altered", "invented"] = "altered"
    """What sort of change it is."""


class Adaptation(Chapter):
    """From page to screen, row by row."""

    factual: ClassVar = True

    kind: Literal["adaptation"]
    rows: tuple[Change, ...] = Field(min_length=1)
    """The comparisons, in order."""
    kept: tuple[Inline, ...] = ()
    """What the film keeps, for balance."""
    closing: Prose | None = None
    """What to say after them."""
