"""Bookmark: a reading schedule on a narrow strip, three to a page."""

from collections.abc import Iterator

from studyguide import markdown
from studyguide.guide.chapters.reading_schedule import ReadingSchedule
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, of_kind

GROUP = "bookmark"
TIERS = (Tier.CORE,)
MADE_OF = ("reading-schedule",)


def subjects(guide: Guide) -> Iterator[tuple[str, ReadingSchedule]]:
    """Each reading schedule."""
    chapters = list(of_kind(guide, ReadingSchedule))
    for chapter in chapters:
        yield f"bookmark-{chapter.id}" if len(chapters) > 1 else "bookmark", chapter


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:  # noqa: ARG001 (it has one tier)
    """A page of bookmarks for each reading schedule."""
    for name, chapter in subjects(guide):
        yield Sheet(name, markdown.escaped(chapter.title), "", {"sittings": chapter.sittings})
