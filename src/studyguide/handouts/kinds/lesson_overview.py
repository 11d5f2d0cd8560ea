"""Lesson overview: the lessons of each route in a table, for a department."""

from collections.abc import Iterator

from studyguide.guide.chapters.lessons import Lessons
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, of_kind

GROUP = "lessons"
TIERS = (Tier.CORE,)
MADE_OF = ("lessons", "activities", "plot", "questions", "themes")


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:  # noqa: ARG001 (it has one tier)
    """A sheet for each route."""
    for chapter in of_kind(guide, Lessons):
        for route in chapter.routes:
            stops = chapter.of_route(route)
            parts = {"route": route, "stops": stops, "items": tuple(stop.lesson for stop in stops)}
            yield Sheet(route.id, route.title, "", parts)
