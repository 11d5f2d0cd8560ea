"""Permissions: showing the work in class, letters home, and care with difficult content; for teachers."""

from typing import ClassVar, Literal

from studyguide.guide.items import Item
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Id, Inline, Prose, SceneRef
from studyguide.languages.labels import Labels


class Showing(Item):
    """The rules for showing or copying the work in one country."""

    sourced: ClassVar = ("text",)

    place: Inline
    """The country or the state."""
    text: Inline
    """What a school may do there, and what it needs a licence for."""

    def statement(self, labels: Labels) -> str:
        """See `Item`."""
        return labels.inline("text.colon", head=self.place, text=self.text)


class Letter(Item):
    """A letter home, ready to copy."""

    id: Id
    title: Inline
    """The subject of the letter."""
    text: Prose
    """The letter. Three or more underscores are a blank to fill in: `Dear ____,`."""
    reply: Inline | None = None
    """What parents agree to, printed on a reply slip. Without it, the letter has no slip."""


class ContentNote(Item):
    """Something in the work that may trouble students, and where it is."""

    tells_of: ClassVar = ("scene",)

    topic: Inline
    """The subject, in plain words."""
    detail: Inline | None = None
    """What the work shows or says, and how long it lasts."""
    at: Inline | None = None
    """Where it is, such as *00:12:30–00:13:05* or *p. 87*."""
    scene: SceneRef | None = None
    """The id of the scene that it is in."""


class OptOut(Item):
    """A task for a student who does not watch or read a part of the work."""

    title: Inline
    """The task in a few words."""
    text: Prose
    """What the student does, with the same aims as the class."""


class Permissions(Chapter):
    """What to ask for, say and prepare before a work is shown or read in class."""

    audience: ClassVar = "teacher"
    factual: ClassVar = True

    kind: Literal["permissions"]
    showing: tuple[Showing, ...] = ()
    """The rules for showing or copying it, by country. State facts, and name the law."""
    letters: tuple[Letter, ...] = ()
    """Letters to parents and carers."""
    content_notes: tuple[ContentNote, ...] = ()
    """What may trouble students, in the order of the work."""
    care: Prose | None = None
    """What to be careful about with these students."""
    opening: Prose | None = None
    """How to open a lesson with difficult content."""
    closing: Prose | None = None
    """How to close it, so that nobody leaves upset."""
    opt_out: tuple[OptOut, ...] = ()
    """Tasks for students who do not take part."""
