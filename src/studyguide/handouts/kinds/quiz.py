"""Quiz: all questions with a right answer, with the numbers of the guide, which slides have too."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studyguide import markdown
from studyguide.guide.chapters.questions import Question, Questions
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, for_tier, of_kind

GROUP = "worksheets"
TIERS = tuple(Tier)
MADE_OF = ("questions",)


@dataclass(frozen=True)
class Run:
    """Questions whose numbers follow each other, and the number before the first."""

    before: int
    questions: tuple[Question, ...]
    chapter: str = ""
    """The id of their chapter."""
    heading: str = ""
    """The title of their chapter, where it begins and the quiz has several: each counts from 1."""


def subjects(guide: Guide) -> Iterator[tuple[str, list[tuple[Questions, list[Question]]]]]:
    """The chapters with quiz questions, and these, if there are any."""
    asked = ((chapter, _asked(chapter)) for chapter in of_kind(guide, Questions))
    if chapters := [(chapter, found) for chapter, found in asked if found]:
        yield "quiz", chapters


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """One quiz. Extension gives a reason for each answer."""
    for name, chapters in subjects(guide):
        is_one = len(chapters) == 1
        runs = tuple(run for chapter, found in chapters for run in _runs(chapter, for_tier(found, tier), is_one=is_one))
        questions = tuple(question for run in runs for question in run.questions)
        total = sum(question.marks or 1 for question in questions)
        parts = {"runs": runs, "questions": questions, "total": total, "reasons": tier == Tier.EXTENSION}
        labels = guide.info.labels
        yield Sheet(name, labels.inline("quiz.title"), labels.inline("quiz.target"), parts)


def _asked(chapter: Questions) -> list[Question]:
    return [question for each in chapter.sets for question in each.questions if question.is_quiz]


def _runs(chapter: Questions, asked: Sequence[Question], *, is_one: bool) -> Iterator[Run]:
    """The questions of a chapter; before an edition is chosen, they may have no numbers, and are counted."""
    numbers = [question.number or place for place, question in enumerate(asked, start=1)]
    begins = [place for place, number in enumerate(numbers) if not place or number != numbers[place - 1] + 1]
    heading = "" if is_one else markdown.escaped(chapter.title)
    for begin, end in zip(begins, [*begins[1:], len(asked)], strict=True):
        yield Run(numbers[begin] - 1, tuple(asked[begin:end]), chapter.id, "" if begin else heading)
