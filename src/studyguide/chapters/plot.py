"""Plot: parts, scenes in order, and a time line."""

from typing import Literal

from pydantic import Field

from studyguide.model import Chapter, Event, Id, Inline, Item, Prose


class Scene(Item):
    """One scene: what happens, and what to notice."""

    id: Id
    title: Inline
    text: Prose
    notice: Inline | None = None
    """A question or hint that makes the reader look again."""


class Part(Item):
    """A part of the work, such as an act, with its scenes in order."""

    id: Id
    title: Inline
    when: Inline | None = None
    where: Inline | None = None
    text: Prose | None = None
    scenes: tuple[Scene, ...] = Field(min_length=1)


class Plot(Chapter):
    """The story, part by part and scene by scene."""

    kind: Literal["plot"]
    parts: tuple[Part, ...] = Field(min_length=1)
    timeline: tuple[Event, ...] = ()
    timeline_note: Prose | None = None
