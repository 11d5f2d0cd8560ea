"""Production: who made the work, how and where."""

from typing import ClassVar, Literal

from studyguide.model import Chapter, Credit, Event, Id, Inline, Item, Prose


class Topic(Item):
    """One story of the making."""

    sourced: ClassVar = ("text",)

    id: Id
    title: Inline
    text: Prose


class Location(Item):
    """A place where scenes were shot, and what it became on screen."""

    sourced: ClassVar = ("place",)

    place: Inline
    stands_for: Inline
    note: Inline | None = None

    def statement(self) -> str:
        """See `Item`."""
        return f"{self.place}: {self.stands_for}"


class Production(Chapter):
    """The making of the work."""

    factual: ClassVar = True

    kind: Literal["production"]
    topics: tuple[Topic, ...] = ()
    crew: tuple[Credit, ...] = ()
    locations: tuple[Location, ...] = ()
    locations_note: Prose | None = None
    dates: tuple[Event, ...] = ()
