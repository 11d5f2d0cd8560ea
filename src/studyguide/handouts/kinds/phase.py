"""Before, while and after: the questions to answer in writing, and the activities, of each phase.

Every question is on the sheet of its phase, or on another sheet: quiz questions are on the quiz, and an essay may be on
the sheet of its theme.
"""

from collections.abc import Iterator

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

VIEWED = ("film", "play", "series")
TARGETS = {
    "before": "I can say what I expect, and give a reason for it.",
    "while": "I can pick out telling details, and say what they make me think.",
    "after": "I can answer with a claim, with evidence for it, and with a reason.",
}


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A sheet for each phase with a question or an activity."""
    verb = "watch" if guide.info.works[0].type in VIEWED else "read"
    titles = {"before": f"Before you {verb}", "while": f"While you {verb}", "after": f"After the {_noun(guide)}"}
    topics = _topics(guide)
    for phase, title in titles.items():
        written = for_tier((q for q in questions(guide) if q.phase == phase and _is_here(q, topics)), tier)
        activities = [a for chapter in of_kind(guide, Activities) for a in chapter.activities if a.phase == phase]
        media = tuple(each for activity in activities for each in activity.media)
        parts = {"questions": written, "activities": for_tier(activities, tier), "media": media}
        reveals = Spoiler.SAFE if phase == "before" else Spoiler.ENDING
        if any(parts.values()):
            yield Sheet(phase, title, TARGETS[phase], parts, reveals)


def _topics(guide: Guide) -> frozenset[str]:
    """The themes and chapters that have their own sheet."""
    themes = (theme.id for chapter in of_kind(guide, Themes) for theme in chapter.themes)
    return frozenset([*themes, *(chapter.id for chapter in of_kind(guide, Adaptation))])


def _is_here(question: Question, topics: frozenset[str]) -> bool:
    """Whether no other sheet has the question: the quiz has questions with one answer, a theme's sheet its essays."""
    if question.answer:
        return question.phase != "after"
    return question.type != "essay" or not topics & set(question.about)


def _noun(guide: Guide) -> str:
    """The noun for the work that the class has finished."""
    kind = guide.info.works[0].type
    return kind if kind in {"film", "play", "series", "novel", "poem"} else "book"
