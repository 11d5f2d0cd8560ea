"""Slides: decks to show in class, from lessons, questions, scenes, quotations, close readings, themes and film terms.

Answers and notes for the speaker are only in editions for teachers. In those, an answer is on the slide after its task.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from studyguide import markdown
from studyguide.guide.chapters.close_reading import CloseReading
from studyguide.guide.chapters.film_terms import FilmTerms
from studyguide.guide.chapters.lessons import Lessons
from studyguide.guide.chapters.plot import Plot
from studyguide.guide.chapters.questions import Questions
from studyguide.guide.chapters.quotations import Quotations
from studyguide.guide.chapters.themes import Themes
from studyguide.guide.divisions import full_titles
from studyguide.guide.model import Guide
from studyguide.handouts import shown_items
from studyguide.handouts.kinds import film_terms
from studyguide.handouts.sheet import Sheet, Tier, for_tier, of_kind, questions

GROUP = "slides"
TIERS = (Tier.SUPPORT, Tier.CORE, Tier.EXTENSION)
MADE_OF = ("lessons", "questions", "plot", "quotations", "close-reading", "activities", "themes", "film-terms")


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A deck for each lesson, set of questions, part of a story, bank of quotations, close reading, themes, film terms.

    A part of a story needs a scene with a question, a close reading is one deck for each sequence, and only film terms
    with a drawing are shown.
    """
    yield from _lessons(guide, tier)
    yield from _sets(guide, tier)
    yield from _parts(guide)
    yield from _quotations(guide, tier)
    yield from _readings(guide, tier)
    yield from _themes(guide)
    yield from _film_terms(guide)


def _deck(guide: Guide, name: str, title: str, kind: str, parts: Mapping[str, Any]) -> Sheet:
    """A deck, named after its item. `kind` chooses the macro of its template."""
    return Sheet(f"slides-{name}", title, "", {"deck": kind, "has_answers": guide.is_for_teachers, **parts})


def _lessons(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    known = shown_items.every(guide, tier)
    asked = {question.id: question for question in for_tier(questions(guide), tier)}
    for chapter in of_kind(guide, Lessons):
        for lesson in chapter.lessons:
            steps = list(shown_items.steps(lesson, known))
            names = dict.fromkeys(shown_items.linked(lesson.homework or "", asked.__contains__))
            homework = tuple(asked[name] for name in names)
            items = (*(timed.step for timed, _ in steps), *(each.item for _, found in steps for each in found))
            parts = {"lesson": lesson, "steps": steps, "homework": homework}
            yield _deck(guide, lesson.id, lesson.title, "lesson", parts | {"items": (*items, *lesson.clips, *homework)})


def _sets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    for chapter in of_kind(guide, Questions):
        for each in chapter.sets:
            parts = {"set": each, "questions": for_tier(each.questions, tier)}
            yield _deck(guide, each.id, each.title, "questions", parts)


def _parts(guide: Guide) -> Iterator[Sheet]:
    plots = [*of_kind(guide, Plot)]
    titles = full_titles(plots, guide.info)
    for part in (part for chapter in plots for part in chapter.parts):
        if scenes := tuple(scene for scene in part.scenes if scene.notice):
            named = [(scene, titles.get(scene.id, scene.title)) for scene in scenes]
            yield _deck(guide, part.id, part.title, "scenes", {"part": part, "scenes": named, "items": scenes})


def _quotations(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    for chapter in of_kind(guide, Quotations):
        parts = {"quotations": chapter.quotations, "located": tier == Tier.SUPPORT, "compares": tier == Tier.EXTENSION}
        yield _deck(guide, chapter.id, markdown.escaped(chapter.title), "quotations", parts)


def _themes(guide: Guide) -> Iterator[Sheet]:
    for chapter in of_kind(guide, Themes):
        parts = {"chapter": chapter, "themes": chapter.themes}
        yield _deck(guide, chapter.id, markdown.escaped(chapter.title), "themes", parts)


def _film_terms(guide: Guide) -> Iterator[Sheet]:
    for chapter in of_kind(guide, FilmTerms):
        if drawn := film_terms.drawn(chapter):
            yield _deck(guide, chapter.id, markdown.escaped(chapter.title), "film-terms", {"drawn": drawn})


def _readings(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    for chapter in of_kind(guide, CloseReading):
        for sequence in chapter.sequences:
            parts = {"sequence": sequence, "steps": sequence.steps, "goes_further": tier == Tier.EXTENSION}
            yield _deck(guide, sequence.id, sequence.title, "reading", parts)
