"""Comparison: the same moments in both works, side by side and blank."""

from collections.abc import Iterator

from studyguide.guide.chapters.adaptation import Adaptation, Change
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, of_kind

GROUP = "worksheets"
TIERS = tuple(Tier)
MADE_OF = ("adaptation",)

TARGET = "I can set two versions of a moment side by side, and say what the difference does."


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A sheet for each chapter of adaptation. Support has one side filled in, extension finds its own moments."""
    chapters = list(of_kind(guide, Adaptation))
    for chapter in chapters:
        name = f"comparison-{chapter.id}" if len(chapters) > 1 else "comparison"
        known = {"rows": chapter.rows, "given": tier in {Tier.SUPPORT, Tier.KEY}, "own": own(chapter.rows, tier)}
        yield Sheet(name, "Novel and film, side by side", TARGET, known)


def own(rows: tuple[Change, ...], tier: Tier) -> int:
    """The number of rows left empty for the students' own moments, in place of the last named ones."""
    return len(rows) // 3 if tier == Tier.EXTENSION else 0
