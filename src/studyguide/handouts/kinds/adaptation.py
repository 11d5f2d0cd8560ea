"""Adaptation: a few changes, whose effect students describe, and the questions about the adaptation."""

from collections.abc import Iterator

from studyguide import markdown
from studyguide.guide.chapters.adaptation import Adaptation, Change
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, about, for_tier, of_kind

GROUP = "worksheets"
TIERS = tuple(Tier)
MADE_OF = ("adaptation", "questions")

TARGET = "I can say what has changed, and what the change does."


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A sheet for each chapter of adaptation."""
    for chapter in of_kind(guide, Adaptation):
        parts = {"rows": _various(chapter), "questions": for_tier(about(guide, chapter.id), tier)}
        yield Sheet(chapter.id, markdown.escaped(chapter.title), TARGET, parts)


def _various(chapter: Adaptation) -> tuple[Change, ...]:
    """The first row of each sort of change: cut, moved, invented and so on."""
    first: dict[str, Change] = {}
    for row in chapter.rows:
        first.setdefault(row.change, row)
    return tuple(first.values())
