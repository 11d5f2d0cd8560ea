"""Questions: for discussion, quiz, short answer and essay, with the content of a good answer."""

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from studyguide.guide.info import ANSWERS, Edition
from studyguide.guide.items import Item, Model, Task
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Id, Inline, Prose, TopicRef


class Level(Model):
    """How demanding a question is: Bloom's verb (revised taxonomy) and Webb's depth of knowledge."""

    bloom: Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
    """The level of Bloom's revised taxonomy."""
    dok: int = Field(ge=1, le=4)
    """The depth of knowledge, from 1 (recall) to 4 (extended thinking)."""


class Question(Task):
    """One question; `type` decides which other fields make sense."""

    id: Id
    type: Literal["discussion", "choice", "short", "essay"]
    """How students answer it: in discussion, by choosing an option, in a few words, or in an essay."""
    question: Inline
    """The question itself."""
    phase: Literal["before", "while", "after"]
    """When it is asked: before, while or after reading or viewing."""
    strand: Inline | None = None
    """What it is about: character, theme, film form, ethics, adaptation, plot."""
    level: Level
    """How hard it makes readers think."""
    options: tuple[Inline, ...] = Field(default=(), max_length=26)
    """For multiple choice: the options in order; letters are added."""
    answer: Inline | None = None
    """The right answer; for multiple choice, exactly one of the options."""
    points: tuple[Inline, ...] = ()
    """Points that a good answer may contain; for an essay, the steps of a plan."""
    evidence: Inline | None = None
    """Where in the work to look."""
    standards: tuple[Inline, ...] = ()
    """Curriculum statements that this question supports."""
    number: int | None = Field(default=None, ge=1)
    """Its number in the chapter, the same in every edition. If you give none, the program counts."""
    about: tuple[TopicRef, ...] = ()
    """Ids of themes, or of chapters such as the adaptation, whose worksheets also have this question."""

    @model_validator(mode="after")
    def _options_fit(self) -> Self:
        if self.type == "choice" and len(self.options) in {0, 1}:
            raise PydanticCustomError(
                "choice_without_options", "a choice question needs at least two options. Add them"
            )
        if self.type == "choice" and self.answer not in self.options:
            raise PydanticCustomError(
                "answer_not_an_option", "the answer must be one of the options; write it word for word"
            )
        if len({" ".join(option.casefold().split()) for option in self.options}) < len(self.options):
            raise PydanticCustomError("options_alike", "two of the options are the same. Change one, or take it out")
        if self.type == "short" and not self.answer:
            raise PydanticCustomError("short_without_answer", "a short question needs an 'answer'. Write it")
        if self.type != "choice" and self.options:
            raise PydanticCustomError(
                "options_without_choice",
                "only a choice question may have options. Take them out, or write 'type: choice'",
            )
        return self


class QuestionSet(Item):
    """Questions that belong together."""

    id: Id
    title: Inline
    """The heading of the set."""
    intro: Prose | None = None
    """An introduction, printed before the questions."""
    questions: tuple[Question, ...] = Field(min_length=1)
    """The questions, in order."""


class Questions(Chapter):
    """Questions to ask, answer and argue about; the answers are in a separate section at the back."""

    kind: Literal["questions"]
    sets: tuple[QuestionSet, ...] = Field(min_length=1)
    """The sets of questions, in order."""
    answers_title: Inline = "Answers and pointers"
    """The heading of the answers at the back."""
    answers_intro: Prose | None = None
    """An introduction, printed before the answers."""
    answers: Literal["all", "quiz", "none"] = "all"
    """Which answers the back of the guide has; an edition may print fewer."""
    notes_title: Inline = "Notes for teachers"
    """The heading of the notes for teachers."""
    notes: bool = False
    """Whether notes for teachers are printed at the end; teachers' editions have them anyway."""

    @property
    def back_matter(self) -> tuple[str, ...]:
        """Answers if there are any to print, and notes for teachers."""
        notes = self.notes and any(map(self.notable, self._questions()))
        return (*(["answers"] if any(map(self.prints, self._questions())) else []), *(["notes"] if notes else []))

    @property
    def answered(self) -> str:
        """See `Chapter`."""
        if self.notes and any(question.answer or question.points for question in self._questions()):
            return "all"
        return self.answers if any(map(self.prints, self._questions())) else "none"

    def prints(self, question: Question) -> bool:
        """Whether the answers at the back have this question."""
        return bool(question.answer or question.points) if self.answers == "all" else self._quizzes(question)

    def notable(self, question: Question) -> bool:
        """Whether the notes for teachers have this question: they have those that the answers at the back omit."""
        if self.prints(question):
            return self.answers != "all" and bool(question.points or question.evidence or question.standards)
        return bool(question.answer or question.points or question.evidence or question.standards)

    def _quizzes(self, question: Question) -> bool:
        return self.answers == "quiz" and bool(question.answer)

    def _questions(self) -> Iterator[Question]:
        return (question for each in self.sets for question in each.questions)

    def for_edition(self, edition: Edition) -> Self:
        """The chapter with the answers and notes that the edition prints; numbered before questions are removed."""
        fewer = min(self.answers, edition.answers, key=ANSWERS.index)
        notes = edition.audience == "teacher"
        return self.model_copy(update={"answers": fewer, "notes": notes, "sets": tuple(self._numbered())})

    def _numbered(self) -> Iterator[QuestionSet]:
        count = 0
        for each in self.sets:
            numbers = range(count + 1, count + 1 + len(each.questions))
            count += len(each.questions)
            numbered = (
                q.model_copy(update={"number": q.number or n}) for q, n in zip(each.questions, numbers, strict=True)
            )
            yield each.model_copy(update={"questions": tuple(numbered)})
