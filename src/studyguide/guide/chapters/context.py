"""Context: the people, the times and the genre behind the works, and their years beside those of the world."""

from typing import ClassVar, Literal

from pydantic import Field

from studyguide.guide.items import Item
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Id, Inline, Prose, WorkId
from studyguide.languages.labels import Labels


class ContextPerson(Item):
    """An author, or somebody else who matters to the works and is not a character."""

    sourced: ClassVar = ("dates", "text", "works")

    id: Id
    name: Inline
    """The person's name."""
    dates: Inline | None = None
    """The years of birth and death, or when the person was active."""
    text: Prose | None = None
    """The life, as far as it matters to the works."""
    works: tuple[Inline, ...] = ()
    """Other works by this person, each with its year."""

    def statement(self, labels: Labels) -> str | None:
        """See `Item`."""
        return labels.inline("text.colon", head=self.name, text=self.dates) if self.dates else None


class ContextTopic(Item):
    """Something about the times, the society or the genre."""

    sourced: ClassVar = ("text",)

    id: Id
    title: Inline
    """The subject."""
    text: Prose
    """What readers should know about it."""


class ContextEvent(Item):
    """Something that happened in the world, or a step in the story or the making of a work."""

    sourced: ClassVar = ("what", "year")

    year: int = Field(ge=-5000, le=3000)
    """The year, which decides the row; years before Christ are negative, such as -441."""
    when: Inline | None = None
    """The date, if more is to be printed than the year: 28 June 1914, c. 1606."""
    what: Inline
    """What happened."""
    work: WorkId | None = None
    """The work that it belongs to, if it did not happen in the world at large."""
    meanwhile: Inline | None = None
    """What happens at the same time in the `work`, or in the guide's first work; `what` is then about the world."""

    def statement(self, labels: Labels) -> str:
        """See `Item`."""
        return labels.inline("text.colon", head=self.when or self.year, text=self.what)


class Context(Chapter):
    """The world around the works."""

    factual: ClassVar = True

    kind: Literal["context"]
    people: tuple[ContextPerson, ...] = ()
    """The authors and others, in order."""
    topics: tuple[ContextTopic, ...] = ()
    """The times, the society, the genre; in order."""
    events: tuple[ContextEvent, ...] = ()
    """What happened, in any order. One table shows it beside the time lines of the works, year by year."""
    events_note: Prose | None = None
    """A comment, printed before the table."""
