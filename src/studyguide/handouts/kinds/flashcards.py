"""Flashcards: words and quiz questions to cut out, with fronts and backs that meet when printed on both sides."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from studyguide import markdown
from studyguide.guide.chapters.glossary import Glossary
from studyguide.guide.chapters.questions import Question, Questions
from studyguide.guide.items import Item
from studyguide.guide.model import Guide
from studyguide.guide.questions.gaps import with_blanks
from studyguide.handouts.sheet import Sheet, Tier, of_kind
from studyguide.render.diagrams import text_width

GROUP = "flashcards"
TIERS = (Tier.CORE,)
MADE_OF = ("glossary", "questions")

COLUMNS, ROWS = 2, 4

SMALLEST = 7.0
"""Points: the smallest letters on a card (`formats.pdf.fit.shrink`)."""
WIDTH, HEIGHT = 190.0, 138.0
"""The size of a card's text area in points; the width is reduced by a tenth, for letter spacing."""
LEADING = 1.5


@dataclass(frozen=True)
class Card:
    """One card: its number, its item, and the side of the paper it is on."""

    number: int
    item: Item


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:  # noqa: ARG001 (it has one tier)
    """All cards, a page of fronts and a page of backs in turn; with only the answers that the edition prints."""
    terms = [term for chapter in of_kind(guide, Glossary) for term in chapter.terms]
    quizzed = [(q, chapter.answered) for chapter in of_kind(guide, Questions) for q in _quiz(chapter)]
    asked = [q if printed == "all" else _without_points(q) for q, printed in quizzed if printed != "none"]
    cards = [Card(number, item) for number, item in enumerate([*terms, *asked], start=1)]
    if cards:
        parts = {"leaves": _leaves(cards), "items": (*terms, *asked)}
        labels = guide.info.labels
        title, target = labels.inline("flashcards.title"), labels.inline("flashcards.target")
        yield Sheet("flashcards", title, target, parts, left_out=_left_out(quizzed))


def _quiz(chapter: Questions) -> Iterator[Question]:
    """The questions of a chapter that have a right answer."""
    return (question for each in chapter.sets for question in each.questions if question.is_quiz)


def _without_points(question: Question) -> Question:
    return question.model_copy(update={"points": ()})


def _left_out(quizzed: list[tuple[Question, str]]) -> str:
    """The answers that the cards lack because the edition does not print them."""
    gone = sum(printed == "none" for _, printed in quizzed)
    bare = sum(printed == "quiz" and bool(question.points) for question, printed in quizzed)
    cards = f"no cards for {gone} quiz question{'s' * (gone != 1)}" if gone else ""
    points = f"no answer points on {bare} card{'s' * (bare != 1)}" if bare else ""
    return ", ".join(filter(None, (cards, points)))


def _leaves(cards: list[Card]) -> list[tuple[list[list[Card | None]], list[list[Card | None]]]]:
    """Rows of fronts and of backs for each leaf of paper; backs run from right to left, because the leaf is turned."""
    size = COLUMNS * ROWS
    leaves = []
    for start in range(0, len(cards), size):
        held: list[Card | None] = [*cards[start : start + size]]
        held += [None] * (size - len(held))
        rows = [held[row : row + COLUMNS] for row in range(0, size, COLUMNS)]
        leaves.append((rows, [row[::-1] for row in rows]))
    return leaves


def crowded(guide: Guide) -> Iterator[str]:
    """The ids of the cards whose words do not fit on one side, even in the smallest letters.

    Widths are those of `text_width`, which are a little too large, so all other cards fit.
    """
    for sheet in sheets(guide, Tier.CORE):
        for item in sheet.parts["items"]:
            if any(_height(texts) > HEIGHT and _height(_plain(texts)) > HEIGHT for texts in _sides(item)):
                yield item.id


def _sides(item: Any) -> Iterator[list[tuple[str, float]]]:
    """The paragraphs of the front and of the back, each with the size of its letters, as the template sets them."""
    if hasattr(item, "term"):
        yield [(item.term, 1.5 * SMALLEST)]
        yield [(item.definition, SMALLEST)]
    else:
        lettered = [f"A {text}" for text in (*item.options, *item.steps, *item.matches)]
        numbered = [f"1 {pair.left}" for pair in item.pairs]
        gapped = [with_blanks(item.gapped, "(1) ________")] if item.gapped else []
        yield [(text, SMALLEST) for text in (item.question, *lettered, *numbered, *gapped)]
        yield [*((text, 1.5 * SMALLEST) for text in _right(item)), *((point, SMALLEST) for point in item.points[:1])]


def _right(question: Question) -> list[str]:
    """The lines of a right answer, as long as they are on a card."""
    if question.options:
        return [f"A. {option}" for option in question.right_options]
    if question.pairs or question.order:
        return [", ".join("1 A" for _ in question.right_places)]
    return [" / ".join(words) for words in question.gap_words] or [f"A. {question.answer}"]


def _plain(texts: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """The same without markup. This is slow, and not needed for a text that fits with its markup."""
    return [(markdown.plain(text), size) for text, size in texts]


def _height(texts: list[tuple[str, float]]) -> float:
    """The height of paragraphs, each with half a line below it; in the widest letters and leading of all themes."""
    lines = ((len(text_width.wrapped(text, WIDTH, size, bold=True)), size) for text, size in texts)
    return sum((count + 0.5) * LEADING * size for count, size in lines)
