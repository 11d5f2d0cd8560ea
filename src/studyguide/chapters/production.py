"""Production: who made the work, how and where."""

from typing import Literal

from studyguide.model import Chapter, Credit, Event, Id, Inline, Item, Prose


class Topic(Item):
    """One story of the making."""

    id: Id
    title: Inline
    text: Prose


class Location(Item):
    """A place where scenes were shot, and what it became on screen."""

    place: Inline
    stands_for: Inline
    note: Inline | None = None


class Production(Chapter):
    """The making of the work."""

    kind: Literal["production"]
    topics: tuple[Topic, ...] = ()
    crew: tuple[Credit, ...] = ()
    locations: tuple[Location, ...] = ()
    locations_note: Prose | None = None
    dates: tuple[Event, ...] = ()
