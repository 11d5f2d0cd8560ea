"""Before, while and after: the questions to answer in writing, and the activities, of each phase.

Every question is on the sheet of its phase, or on another sheet: quiz questions about the whole work are on the quiz,
and an essay may be on the sheet of its theme.
"""

from collections.abc import Iterable, Iterator
from typing import get_args

from studyguide.guide import phases
from studyguide.guide.chapters.activities import Activities
from studyguide.guide.chapters.adaptation import Adaptation
from studyguide.guide.chapters.questions import Question
from studyguide.guide.chapters.themes import Themes
from studyguide.guide.items import Spoiler
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, for_tier, of_kind, questions

GROUP = "worksheets"
TIERS = tuple(Tier)
MADE_OF = ("questions", "activities")

PHASES: tuple[phases.Phase, ...] = get_args(phases.Phase)


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A sheet for each phase with a question or an activity."""
    topics = _topics(guide)
    for phase in PHASES:
        written = for_tier((q for q in questions(guide) if q.phase == phase and _is_here(q, topics)), tier)
        activities = [a for chapter in of_kind(guide, Activities) for a in chapter.activities if a.phase == phase]
        media = tuple(each for activity in activities for each in activity.media)
        parts = {"questions": written, "activities": for_tier(activities, tier), "media": media}
        reveals = Spoiler.SAFE if phase == "before" else Spoiler.ENDING
        if any(parts.values()):
            target = guide.info.labels.inline("phase-sheet.target", by=phase)
            yield Sheet(phase, _title(guide, phase, written), target, parts, reveals)


def _title(guide: Guide, phase: phases.Phase, asked: Iterable[Question]) -> str:
    """*While you read*; or *Along the way*, if the questions are about works that are studied in several ways."""
    named = {question.work for question in asked} or {None}
    about = [work for name in named for work in phases.studied(guide.chapters, guide.info, name)]
    types = {work.type for work in about}
    after = next(iter(types)) if len(types) == 1 else ""
    return guide.info.labels.inline(f"phase-title.{phase}", by=after if phase == "after" else phases.activity(about))


def _topics(guide: Guide) -> frozenset[str]:
    """The themes and chapters that have their own sheet."""
    themes = (theme.id for chapter in of_kind(guide, Themes) for theme in chapter.themes)
    return frozenset([*themes, *(chapter.id for chapter in of_kind(guide, Adaptation))])


def _is_here(question: Question, topics: frozenset[str]) -> bool:
    """Whether no other sheet has the question: the quiz has questions with one answer, a theme's sheet its essays."""
    if question.is_quiz:
        return question.phase != "after"
    return question.type != "essay" or not topics & set(question.about)
