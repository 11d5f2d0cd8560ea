"""Close reading: a few shots or lines, one at a time, with what is seen, heard and said, and what to notice."""

from typing import ClassVar, Literal

from pydantic import Field

from studyguide.guide.items import Item
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Id, Inline, Prose, SceneRef, Tag, Words, WorkId


class Step(Item):
    """One step of a close reading: a shot of a film, or a line of a text."""

    label: Inline
    """Its name: Shot 3, 00:12:40, Line 5."""
    seconds: int | None = Field(default=None, ge=1, le=36_000)
    """How long a shot lasts."""
    camera: Inline | None = None
    """The size of the shot, and the angle and movement of the camera."""
    see: Inline | None = None
    """What can be seen."""
    hear: Inline | None = None
    """What can be heard: voices, noises, music, silence."""
    words: Words | None = None
    """The exact words of the line, or those that are spoken. They count as quoted from the `sources` or the `work`."""
    lang: Tag | None = None
    """The language of the words, if it is not that of the guide: fr, grc, es-MX."""
    notice: Inline | None = None
    """What to notice: a choice that was made, and its effect."""


class Sequence(Item):
    """A passage or a sequence of shots to read closely."""

    tells_of: ClassVar = ("scene",)

    id: Id
    title: Inline
    """Its title."""
    work: WorkId | None = None
    """The work it is from; if missing, the first work of the guide."""
    where: Inline | None = None
    """Where it is: 00:12:30–00:14:05; ch. 5; act 2, scene 1."""
    scene: SceneRef | None = None
    """The id of the scene it is in."""
    text: Prose | None = None
    """An introduction, printed before the steps."""
    steps: tuple[Step, ...] = Field(min_length=1)
    """The shots or lines, in order. A column is printed only if a step has something in it."""
    question: Inline | None = None
    """A question that the whole sequence answers."""


class CloseReading(Chapter):
    """Short parts of a work, shot by shot or line by line."""

    kind: Literal["close-reading"]
    sequences: tuple[Sequence, ...] = Field(min_length=1)
    """The sequences, in order."""
