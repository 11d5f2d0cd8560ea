"""Retrieval: short items to remember, in sets of ten, each of which reaches over the whole guide."""

from collections.abc import Iterator
from math import ceil

from studyguide.guide.chapters.glossary import Glossary
from studyguide.guide.items import Item
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, for_tier, of_kind, questions

GROUP = "worksheets"
TIERS = (Tier.CORE, Tier.KEY)
MADE_OF = ("glossary", "questions")

SIZE = 10
"""The most items of a set."""

FEWEST = 5
"""A guide with fewer items has no set: the quiz and the vocabulary have them all."""


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A sheet for each set. Every set has items from all over the guide, and all have about the same number."""
    found = _items(guide, tier)
    count = ceil(len(found) / SIZE) if len(found) >= FEWEST else 0
    labels = guide.info.labels
    for number in range(count):
        title, target = labels.inline("retrieval.title", number=number + 1), labels.inline("retrieval.target")
        yield Sheet(f"retrieval-{number + 1}", title, target, {"items": tuple(found[number::count])})


def _items(guide: Guide, tier: Tier) -> list[Item]:
    """The quiz questions and the terms, mixed in proportion, each in the guide's order."""
    asked = for_tier((question for question in questions(guide) if question.is_quiz), tier)
    terms = [term for chapter in of_kind(guide, Glossary) for term in chapter.terms]
    placed = [((n + 0.5) / len(some), item) for some in (asked, terms) for n, item in enumerate(some)]
    return [item for _, item in sorted(placed, key=lambda each: each[0])]
