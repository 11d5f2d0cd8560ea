"""FAQ: the questions everybody asks."""

from typing import Literal

from pydantic import Field

from studyguide.guide.items import Item
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Id, Inline, Prose


class Entry(Item):
    """A question and its answer."""

    id: Id
    question: Inline
    """The question."""
    answer: Prose
    """The answer."""


class Faq(Chapter):
    """Frequently asked questions."""

    kind: Literal["faq"]
    entries: tuple[Entry, ...] = Field(min_length=1)
    """The questions, in order."""
