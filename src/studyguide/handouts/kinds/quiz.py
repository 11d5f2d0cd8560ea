"""Quiz: all questions with a right answer."""

from collections.abc import Iterator

from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, for_tier, questions

GROUP = "worksheets"
TIERS = tuple(Tier)
MADE_OF = ("questions",)


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """One quiz. Extension gives a reason for each answer."""
    asked = for_tier((q for q in questions(guide) if q.is_quiz), tier)
    if asked:
        total = sum(question.marks or 1 for question in asked)
        parts = {"questions": asked, "total": total, "reasons": tier == Tier.EXTENSION}
        labels = guide.info.labels
        yield Sheet("quiz", labels.inline("quiz.title"), labels.inline("quiz.target"), parts)
