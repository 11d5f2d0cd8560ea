"""Themes: ideas with their evidence, and the motifs that carry them."""

from typing import ClassVar, Literal

from pydantic import Field

from studyguide.guide.items import Item, Task
from studyguide.guide.pointers import ChapterWithPointers
from studyguide.guide.text_types import Id, Inline, MotifRef, Prose, SceneRef, WorkId


class Evidence(Item):
    """A moment of the work that supports a reading, and its scene."""

    tells_of: ClassVar = ("scene",)

    scene: SceneRef | None = None
    """The id of the scene."""
    point: Inline
    """The moment in it that supports the theme."""


class Theme(Task):
    """An idea, the question it asks, and where to find it."""

    looks_ahead: ClassVar = ("pointer",)

    id: Id
    title: Inline
    """The theme in a few words."""
    question: Inline
    """The question this theme puts to the reader."""
    text: Prose
    """What the work says about it."""
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    """Where the work shows it."""
    motifs: tuple[MotifRef, ...] = ()
    """Ids of the motifs that carry it."""
    key_scenes: tuple[SceneRef, ...] = ()
    """Ids of the scenes to read or watch again."""
    think: Inline | None = None
    """A last thought for the reader."""
    pointer: Inline | None = None
    """For teachers: what to listen for in answers to `think`, or to `question`. It may mention the ending."""


class Motif(Item):
    """An image, object or sound that returns and gathers meaning."""

    former: ClassVar = {"novel": "works", "film": "works"}

    id: Id
    title: Inline
    """The image, object or sound."""
    works: dict[WorkId, Inline] = Field(default={})
    """How each work uses it, under the work's id."""
    use: Inline
    """An idea for using it in class."""


class Themes(ChapterWithPointers):
    """The ideas of the work, beyond its story."""

    kind: Literal["themes"]
    themes: tuple[Theme, ...] = Field(min_length=1)
    """The themes, in order."""
    motifs: tuple[Motif, ...] = ()
    """The motifs, in order."""
    motifs_intro: Prose | None = None
    """An introduction, printed before the motifs."""
