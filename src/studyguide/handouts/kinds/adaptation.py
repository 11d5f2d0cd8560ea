"""Adaptation: a few changes, whose effect students describe, and the questions about the adaptation."""

from collections.abc import Iterator

from studyguide import markdown
from studyguide.guide import works
from studyguide.guide.chapters.adaptation import Adaptation, Change
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, about, for_tier, of_kind

GROUP = "worksheets"
TIERS = tuple(Tier)
MADE_OF = ("adaptation", "questions")


def subjects(guide: Guide) -> Iterator[tuple[str, Adaptation]]:
    """Each chapter of adaptation."""
    return ((chapter.id, chapter) for chapter in of_kind(guide, Adaptation))


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A sheet for each chapter of adaptation."""
    for name, chapter in subjects(guide):
        info = guide.info
        compared = chapter.compared(info.works)
        heads = works.heads(info.works, info.labels)
        parts = {
            "rows": _various(chapter),
            "sides": [(work.id, heads[work.id]) for work in compared],
            "questions": for_tier(about(guide, chapter.id), tier),
        }
        yield Sheet(name, markdown.escaped(chapter.title), info.labels.say("comparison.target-of-change"), parts)


def _various(chapter: Adaptation) -> tuple[Change, ...]:
    """The first row of each sort of change: cut, moved, invented and so on."""
    first: dict[str, Change] = {}
    for row in chapter.rows:
        first.setdefault(row.change, row)
    return tuple(first.values())
