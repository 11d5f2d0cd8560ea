"""Lesson overview: the lessons of each route in a table, for a department."""

from collections.abc import Iterator

from studyguide.guide.chapters.lessons import Lessons, Route
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, of_kind

GROUP = "lessons"
TIERS = (Tier.CORE,)
MADE_OF = ("lessons", "activities", "plot", "questions", "themes")


def subjects(guide: Guide) -> Iterator[tuple[str, tuple[Lessons, Route]]]:
    """Each route, and its chapter."""
    return ((route.id, (chapter, route)) for chapter in of_kind(guide, Lessons) for route in chapter.routes)


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:  # noqa: ARG001 (it has one tier)
    """A sheet for each route."""
    for name, (chapter, route) in subjects(guide):
        stops = chapter.of_route(route)
        parts = {"route": route, "stops": stops, "items": tuple(stop.lesson for stop in stops)}
        yield Sheet(name, route.title, "", parts)
