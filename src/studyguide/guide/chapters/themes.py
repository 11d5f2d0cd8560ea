"""Themes: ideas with their evidence, and the motifs that carry them."""

from typing import ClassVar, Literal

from pydantic import Field

from studyguide.guide.items import Item, Task
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Id, Inline, MotifRef, Prose, SceneRef


class Evidence(Item):
    """What in the work supports a reading, and in which scene."""

    tells_of: ClassVar = ("scene",)

    scene: SceneRef | None = None
    """The id of the scene."""
    point: Inline
    """What happens there that supports the theme."""


class Theme(Task):
    """An idea, the question it asks, and where to find it."""

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
    """Something to take away and think about."""


class Motif(Item):
    """An image, object or sound that returns and gathers meaning."""

    id: Id
    title: Inline
    """The image, object or sound."""
    film: Inline | None = None
    """How the film uses it."""
    novel: Inline | None = None
    """How the novel uses it."""
    use: Inline
    """What to do with it in class."""


class Themes(Chapter):
    """What the work is about, beyond its story."""

    kind: Literal["themes"]
    themes: tuple[Theme, ...] = Field(min_length=1)
    """The themes, in order."""
    motifs: tuple[Motif, ...] = ()
    """The motifs, in order."""
    motifs_intro: Prose | None = None
    """What to say before the motifs."""
