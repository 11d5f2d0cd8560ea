"""Questions: to discuss, answer, match, mark and argue about, with the content of a good answer."""

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field, model_validator

from studyguide.guide.info import ANSWERS, AnswerSpace, Edition
from studyguide.guide.items import Item, Model
from studyguide.guide.model import Chapter
from studyguide.guide.questions.level import Level
from studyguide.guide.questions.question import Question
from studyguide.guide.questions.refusals import refuse
from studyguide.guide.text_types import Id, Inline, Prose

__all__ = ["Exam", "Level", "Question", "QuestionSet", "Questions"]


class Exam(Model):
    """An exam paper: its sections are the sets of questions with `exam: true`."""

    title: Inline
    """The title of the paper."""
    minutes: int = Field(ge=1, le=600)
    """The time that candidates have."""
    instructions: tuple[Inline, ...] = ()
    """What candidates must know or do, such as how many questions to answer."""


class QuestionSet(Item):
    """Questions that belong together."""

    id: Id
    title: Inline
    """The heading of the set."""
    intro: Prose | None = None
    """An introduction, printed before the questions."""
    exam: bool = False
    """Whether it is a section of the chapter's exam paper. Each of its questions then needs marks."""
    questions: tuple[Question, ...] = Field(min_length=1)
    """The questions, in order."""

    @model_validator(mode="after")
    def _exam_has_marks(self) -> Self:
        if self.exam and not all(question.worth for question in self.questions):
            refuse("exam_without_marks", "each question of an exam needs 'marks'. Add them, or take 'exam' out")
        return self


class Questions(Chapter):
    """Questions to ask, answer and argue about; the answers are in a separate section at the back."""

    kind: Literal["questions"]
    sets: tuple[QuestionSet, ...] = Field(min_length=1)
    """The sets of questions, in order."""
    exam: Exam | None = None
    """An exam paper, made from the sets with `exam: true`."""
    answers_title: Inline | None = None
    """The heading of the answers at the back; the label `question.answers` if there is none."""
    answers_intro: Prose | None = None
    """An introduction, printed before the answers."""
    answers: Literal["all", "quiz", "none"] = "all"
    """Which answers the back of the guide has; an edition may print fewer."""
    answer_space: AnswerSpace = "lines"
    """Room for answers in print: ruled lines and planning tables, or none. An edition may have none anyway."""
    notes_title: Inline | None = None
    """The heading of the notes for teachers; the label `question.notes` if there is none."""
    notes: bool = False
    """Whether notes for teachers are printed at the end; teachers' editions have them anyway."""

    @property
    def back_matter(self) -> tuple[str, ...]:
        """Answers if there are any to print, and notes for teachers, which have every question."""
        answers = any(map(self.prints, self._questions()))
        return (*(["answers"] if answers else []), *(["notes"] if self.notes else []))

    @property
    def answered(self) -> str:
        """See `Chapter`."""
        if self.notes and any(question.has_answer for question in self._questions()):
            return "all"
        return self.answers if any(map(self.prints, self._questions())) else "none"

    def prints(self, question: Question) -> bool:
        """Whether the answers at the back have this question."""
        return question.has_answer if self.answers == "all" else self.answers == "quiz" and question.is_quiz

    def _questions(self) -> Iterator[Question]:
        return (question for each in self.sets for question in each.questions)

    @model_validator(mode="after")
    def _exam_has_sections(self) -> Self:
        if self.exam and not any(each.exam for each in self.sets):
            refuse("exam_without_sets", "an exam needs sets of questions with 'exam: true'. Mark them, or take it out")
        if not self.exam and any(each.exam for each in self.sets):
            refuse("sets_without_exam", "'exam: true' on a set needs 'exam' with the title and the time. Add it above")
        return self

    def for_edition(self, edition: Edition) -> Self:
        """The chapter with the answers and notes that the edition prints; numbered before questions are removed."""
        fewer = min(self.answers, edition.answers, key=ANSWERS.index)
        told = {
            "answers": fewer,
            "answer_space": "none" if edition.answer_space == "none" else self.answer_space,
            "notes": edition.audience == "teacher",
        }
        return self.model_copy(update={**told, "sets": tuple(self._numbered())})

    def _numbered(self) -> Iterator[QuestionSet]:
        count = 0
        for each in self.sets:
            numbers = range(count + 1, count + 1 + len(each.questions))
            count += len(each.questions)
            numbered = (
                q.model_copy(update={"number": q.number or n}) for q, n in zip(each.questions, numbers, strict=True)
            )
            yield each.model_copy(update={"questions": tuple(numbered)})
