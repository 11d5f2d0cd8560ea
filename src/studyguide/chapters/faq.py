"""FAQ: the questions everybody asks."""

from typing import Literal

from pydantic import Field

from studyguide.model import Chapter, Id, Inline, Item, Prose


class Entry(Item):
    """A question and its answer."""

    id: Id
    question: Inline
    answer: Prose


class Faq(Chapter):
    """Frequently asked questions."""

    kind: Literal["faq"]
    entries: tuple[Entry, ...] = Field(min_length=1)
