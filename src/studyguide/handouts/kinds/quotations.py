"""Quotations: who says these words, where, and why they matter."""

from collections.abc import Iterator

from studyguide import markdown
from studyguide.guide.chapters.quotations import Quotations
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, of_kind

GROUP = "worksheets"
TIERS = tuple(Tier)
MADE_OF = ("quotations", "cast")


def subjects(guide: Guide) -> Iterator[tuple[str, Quotations]]:
    """Each bank of quotations."""
    return ((chapter.id, chapter) for chapter in of_kind(guide, Quotations))


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A sheet for each bank of quotations. Support says where the words are, extension asks for a comparison."""
    for name, chapter in subjects(guide):
        parts = {
            "quotations": chapter.quotations,
            "located": tier in {Tier.SUPPORT, Tier.KEY},
            "compares": tier == Tier.EXTENSION,
        }
        target = markdown.escaped(guide.info.labels.say("quotation-sheet.target"))
        yield Sheet(name, markdown.escaped(chapter.title), target, parts)
