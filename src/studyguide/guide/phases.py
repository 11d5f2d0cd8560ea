"""Phases of the study of works: what comes before, while and after a class reads, watches, hears or plays them."""

from collections.abc import Iterable
from typing import Literal

from studyguide.guide import works
from studyguide.guide.chapters.plot import Plot
from studyguide.guide.info import GuideInfo, Work
from studyguide.guide.model import Chapter

Phase = Literal["before", "while", "after"]


def studied(chapters: Iterable[Chapter], info: GuideInfo, work: str | None) -> tuple[Work, ...]:
    """The work with an id. Without one, the works whose story the guide tells; all its works, if it tells none."""
    if work:
        return (works.found(info.works, work),)
    told = {each.id: each for each in (plot.told(info) for plot in chapters if isinstance(plot, Plot))}
    return tuple(told.values()) or tuple(info.works)


def activity(about: Iterable[Work]) -> str:
    """How a class studies some works, such as ``reading``; empty if it studies them in several ways."""
    found = {works.activity(work) for work in about}
    return next(iter(found)) if len(found) == 1 else ""


def name(phase: Phase, about: Iterable[Work], info: GuideInfo) -> str:
    """A phase of the study of some works: *Before viewing*; *Before you begin*, if there are several ways."""
    return info.labels.say(f"phase.{phase}", by=activity(about))
