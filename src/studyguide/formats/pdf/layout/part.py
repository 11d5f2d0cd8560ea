"""The parts of a publication while they are being laid out."""

from dataclasses import dataclass
from typing import TypeVar

from studyguide.formats.pdf.layout.html import Body, Front, RunOn
from studyguide.formats.pdf.workers.messages import Job, PartLayout

Known = TypeVar("Known")


@dataclass(eq=False)
class PartState:
    """A part with its last layout: the result, the job with its page numbers, and the worker that did it."""

    part: Front | Body | RunOn
    laid: PartLayout | None = None
    job: Job | None = None
    holder: int | None = None
    """The number of the worker that has its pages; None if no worker has them."""

    @property
    def final(self) -> Job:
        """Its last layout job: the final one, once all page numbers are right."""
        return _there(self.job)

    @property
    def pages(self) -> PartLayout:
        """Its last layout."""
        return _there(self.laid)


def blank_before(part: Front | Body | RunOn, first: int) -> bool:
    """Whether an empty left-hand page is inserted before a part that would begin on page `first`."""
    return part.opens_right and first % 2 == 0


def _there(found: Known | None) -> Known:
    if found is None:
        raise ValueError("a part that is not laid out")
    return found
