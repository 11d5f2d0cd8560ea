"""Slides: decks to show in class, from lessons, questions, scenes, quotations and close readings.

Answers and notes for the speaker are only in editions for teachers. In those, an answer is on the slide after its task.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from studyguide import markdown
from studyguide.guide.chapters.close_reading import CloseReading
from studyguide.guide.chapters.lessons import Lesson, Lessons, Timed
from studyguide.guide.chapters.plot import Plot
from studyguide.guide.chapters.questions import Question, Questions
from studyguide.guide.chapters.quotations import Quotations
from studyguide.guide.divisions import full_titles
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, for_tier, of_kind, questions

GROUP = "slides"
TIERS = (Tier.SUPPORT, Tier.CORE, Tier.EXTENSION)
MADE_OF = ("lessons", "questions", "plot", "quotations", "close-reading")


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A deck for each lesson, set of questions, part of a story, bank of quotations and close reading.

    A part of a story needs a scene with a question, and a close reading is one deck for each sequence.
    """
    yield from _lessons(guide, tier)
    yield from _sets(guide, tier)
    yield from _parts(guide)
    yield from _quotations(guide, tier)
    yield from _readings(guide, tier)


def _deck(guide: Guide, name: str, title: str, kind: str, parts: Mapping[str, Any]) -> Sheet:
    """A deck, named after its item. `kind` chooses the macro of its template."""
    return Sheet(f"slides-{name}", title, "", {"deck": kind, "has_answers": guide.is_for_teachers, **parts})


def _lessons(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    asked = {question.id: question for question in for_tier(questions(guide), tier)}
    for chapter in of_kind(guide, Lessons):
        for lesson in chapter.lessons:
            steps = list(_steps(lesson, asked))
            homework = _named(lesson.homework or "", asked)
            items = (*(timed.step for timed, _ in steps), *(q for _, found in steps for q in found), *lesson.clips)
            parts = {"lesson": lesson, "steps": steps, "homework": homework, "items": (*items, *homework)}
            yield _deck(guide, lesson.id, lesson.title, "lesson", parts)


def _steps(lesson: Lesson, asked: Mapping[str, Question]) -> Iterator[tuple[Timed, tuple[Question, ...]]]:
    """The steps of a lesson, each with the questions that its text names. A question is shown once in a lesson."""
    shown: set[str] = set()
    for timed in lesson.timed:
        found = tuple(question for question in _named(timed.step.text, asked) if question.id not in shown)
        shown.update(question.id for question in found)
        yield timed, found


def _named(text: str, asked: Mapping[str, Question]) -> tuple[Question, ...]:
    """The questions that a text links to, in its order."""
    targets = (each.target.removeprefix("#") for each in markdown.references(text, block=False) if each.kind == "link")
    return tuple(asked[name] for name in dict.fromkeys(targets) if name in asked)


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


def _readings(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    for chapter in of_kind(guide, CloseReading):
        for sequence in chapter.sequences:
            parts = {"sequence": sequence, "steps": sequence.steps, "goes_further": tier == Tier.EXTENSION}
            yield _deck(guide, sequence.id, sequence.title, "reading", parts)
