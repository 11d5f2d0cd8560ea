"""Flashcards: words and quiz questions to cut out, with fronts and backs that meet when printed on both sides."""

from collections.abc import Iterator
from dataclasses import dataclass

from studyguide.chapters.glossary import Glossary
from studyguide.handout import Sheet, Tier, of_kind, questions
from studyguide.model import Guide, Item

GROUP = "flashcards"
TIERS = (Tier.CORE,)
MADE_OF = ("glossary", "questions")

TARGET = "I can say what is on the back before I turn the card."
COLUMNS, ROWS = 2, 4


@dataclass(frozen=True)
class Card:
    """One card: its number, its item, and which of the two sides of the paper it is on."""

    number: int
    item: Item


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:  # noqa: ARG001 (it has one tier)
    """All cards, a page of fronts and a page of backs in turn."""
    terms = [term for chapter in of_kind(guide, Glossary) for term in chapter.terms]
    asked = [question for question in questions(guide) if question.answer]
    cards = [Card(number, item) for number, item in enumerate([*terms, *asked], start=1)]
    if cards:
        yield Sheet("flashcards", "Flashcards", TARGET, {"leaves": _leaves(cards), "items": (*terms, *asked)})


def _leaves(cards: list[Card]) -> list[tuple[list[list[Card | None]], list[list[Card | None]]]]:
    """Rows of fronts and of backs for each leaf of paper; backs run from right to left, for the leaf is turned over."""
    size = COLUMNS * ROWS
    leaves = []
    for start in range(0, len(cards), size):
        held: list[Card | None] = [*cards[start : start + size]]
        held += [None] * (size - len(held))
        rows = [held[row : row + COLUMNS] for row in range(0, size, COLUMNS)]
        leaves.append((rows, [row[::-1] for row in rows]))
    return leaves
