"""Lesson plan: each lesson on a page, for the teacher who gives it."""

from collections.abc import Iterator

from studyguide.guide.chapters.lessons import Lessons
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, of_kind

GROUP = "lessons"
TIERS = (Tier.CORE,)
MADE_OF = ("lessons", "activities", "plot", "questions", "themes")


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:  # noqa: ARG001 (it has one tier)
    """A page for each lesson."""
    for chapter in of_kind(guide, Lessons):
        for lesson in chapter.lessons:
            steps = tuple(each.step for each in lesson.timed)
            parts = {"lesson": lesson, "stops": chapter.of_lesson(lesson), "items": (*steps, *lesson.clips)}
            yield Sheet(lesson.id, lesson.title, "", parts)
