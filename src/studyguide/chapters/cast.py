"""Cast: people, their roles, and how they are bound to each other."""

from typing import ClassVar, Literal

from pydantic import Field

from studyguide.model import Chapter, Id, Inline, Item, PersonRef, Prose


class Person(Item):
    """A character, who plays them, and what to watch for."""

    sourced: ClassVar = ("played_by",)

    id: Id
    name: Inline
    played_by: tuple[Inline, ...] = ()
    """Performers, each with a note where it helps: ``Izzy Meikle-Small (as a child)``."""
    role: Inline | None = None
    """Who the character is, in a few words."""
    text: Prose | None = None

    def statement(self) -> str | None:
        """See `Item`."""
        return f"{self.name}: {', '.join(self.played_by)}" if self.played_by else None


class Group(Item):
    """Characters who belong together."""

    id: Id
    title: Inline
    people: tuple[Person, ...] = Field(min_length=1)


class Relationship(Item):
    """One person's tie to another."""

    source: PersonRef = Field(alias="from")
    target: PersonRef = Field(alias="to")
    label: Inline
    both_ways: bool = False


class Cast(Chapter):
    """Who is who, and how they are related."""

    factual: ClassVar = True

    kind: Literal["cast"]
    groups: tuple[Group, ...] = Field(min_length=1)
    relationships: tuple[Relationship, ...] = ()
    relationships_intro: Prose | None = None
