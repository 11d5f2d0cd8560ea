"""Quotations: a bank of words worth knowing by heart, with who says them, where, and why they matter."""

from typing import ClassVar, Literal

from pydantic import Field

from studyguide import markdown
from studyguide.guide.items import Item
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Id, Inline, Key, PersonRef, SceneRef, Tag, TopicRef, Words


class Quotation(Item):
    """The exact words of a work or of somebody who wrote about it."""

    tells_of: ClassVar = ("speaker", "scene")

    id: Id
    words: Words
    """The exact words, without quotation marks around them. Verse has a bar at the start of each line."""
    lang: Tag | None = None
    """The language of the words, if it is not that of the guide: fr, grc, es-MX."""
    speaker: PersonRef | None = None
    """The id of the person in the cast who says it."""
    said_by: Inline | None = None
    """Who says it, to be printed: a narrator, a critic, a person by another name. If missing, the name of `speaker`."""
    where: Inline
    """Where the words are: ch. 5; act 2, scene 1; 00:12:30."""
    scene: SceneRef | None = None
    """The id of the scene they are in."""
    notice: Inline | None = None
    """What to notice in them, and why they matter."""
    themes: tuple[TopicRef, ...] = ()
    """Ids of the themes or chapters that they are evidence for."""
    sources: tuple[Key, ...] = Field(min_length=1)
    """Keys of sources in sources.yaml; the first is the one that is quoted."""

    @property
    def direction(self) -> str:
        """``rtl`` for a language that is written from right to left, else empty."""
        return markdown.direction(self.lang or "")


class Quotations(Chapter):
    """A bank of quotations, for essays and for learning by heart."""

    kind: Literal["quotations"]
    quotations: tuple[Quotation, ...] = Field(min_length=1)
    """The quotations, in order."""
