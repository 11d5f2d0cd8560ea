"""Comprehension: for each part of the work, the questions about it and its scenes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from studyguide.guide.chapters.plot import Part, Plot, Scene
from studyguide.guide.chapters.questions import Question
from studyguide.guide.divisions import full_titles
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, for_tier, of_kind, questions
from studyguide.languages import punctuation

GROUP = "worksheets"
TIERS = tuple(Tier)
MADE_OF = ("plot", "questions")

ENOUGH = 3
"""The fewest questions of a sheet; a division with fewer shares one with the next division."""

MOST = 12
"""The most questions of a part on one sheet. If there are more, each scene has its own."""


@dataclass(frozen=True)
class Group:
    """The questions about a scene, or about a part as a whole; `before` is how many are on the sheet before them."""

    id: str
    heading: str
    part: str
    """The title of the part."""
    questions: tuple[Question, ...]
    before: int = 0


def subjects(guide: Guide) -> Iterator[tuple[str, list[Group]]]:
    """The questions about each part of the story; parts with few of them share one sheet."""
    asked = questions(guide)
    divisions = [
        division
        for chapter in of_kind(guide, Plot)
        for part in chapter.parts
        for division in _divisions(list(_groups(part, asked)))
    ]
    return ((f"comprehension-{groups[0].id}", groups) for groups in _joined(divisions))


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A sheet for each part of the story with questions about it, or for several parts."""
    titles = full_titles([*of_kind(guide, Plot)], guide.info)
    for name, groups in subjects(guide):
        yield _sheet(
            guide, name, [replace(group, heading=titles.get(group.id, group.heading)) for group in groups], tier
        )


def _groups(part: Part, asked: Sequence[Question]) -> Iterator[Group]:
    """The questions about a part, then those about each of its scenes."""
    items: tuple[Part | Scene, ...] = (part, *part.scenes)
    for item in items:
        if found := tuple(question for question in asked if item.id in question.about):
            yield Group(item.id, item.title, part.title, found)


def _divisions(groups: list[Group]) -> list[list[Group]]:
    """The groups of a part together; each of them apart, if they are too many for a sheet."""
    together = _once(groups)
    if _count(together) > MOST:
        return [[group] for group in groups]
    return [together] if together else []


def _joined(divisions: list[list[Group]]) -> list[list[Group]]:
    """The divisions, where those with few questions are joined to the next one, or the last to the one before."""
    sheets_: list[list[Group]] = []
    for division in divisions:
        if sheets_ and _count(sheets_[-1]) < ENOUGH:
            sheets_[-1] = _once([*sheets_[-1], *division])
        else:
            sheets_.append(division)
    if len(sheets_) > 1 and _count(sheets_[-1]) < ENOUGH:
        sheets_[-2:] = [_once([*sheets_[-2], *sheets_[-1]])]
    return sheets_


def _once(groups: Sequence[Group]) -> list[Group]:
    """The groups of one sheet, with each question where it comes first; the others keep their parts in the title."""
    used, left = set[str](), []
    for group in groups:
        found = tuple(question for question in group.questions if question.id not in used)
        used.update(question.id for question in found)
        left.append(replace(group, questions=found))
    return left


def _count(groups: Sequence[Group]) -> int:
    return sum(len(group.questions) for group in groups)


def _sheet(guide: Guide, name: str, groups: Sequence[Group], tier: Tier) -> Sheet:
    numbered = [replace(group, before=_count(groups[:place])) for place, group in enumerate(groups)]
    asked = [group for group in numbered if group.questions]
    tiered = tuple(replace(group, questions=for_tier(group.questions, tier)) for group in asked)
    parts = {"groups": tiered, "questions": tuple(q for group in tiered for q in group.questions)}
    title = punctuation.of(guide.info.labels.language).semicolon.join(dict.fromkeys(group.part for group in groups))
    return Sheet(name, title, guide.info.labels.inline("comprehension.target"), parts)
