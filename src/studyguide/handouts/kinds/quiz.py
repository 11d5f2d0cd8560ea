"""Quiz: all questions with one right answer."""

from collections.abc import Iterator

from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, for_tier, questions

GROUP = "worksheets"
TIERS = tuple(Tier)
MADE_OF = ("questions",)

TARGET = "I know what happens, in what order, and to whom."


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """One quiz. Extension gives a reason for each answer."""
    asked = for_tier((q for q in questions(guide) if q.answer), tier)
    if asked:
        total = sum(question.marks or 1 for question in asked)
        parts = {"questions": asked, "total": total, "reasons": tier == Tier.EXTENSION}
        yield Sheet("quiz", "Quiz", TARGET, parts)
