"""Lesson plan: each lesson on a page, for the teacher who gives it."""

from collections.abc import Iterator

from studyguide.guide.chapters.lessons import Lesson, Lessons
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, of_kind

GROUP = "lessons"
TIERS = (Tier.CORE,)
MADE_OF = ("lessons", "activities", "plot", "questions", "themes")


def subjects(guide: Guide) -> Iterator[tuple[str, tuple[Lessons, Lesson]]]:
    """Each lesson, and its chapter."""
    return ((lesson.id, (chapter, lesson)) for chapter in of_kind(guide, Lessons) for lesson in chapter.lessons)


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:  # noqa: ARG001 (it has one tier)
    """A page for each lesson."""
    for name, (chapter, lesson) in subjects(guide):
        steps = tuple(each.step for each in lesson.timed)
        parts = {"lesson": lesson, "stops": chapter.of_lesson(lesson), "items": (*steps, *lesson.clips)}
        yield Sheet(name, lesson.title, "", parts)
