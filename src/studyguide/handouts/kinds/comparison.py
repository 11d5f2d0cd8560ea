"""Comparison: the same moments in several works, side by side and blank."""

from collections.abc import Iterator

from studyguide import markdown
from studyguide.guide import works
from studyguide.guide.chapters.adaptation import Adaptation, Change
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, of_kind

GROUP = "worksheets"
TIERS = tuple(Tier)
MADE_OF = ("adaptation",)


def subjects(guide: Guide) -> Iterator[tuple[str, Adaptation]]:
    """Each chapter of adaptation."""
    chapters = list(of_kind(guide, Adaptation))
    for chapter in chapters:
        yield f"comparison-{chapter.id}" if len(chapters) > 1 else "comparison", chapter


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A sheet for each chapter of adaptation. Support has one work filled in, extension finds its own moments."""
    info = guide.info
    for name, chapter in subjects(guide):
        compared = chapter.compared(info.works)
        places = works.places(info.works, info.labels)
        known = {
            "rows": chapter.rows,
            "sides": [(work.id, places[work.id]) for work in compared],
            "given": tier in {Tier.SUPPORT, Tier.KEY},
            "own": own(chapter.rows, tier),
        }
        title = info.labels.say("comparison.title", works=works.listed(compared, info.works, info.labels))
        yield Sheet(name, markdown.escaped(title), info.labels.say("comparison.target"), known)


def own(rows: tuple[Change, ...], tier: Tier) -> int:
    """The number of rows left empty for the students' own moments, in place of the last named ones."""
    return len(rows) // 3 if tier == Tier.EXTENSION else 0
