"""Flashcards: words and quiz questions to cut out, with fronts and backs that meet when printed on both sides."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from studyguide.guide.chapters.glossary import Glossary, Term
from studyguide.guide.chapters.questions import Question, Questions
from studyguide.guide.model import Guide
from studyguide.guide.questions.gaps import with_blanks
from studyguide.handouts.cards import LARGE, LINE, SMALLEST, Card, is_full, leaves, picture_height
from studyguide.handouts.sheet import Sheet, Tier, of_kind
from studyguide.languages.labels import Labels

GROUP = "flashcards"
TIERS = (Tier.CORE,)
MADE_OF = ("glossary", "questions")

Quizzed: TypeAlias = tuple[Question, str]
"""A question with a right answer, and which answers of its chapter are printed: ``none``, ``quiz`` or ``all``."""


def subjects(guide: Guide) -> Iterator[tuple[str, tuple[list[Term], list[Quizzed]]]]:
    """All terms and quiz questions, if one of them has a card: a question whose answer is not printed has none."""
    terms = [term for chapter in of_kind(guide, Glossary) for term in chapter.terms]
    quizzed = [(q, chapter.answered) for chapter in of_kind(guide, Questions) for q in _quiz(chapter)]
    if terms or any(printed != "none" for _, printed in quizzed):
        yield "flashcards", (terms, quizzed)


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:  # noqa: ARG001 (it has one tier)
    """All cards, a page of fronts and a page of backs in turn; with only the answers that the edition prints."""
    for name, (terms, quizzed) in subjects(guide):
        asked = [q if printed == "all" else _without_points(q) for q, printed in quizzed if printed != "none"]
        cards = [Card(number, item) for number, item in enumerate([*terms, *asked], start=1)]
        parts = {"leaves": leaves(cards), "items": (*terms, *asked)}
        labels = guide.info.labels
        title, target = labels.inline("flashcards.title"), labels.inline("flashcards.target")
        yield Sheet(name, title, target, parts, left_out=_left_out(quizzed))


def _quiz(chapter: Questions) -> Iterator[Question]:
    """The questions of a chapter that have a right answer."""
    return (question for each in chapter.sets for question in each.questions if question.is_quiz)


def _without_points(question: Question) -> Question:
    return question.model_copy(update={"points": ()})


def _left_out(quizzed: list[Quizzed]) -> str:
    """The answers that the cards lack because the edition does not print them."""
    gone = sum(printed == "none" for _, printed in quizzed)
    bare = sum(printed == "quiz" and bool(question.points) for question, printed in quizzed)
    cards = f"no cards for {gone} quiz question{'s' * (gone != 1)}" if gone else ""
    points = f"no answer points on {bare} card{'s' * (bare != 1)}" if bare else ""
    return ", ".join(filter(None, (cards, points)))


def crowded(guide: Guide) -> Iterator[str]:
    """The ids of the cards whose words do not fit on one side, even in the smallest letters.

    Widths are those of `text_width`, which are a little too large, so all other cards fit.
    """
    for sheet in sheets(guide, Tier.CORE):
        for item in sheet.parts["items"]:
            front, back = _sides(item, guide.info.labels)
            if is_full(front, picture_height(getattr(item, "picture", None))) or is_full(back):
                yield item.id


def _sides(item: Any, labels: Labels) -> Iterator[list[tuple[str, float]]]:
    """The paragraphs of the front and of the back, each with the size of its letters, as the template sets them."""
    if hasattr(item, "term"):
        yield [(item.term, LARGE)]
        names = [(labels.language_name(each.lang), each.word) for each in item.translations]
        translated = [labels.say("text.colon", head=name, text=word) for name, word in names]
        yield [(text, SMALLEST) for text in (item.definition, *translated)]
    else:
        lettered = LINE.join(f"A {text}" for text in (*item.options, *item.steps, *item.matches))
        numbered = LINE.join(f"1 {pair.left}" for pair in item.pairs)
        gapped = with_blanks(item.gapped, "(1) ________") if item.gapped else ""
        yield [(text, SMALLEST) for text in (item.question, lettered, numbered, gapped) if text]
        yield [*((text, LARGE) for text in _right(item)), *((point, SMALLEST) for point in item.points[:1])]


def _right(question: Question) -> list[str]:
    """The lines of a right answer, as long as they are on a card."""
    if question.options:
        return [f"A. {option}" for option in question.right_options]
    if question.pairs or question.order:
        return [", ".join("1 A" for _ in question.right_places)]
    return [" / ".join(words) for words in question.gap_words] or [f"A. {question.answer}"]
