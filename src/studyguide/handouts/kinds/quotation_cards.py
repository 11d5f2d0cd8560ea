"""Quotation cards: the words on the front, and who says them, where, and what to notice on the back."""

from collections.abc import Iterator

from studyguide import markdown
from studyguide.guide.chapters.quotations import Quotation, Quotations
from studyguide.guide.model import Guide
from studyguide.handouts.cards import LARGE, SMALLEST, Card, Face, is_full, leaves
from studyguide.handouts.sheet import Sheet, Tier, of_kind

GROUP = "flashcards"
TIERS = (Tier.CORE,)
MADE_OF = ("quotations", "cast")

USUAL_NAME = "a name of four words"
"""Takes as much room as most names of speakers, which are in another chapter."""


def subjects(guide: Guide) -> Iterator[tuple[str, tuple[Quotation, ...]]]:
    """All quotations, if there are any."""
    if items := tuple(quotation for chapter in of_kind(guide, Quotations) for quotation in chapter.quotations):
        yield "quotation-cards", items


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:  # noqa: ARG001 (it has one tier)
    """All quotations of the guide, a page of fronts and a page of backs in turn."""
    for name, items in subjects(guide):
        cards = [Card(number, item) for number, item in enumerate(items, start=1)]
        labels = guide.info.labels
        title, target = (markdown.escaped(labels.say(f"quotation-cards.{each}")) for each in ("title", "target"))
        yield Sheet(name, title, target, {"leaves": leaves(cards), "items": items})


def crowded(guide: Guide) -> Iterator[str]:
    """The ids of the quotations whose words do not fit on one side, even in the smallest letters."""
    for sheet in sheets(guide, Tier.CORE):
        yield from (item.id for item in sheet.parts["items"] if any(map(is_full, _sides(item))))


def _sides(item: Quotation) -> Iterator[Face]:
    yield [(line, SMALLEST) for line in item.words.splitlines()]
    name = [(item.said_by or USUAL_NAME, LARGE)] if item.said_by or item.speaker else []
    yield [*name, (item.where, SMALLEST), *([(item.notice, SMALLEST)] if item.notice else [])]
