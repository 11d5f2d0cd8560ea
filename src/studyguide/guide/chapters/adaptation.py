"""Adaptation: the changes from one work to the other."""

from typing import ClassVar, Literal

from pydantic import Field

from studyguide.guide.items import Item
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Id, Inline, Prose


class Change(Item):
    """One element in both works, and the effect of the difference."""

    sourced: ClassVar = ("novel",)

    id: Id
    element: Inline
    """The element that is compared: a person, a scene, an idea."""
    novel: Inline
    """How it is in the book."""
    film: Inline
    """How it is in the film."""
    effect: Inline
    """The effect of the difference."""
    change: Literal["kept", "cut", "moved", "merged", "altered", "invented"] = "altered"
    """The sort of change."""


class Adaptation(Chapter):
    """From page to screen, row by row."""

    factual: ClassVar = True

    kind: Literal["adaptation"]
    rows: tuple[Change, ...] = Field(min_length=1)
    """The comparisons, in order."""
    kept: tuple[Inline, ...] = ()
    """What the film keeps, for balance."""
    closing: Prose | None = None
    """A comment, printed after the comparisons."""
