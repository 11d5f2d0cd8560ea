"""Plot: parts, scenes in order, and a time line."""

from typing import Literal

from pydantic import Field

from studyguide.guide.items import Event, Item
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Id, Inline, Prose


class Scene(Item):
    """One scene: what happens, and what to notice."""

    id: Id
    title: Inline
    """The title of the scene."""
    text: Prose
    """What happens."""
    notice: Inline | None = None
    """A question or hint that makes the reader look again."""


class Part(Item):
    """A part of the work, such as an act, with its scenes in order."""

    id: Id
    title: Inline
    """The title of the part."""
    when: Inline | None = None
    """When it takes place."""
    where: Inline | None = None
    """Where it takes place."""
    text: Prose | None = None
    """An introduction, printed before its scenes."""
    scenes: tuple[Scene, ...] = Field(min_length=1)
    """Its scenes, in order."""


class Plot(Chapter):
    """The story, part by part and scene by scene."""

    kind: Literal["plot"]
    parts: tuple[Part, ...] = Field(min_length=1)
    """The parts of the story, in order."""
    timeline: tuple[Event, ...] = ()
    """The events of the story by date."""
    timeline_note: Prose | None = None
    """A comment, printed after the time line."""
