"""Cast: people, their roles and their relationships."""

from typing import ClassVar, Literal

from pydantic import Field

from studyguide.guide.items import Item
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Id, Inline, PersonRef, Prose
from studyguide.languages.labels import Labels


class Person(Item):
    """A character, who plays them, and what to watch for."""

    sourced: ClassVar = ("played_by",)

    id: Id
    name: Inline
    """The character's name."""
    played_by: tuple[Inline, ...] = ()
    """Performers, each with a note where it helps: ``Izzy Meikle-Small (as a child)``."""
    role: Inline | None = None
    """Who the character is, in a few words."""
    text: Prose | None = None
    """More about the character."""
    lead: bool = False
    """Whether the character has a card. If nobody has one, the three to six with most relationships have one."""

    def statement(self, labels: Labels) -> str | None:
        """See `Item`."""
        return labels.inline("text.colon", head=self.name, text=", ".join(self.played_by)) if self.played_by else None


class Group(Item):
    """Characters who belong together."""

    id: Id
    title: Inline
    """What they have in common."""
    people: tuple[Person, ...] = Field(min_length=1)
    """The people, in order."""


class Relationship(Item):
    """One person's tie to another."""

    tells_of: ClassVar = ("source", "target")

    source: PersonRef = Field(alias="from")
    """The id of the first person."""
    target: PersonRef = Field(alias="to")
    """The id of the second person."""
    label: Inline
    """What the first is to the second, in a few words."""
    both_ways: bool = False
    """Whether it holds in both directions."""


class Cast(Chapter):
    """Who is who, and how they are related."""

    factual: ClassVar = True

    kind: Literal["cast"]
    groups: tuple[Group, ...] = Field(min_length=1)
    """The groups of people, in order."""
    relationships: tuple[Relationship, ...] = ()
    """The relationships between people. The map is drawn from them."""
    relationships_intro: Prose | None = None
    """An introduction, printed before the map."""
