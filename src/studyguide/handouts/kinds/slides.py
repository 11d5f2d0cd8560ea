"""Slides: decks to show in class, from lessons, questions, scenes, quotations, close readings, themes and film terms.

Answers and notes for the speaker are only in editions for teachers. In those, an answer is on the slide after its task.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

from studyguide import markdown
from studyguide.guide.chapters.close_reading import CloseReading, Sequence
from studyguide.guide.chapters.film_terms import FilmTerms
from studyguide.guide.chapters.lessons import Lesson, Lessons
from studyguide.guide.chapters.plot import Part, Plot, Scene
from studyguide.guide.chapters.questions import Questions, QuestionSet
from studyguide.guide.chapters.quotations import Quotations
from studyguide.guide.chapters.themes import Themes
from studyguide.guide.divisions import full_titles
from studyguide.guide.items import Item
from studyguide.guide.model import Chapter, Guide
from studyguide.handouts import shown_items
from studyguide.handouts.kinds import film_terms
from studyguide.handouts.sheet import Sheet, Tier, for_tier, of_kind
from studyguide.handouts.shown_items import Shown

GROUP = "slides"
TIERS = (Tier.SUPPORT, Tier.CORE, Tier.EXTENSION)
MADE_OF = ("lessons", "questions", "plot", "quotations", "close-reading", "activities", "themes", "film-terms")


class Setting(NamedTuple):
    """What all decks of a guide share."""

    tier: Tier
    titles: Mapping[str, str]
    """The titles of scenes."""
    known: Mapping[str, Shown]
    """What a step of a lesson may show."""


Content: TypeAlias = tuple[str, str, Mapping[str, Any]]
"""The title of a deck, the macro of its template, and the variables."""
Maker: TypeAlias = Callable[[Setting, Any], Content]


def subjects(guide: Guide) -> Iterator[tuple[str, tuple[Maker, Item | Chapter]]]:
    """The item or chapter of each deck, and the function that makes its content.

    A part of a story needs a scene with a question, a close reading is one deck for each sequence, and only film terms
    with a drawing are shown.
    """
    found: tuple[tuple[Maker, Iterable[Item | Chapter]], ...] = (
        (_lesson, (lesson for chapter in of_kind(guide, Lessons) for lesson in chapter.lessons)),
        (_set, (each for chapter in of_kind(guide, Questions) for each in chapter.sets)),
        (_part, (part for chapter in of_kind(guide, Plot) for part in chapter.parts if _noticed(part))),
        (_bank, of_kind(guide, Quotations)),
        (_sequence, (sequence for chapter in of_kind(guide, CloseReading) for sequence in chapter.sequences)),
        (_themes, of_kind(guide, Themes)),
        (_film_terms, (chapter for chapter in of_kind(guide, FilmTerms) if film_terms.drawn(chapter))),
    )
    return ((f"slides-{each.id}", (make, each)) for make, some in found for each in some)


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A deck for each lesson, set of questions, part of a story, bank of quotations, close reading and so on."""
    titles = full_titles([*of_kind(guide, Plot)], guide.info)
    shared = Setting(tier, titles, shown_items.every(guide, tier))
    for name, (make, subject) in subjects(guide):
        title, macro, parts = make(shared, subject)
        yield Sheet(name, title, "", {"deck": macro, "has_answers": guide.is_for_teachers, **parts})


def _lesson(shared: Setting, lesson: Lesson) -> Content:
    steps = list(shown_items.steps(lesson, shared.known))
    asked = {name for name, each in shared.known.items() if each.macro == "question"}
    names = dict.fromkeys(shown_items.linked(lesson.homework or "", asked.__contains__))
    homework = tuple(shared.known[name].item for name in names)
    items = (*(timed.step for timed, _ in steps), *(each.item for _, found in steps for each in found))
    parts = {"lesson": lesson, "steps": steps, "homework": homework, "items": (*items, *lesson.clips, *homework)}
    return lesson.title, "lesson", parts


def _set(shared: Setting, each: QuestionSet) -> Content:
    return each.title, "questions", {"set": each, "questions": for_tier(each.questions, shared.tier)}


def _noticed(part: Part) -> tuple[Scene, ...]:
    """The scenes with a question to notice."""
    return tuple(scene for scene in part.scenes if scene.notice)


def _part(shared: Setting, part: Part) -> Content:
    scenes = _noticed(part)
    named = [(scene, shared.titles.get(scene.id, scene.title)) for scene in scenes]
    return part.title, "scenes", {"part": part, "scenes": named, "items": scenes}


def _bank(shared: Setting, chapter: Quotations) -> Content:
    located, compares = shared.tier == Tier.SUPPORT, shared.tier == Tier.EXTENSION
    parts = {"quotations": chapter.quotations, "located": located, "compares": compares}
    return markdown.escaped(chapter.title), "quotations", parts


def _sequence(shared: Setting, sequence: Sequence) -> Content:
    parts = {"sequence": sequence, "steps": sequence.steps, "goes_further": shared.tier == Tier.EXTENSION}
    return sequence.title, "reading", parts


def _themes(_shared: Setting, chapter: Themes) -> Content:
    return markdown.escaped(chapter.title), "themes", {"chapter": chapter, "themes": chapter.themes}


def _film_terms(_shared: Setting, chapter: FilmTerms) -> Content:
    return markdown.escaped(chapter.title), "film-terms", {"drawn": film_terms.drawn(chapter)}
