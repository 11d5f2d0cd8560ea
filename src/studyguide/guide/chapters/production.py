"""Production: who made the work, how and where."""

from typing import ClassVar, Literal

from studyguide.guide.items import Credit, Event, Item
from studyguide.guide.media import Media
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Id, Inline, Prose
from studyguide.languages.labels import Labels


class Topic(Item):
    """One story about the making."""

    sourced: ClassVar = ("text",)

    id: Id
    title: Inline
    """The subject of the story."""
    text: Prose
    """What happened."""
    media: tuple[Media, ...] = ()
    """Films, sounds and pages on the web that go with it."""


class Location(Item):
    """A place where scenes were shot, and what it became on screen."""

    sourced: ClassVar = ("place",)

    place: Inline
    """The real place."""
    stands_for: Inline
    """What it is on screen."""
    note: Inline | None = None
    """Anything else about it."""

    def statement(self, labels: Labels) -> str:
        """See `Item`."""
        return labels.inline("text.colon", head=self.place, text=self.stands_for)


class Production(Chapter):
    """The making of the work."""

    factual: ClassVar = True

    kind: Literal["production"]
    topics: tuple[Topic, ...] = ()
    """Stories about the making, in order."""
    crew: tuple[Credit, ...] = ()
    """People and what they did."""
    locations: tuple[Location, ...] = ()
    """Where it was shot."""
    locations_note: Prose | None = None
    """A comment, printed after the places."""
    dates: tuple[Event, ...] = ()
    """The events of the making, by date."""
