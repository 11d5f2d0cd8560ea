"""Sheets: questions and activities that are not on the sheet of their phase."""

from collections.abc import Iterator, Mapping

from studyguide.guide.chapters.activities import Activity
from studyguide.guide.chapters.questions import Question
from studyguide.guide.items import Item
from studyguide.guide.model import Chapter, Path_, Place
from studyguide.guide.texts import Findings
from studyguide.guide.walk import around, items
from studyguide.lint.rules import Rule


def too_early(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Questions and activities of the phase `before` give nothing away.

    The worksheet `before` has only what is safe, in every edition.
    """
    for chapter in findings.guide.chapters:
        for path, part in items(chapter):
            early = isinstance(part, Question | Activity) and part.phase == "before"
            if early and _gives_away(chapter, path):
                message = "This gives something away, so the worksheet 'before' leaves it out"
                yield findings.place(chapter.id, (*path, "phase")), f"{message}. Make it safe, or change its phase."


def _gives_away(chapter: Chapter, path: Path_) -> bool:
    """Whether an item, or one around it, has a spoiler level."""
    return any(part.spoiler.rank > 0 for _, part in around(chapter, path) if isinstance(part, Item | Chapter))


RULES: Mapping[str, Rule] = {"SG208": too_early}
