"""Before, while and after: the questions to be answered in writing, and the activities, of each phase."""

from collections.abc import Iterator

from studyguide.chapters.activities import Activities
from studyguide.chapters.questions import Question
from studyguide.handout import Sheet, Tier, for_tier, of_kind, questions
from studyguide.model import Guide, Spoiler

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
    """A sheet for each phase that has anything to do."""
    verb = "watch" if guide.info.works[0].type in VIEWED else "read"
    titles = {"before": f"Before you {verb}", "while": f"While you {verb}", "after": f"After the {_noun(guide)}"}
    for phase, title in titles.items():
        written = for_tier((q for q in questions(guide) if q.phase == phase and _in_class(q)), tier)
        activities = [a for chapter in of_kind(guide, Activities) for a in chapter.activities if a.phase == phase]
        parts = {"questions": written, "activities": for_tier(activities, tier)}
        reveals = Spoiler.SAFE if phase == "before" else Spoiler.ENDING
        if any(parts.values()):
            yield Sheet(phase, title, TARGETS[phase], parts, reveals)


def _in_class(question: Question) -> bool:
    """Whether it is answered in some sentences; a quiz has a sheet of its own, an essay needs more than one."""
    return question.type != "essay" and not question.answer


def _noun(guide: Guide) -> str:
    """What the class has come to the end of."""
    kind = guide.info.works[0].type
    return kind if kind in {"film", "play", "series", "novel", "poem"} else "book"
