"""Before, while and after: all questions of each phase, and its activities."""

from collections.abc import Iterable, Iterator
from typing import get_args

from studyguide.guide import phases
from studyguide.guide.chapters.activities import Activities, Activity
from studyguide.guide.chapters.questions import Question
from studyguide.guide.items import Spoiler
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, for_tier, of_kind, questions

GROUP = "worksheets"
TIERS = tuple(Tier)
MADE_OF = ("questions", "activities")

PHASES: tuple[phases.Phase, ...] = get_args(phases.Phase)


def subjects(guide: Guide) -> Iterator[tuple[phases.Phase, tuple[list[Question], list[Activity]]]]:
    """The questions and the activities of each phase that has some."""
    asked, held = questions(guide), [each for chapter in of_kind(guide, Activities) for each in chapter.activities]
    for phase in PHASES:
        some, activities = [each for each in asked if each.phase == phase], [a for a in held if a.phase == phase]
        if some or activities:
            yield phase, (some, activities)


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A sheet for each phase with a question or an activity."""
    for phase, (asked, activities) in subjects(guide):
        written = for_tier(asked, tier)
        media = tuple(each for activity in activities for each in activity.media)
        parts = {"questions": written, "activities": for_tier(activities, tier), "media": media}
        reveals = Spoiler.SAFE if phase == "before" else Spoiler.ENDING
        target = guide.info.labels.inline("phase-sheet.target", by=phase)
        yield Sheet(phase, _title(guide, phase, written), target, parts, reveals)


def _title(guide: Guide, phase: phases.Phase, asked: Iterable[Question]) -> str:
    """*While you read*; or *Along the way*, if the questions are about works that are studied in several ways."""
    named = {question.work for question in asked} or {None}
    about = [work for name in named for work in phases.studied(guide.chapters, guide.info, name)]
    types = {work.type for work in about}
    after = next(iter(types)) if len(types) == 1 else ""
    return guide.info.labels.inline(f"phase-title.{phase}", by=after if phase == "after" else phases.activity(about))
