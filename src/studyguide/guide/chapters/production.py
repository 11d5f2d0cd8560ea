"""Production: who made the work, how and where."""

from typing import ClassVar, Literal

from studyguide.guide.items import Credit, Event, Item
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Id, Inline, Prose


class Topic(Item):
    """One story of the making."""

    sourced: ClassVar = ("text",)

    id: Id
    title: Inline
    """What it is about."""
    text: Prose
    """What happened."""


class Location(Item):
    """A place where scenes were shot, and what it became on screen."""

    sourced: ClassVar = ("place",)

    place: Inline
    """The real place."""
    stands_for: Inline
    """What it is on screen."""
    note: Inline | None = None
    """Anything else about it."""

    def statement(self) -> str:
        """See `Item`."""
        return f"{self.place}: {self.stands_for}"


class Production(Chapter):
    """The making of the work."""

    factual: ClassVar = True

    kind: Literal["production"]
    topics: tuple[Topic, ...] = ()
    """Stories of the making, in order."""
    crew: tuple[Credit, ...] = ()
    """Who did what."""
    locations: tuple[Location, ...] = ()
    """Where it was shot."""
    locations_note: Prose | None = None
    """What to say after the places."""
    dates: tuple[Event, ...] = ()
    """The making by date."""
