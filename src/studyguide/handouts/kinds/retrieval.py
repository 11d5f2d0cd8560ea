"""Retrieval: short items to remember, in sets of ten, each of which reaches over the whole guide."""

from collections.abc import Iterator
from math import ceil

from studyguide.guide.chapters.glossary import Glossary, Term
from studyguide.guide.chapters.questions import Question
from studyguide.guide.items import Item
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, for_tier, lines_of, of_kind, questions

GROUP = "worksheets"
TIERS = (Tier.CORE, Tier.KEY)
MADE_OF = ("glossary", "questions")

SIZE = 10
"""The most items of a set."""

LINES = 1
"""The most lines for an answer; a set has many answers. In print, all lines grow alike, if there is room."""

FEWEST = 5
"""A guide with fewer items has no set: the quiz and the vocabulary have them all."""


def subjects(guide: Guide) -> Iterator[tuple[str, slice]]:
    """Each set, as a slice of all items. Each has items from all over the guide, and about the same number."""
    whole = len(_asked(guide)) + len(_terms(guide))
    count = ceil(whole / SIZE) if whole >= FEWEST else 0
    return ((f"retrieval-{number + 1}", slice(number, None, count)) for number in range(count))


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A sheet for each set."""
    found, labels = _items(guide, tier), guide.info.labels
    for number, (name, which) in enumerate(subjects(guide), start=1):
        title, target = labels.inline("retrieval.title", number=number), labels.inline("retrieval.target")
        yield Sheet(name, title, target, {"items": tuple(found[which]), "lines": LINES})


def _asked(guide: Guide) -> list[Question]:
    return [question for question in questions(guide) if question.is_quiz]


def _terms(guide: Guide) -> list[Term]:
    return [term for chapter in of_kind(guide, Glossary) for term in chapter.terms]


def _items(guide: Guide, tier: Tier) -> list[Item]:
    """The quiz questions and the terms, mixed in proportion, each in the guide's order."""
    asked = [each.model_copy(update={"lines": min(lines_of(each), LINES)}) for each in for_tier(_asked(guide), tier)]
    terms = _terms(guide)
    placed = [((n + 0.5) / len(some), item) for some in (asked, terms) for n, item in enumerate(some)]
    return [item for _, item in sorted(placed, key=lambda each: each[0])]
