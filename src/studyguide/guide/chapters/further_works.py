"""Further works: what to read, watch or play next, and what to compare."""

from typing import Literal

from pydantic import Field

from studyguide.guide.items import Item
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Inline, ThemeRef
from studyguide.guide.work_types import WorkType


class FurtherWork(Item):
    """A work to compare with the one under study."""

    title: Inline
    """Its title."""
    by: Inline
    """Its author or director."""
    year: Inline | None = None
    """The year it came out: 1968, c. 1606, 1860–61."""
    type: WorkType
    """The sort of work; works of one type are listed together."""
    why: Inline
    """What to compare."""
    themes: tuple[ThemeRef, ...] = ()
    """Ids of the themes that it shares."""
    age: Inline | None = None
    """The readers it suits, such as *from 14*."""
    note: Inline | None = None
    """Anything else about it, such as an edition or a warning."""


class FurtherWorks(Chapter):
    """Works to compare with this one, by their types."""

    kind: Literal["further-works"]
    works: tuple[FurtherWork, ...] = Field(min_length=1)
    """The works, in any order; types are printed in the order of their first works."""

    @property
    def types(self) -> tuple[WorkType, ...]:
        """The types of the works, in the order of their first works."""
        return tuple(dict.fromkeys(work.type for work in self.works))
