"""A handout before it is written: a sheet, its tiers, and the content of each tier."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from studyguide.guide.chapters.questions import Question, Questions
from studyguide.guide.items import Item, Spoiler, Task
from studyguide.guide.model import Chapter, Guide
from studyguide.guide.questions.pairs import Pair

C = TypeVar("C", bound=Chapter)
T = TypeVar("T", bound=Task)

DEFAULT_LINES = 4
"""Ruled lines under a question that sets no length for its answer."""

LINES_A_MARK = 2

ROOMY = ("choice", "true-false", "matching", "ordering", "gap", "extract")
"""Types of questions that are answered in boxes and blanks, or part by part."""


class Tier(StrEnum):
    """The same sheet for different pupils: all tiers have one target and the same numbers. The key is a teacher's."""

    SUPPORT = "support"
    CORE = "core"
    EXTENSION = "extension"
    KEY = "key"


@dataclass(frozen=True)
class Sheet:
    """One sheet to hand out, with the content that its template prints for one tier."""

    id: str
    """Its name on the command line, and in the name of its file."""
    title: str
    """Inline Markdown."""
    target: str
    """The learning target: one sentence, inline Markdown."""
    parts: Mapping[str, Any]
    """The variables of its template; the items in them decide the sheet's spoiler level."""
    reveals: Spoiler = Spoiler.ENDING
    """The highest spoiler level that it may have, even if the edition allows more."""
    left_out: str = ""
    """A note on content it lacks because the edition prints few or no answers: ``no cards for 3 quiz questions``."""

    @property
    def gives_away(self) -> Spoiler:
        """The highest level of anything on it."""
        levels = [part.spoiler for item in every_item(self.parts.values()) for part in _asked(item)]
        return max(levels, key=lambda level: level.rank, default=Spoiler.SAFE)


def of_kind(guide: Guide, kind: type[C]) -> Iterator[C]:
    """The chapters of a kind, in the guide's order."""
    return (chapter for chapter in guide.chapters if isinstance(chapter, kind))


def questions(guide: Guide) -> list[Question]:
    """All questions of a guide, in its order."""
    return [question for chapter in of_kind(guide, Questions) for each in chapter.sets for question in each.questions]


def about(guide: Guide, topic: str) -> list[Question]:
    """The open questions about a theme or a chapter: all except quiz questions."""
    return [question for question in questions(guide) if topic in question.about and not question.is_quiz]


def for_tier(tasks: Iterable[T], tier: Tier) -> tuple[T, ...]:
    """The tasks with the additions of this tier, and without those of others."""
    helps = ("hints", "starters", "words")
    gone: dict[str, Any] = {}
    if tier != Tier.SUPPORT:
        gone |= dict.fromkeys(helps, ())
    if tier != Tier.EXTENSION:
        gone["challenge"] = None
    return tuple(task.model_copy(update=gone | _parts_for(task, tier)) for task in tasks)


def _parts_for(task: Task, tier: Tier) -> dict[str, Any]:
    """The parts of a question about an extract, which have additions of their own."""
    return {"parts": for_tier(task.parts, tier)} if isinstance(task, Question) and task.parts else {}


def lines_of(task: Task) -> int:
    """The number of ruled lines for a task: its own, or by its marks, or a few; none where answers have other room."""
    if task.lines is not None:
        return task.lines
    if getattr(task, "type", "") in ROOMY:
        return 0
    few = 0 if getattr(task, "type", "") == "comparison" else DEFAULT_LINES  # it has a table to plan in
    return LINES_A_MARK * task.marks if task.marks else few


def _asked(item: Item) -> Iterator[Item | Pair]:
    """An item, and those parts of it that are printed for students and may have a higher level."""
    yield item
    if isinstance(item, Question):
        yield from item.pairs
        yield from item.parts


def every_item(values: Iterable[Any]) -> Iterator[Item]:
    """Every item in the parts of a sheet. Items inside them are omitted: they have the same level, or are parts too."""
    for value in values:
        if isinstance(value, Item):
            yield value
        elif isinstance(value, tuple | list):
            yield from every_item(value)
