"""Exam: a paper of the questions in sets with `exam: true`, and its mark scheme."""

from collections.abc import Iterator
from dataclasses import dataclass

from studyguide.guide.chapters.questions import Exam, Question, Questions, QuestionSet
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, for_tier, of_kind

GROUP = "worksheets"
TIERS = (Tier.CORE, Tier.KEY)
MADE_OF = ("questions",)


@dataclass(frozen=True)
class Section:
    """A set of questions on the paper: its heading and introduction, and how many questions stand before it."""

    id: str
    heading: str
    intro: str | None
    before: int
    questions: tuple[Question, ...]

    @property
    def marks(self) -> int:
        """The marks of its questions."""
        return sum(question.worth for question in self.questions)


def subjects(guide: Guide) -> Iterator[tuple[str, tuple[Exam, list[QuestionSet]]]]:
    """The paper of each chapter of questions that has one, and its sets."""
    chapters = [chapter for chapter in of_kind(guide, Questions) if chapter.exam]
    for chapter in chapters:
        sets = [each for each in chapter.sets if each.exam]
        if chapter.exam and sets:
            yield f"exam-{chapter.id}" if chapters[1:] else "exam", (chapter.exam, sets)


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:
    """A paper for each chapter of questions that has one. The key is its mark scheme."""
    labels = guide.info.labels
    for name, (exam, sets) in subjects(guide):
        sections = list(_sections(sets, tier))
        marks = labels.inline("exam.marks", n=sum(section.marks for section in sections))
        target = labels.inline("exam.target", n=exam.minutes, marks=marks)
        asked = tuple(question for section in sections for question in section.questions)
        yield Sheet(name, exam.title, target, {"exam": exam, "sections": sections, "questions": asked})


def _sections(sets: list[QuestionSet], tier: Tier) -> Iterator[Section]:
    before = 0
    for each in sets:
        asked = for_tier(each.questions, tier)
        yield Section(each.id, each.title, each.intro, before, asked)
        before += len(asked)
