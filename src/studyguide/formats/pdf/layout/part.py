"""The parts of a publication while they are being laid out."""

from dataclasses import dataclass
from typing import TypeVar

from studyguide.formats.pdf.layout.html import Body, Front
from studyguide.formats.pdf.workers.messages import Job, PartLayout

Known = TypeVar("Known")


@dataclass(eq=False)
class PartState:
    """A part: how it was laid out last, for which numbers, and by whom."""

    part: Front | Body
    laid: PartLayout | None = None
    job: Job | None = None
    holder: int | None = None
    """The worker that has its pages; None if nobody has."""

    @property
    def final(self) -> Job:
        """What it was laid out for, once all numbers are right."""
        return _there(self.job)

    @property
    def pages(self) -> PartLayout:
        """How it was laid out last."""
        return _there(self.laid)


def blank_before(part: Front | Body, first: int) -> bool:
    """Whether an empty left-hand page stands in front of a part that would begin on page `first`."""
    return part.opens_right and first % 2 == 0


def _there(found: Known | None) -> Known:
    if found is None:
        raise ValueError("a part that is not laid out")
    return found
