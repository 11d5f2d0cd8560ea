"""Reading schedule: what a class reads or watches, sitting by sitting."""

from typing import Literal

from pydantic import Field

from studyguide.guide.items import Item
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import DivisionRef, Inline


class Sitting(Item):
    """A week, a day or a lesson, and what is read or watched in it."""

    when: Inline
    """When it is, such as *Week 1* or *Monday*."""
    what: Inline
    """What is read or watched, such as *chapters 1–4*."""
    scenes: tuple[DivisionRef, ...] = ()
    """Ids of the scenes in the plot, or of its parts, that belong to it."""
    pages: Inline | None = None
    """The pages, in the edition that the class uses."""
    minutes: int | None = Field(default=None, ge=1, le=1_440)
    """How long it takes."""
    task: Inline | None = None
    """What to do or to think about."""


class ReadingSchedule(Chapter):
    """What to read or watch, and by when."""

    kind: Literal["reading-schedule"]
    sittings: tuple[Sitting, ...] = Field(min_length=1)
    """The sittings, in order."""
    edition: Inline | None = None
    """The edition or the disc that `pages` and `minutes` are of."""
