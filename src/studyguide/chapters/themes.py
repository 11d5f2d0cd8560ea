"""Themes: ideas with their evidence, and the motifs that carry them."""

from typing import Literal

from pydantic import Field

from studyguide.model import Chapter, Id, Inline, Item, MotifRef, Prose, SceneRef, Task


class Evidence(Item):
    """What in the work supports a reading, and in which scene."""

    scene: SceneRef | None = None
    point: Inline


class Theme(Task):
    """An idea, the question it asks, and where to find it."""

    id: Id
    title: Inline
    question: Inline
    """The question this theme puts to the reader."""
    text: Prose
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    motifs: tuple[MotifRef, ...] = ()
    key_scenes: tuple[SceneRef, ...] = ()
    think: Inline | None = None
    """Something to take away and think about."""


class Motif(Item):
    """An image, object or sound that returns and gathers meaning."""

    id: Id
    title: Inline
    film: Inline | None = None
    novel: Inline | None = None
    use: Inline
    """What to do with it in class."""


class Themes(Chapter):
    """What the work is about, beyond its story."""

    kind: Literal["themes"]
    themes: tuple[Theme, ...] = Field(min_length=1)
    motifs: tuple[Motif, ...] = ()
    motifs_intro: Prose | None = None
