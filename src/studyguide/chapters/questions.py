"""Questions: for discussion, quiz, short answer and essay, with what a good answer holds."""

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from studyguide.model import ANSWERS, Chapter, Edition, Id, Inline, Item, Model, Prose, Task, TopicRef


class Level(Model):
    """How hard a question thinks: Bloom's verb (revised taxonomy) and Webb's depth of knowledge."""

    bloom: Literal["remember", "understand", "apply", "analyse", "evaluate", "create"]
    dok: int = Field(ge=1, le=4)


class Question(Task):
    """One question; `type` decides which other fields make sense."""

    id: Id
    type: Literal["discussion", "choice", "short", "essay"]
    question: Inline
    phase: Literal["before", "while", "after"]
    strand: Inline | None = None
    """What it is about: character, theme, film form, ethics, adaptation, plot."""
    level: Level
    options: tuple[Inline, ...] = Field(default=(), max_length=26)
    """For multiple choice: the options in order; letters are added."""
    answer: Inline | None = None
    """The right answer; for multiple choice, exactly one of the options."""
    points: tuple[Inline, ...] = ()
    """What a good answer may hold; for an essay, the steps of a plan."""
    evidence: Inline | None = None
    """Where in the work to look."""
    standards: tuple[Inline, ...] = ()
    """Curriculum statements that this question supports."""
    number: int | None = Field(default=None, ge=1)
    """Its number in the chapter; counted where none is given, and the same in every edition."""
    about: tuple[TopicRef, ...] = ()
    """Themes, and chapters such as the one on adaptation, on whose worksheets it stands."""

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
    intro: Prose | None = None
    questions: tuple[Question, ...] = Field(min_length=1)


class Questions(Chapter):
    """Questions to ask, answer and argue about; answers stand in a section of their own at the back."""

    kind: Literal["questions"]
    sets: tuple[QuestionSet, ...] = Field(min_length=1)
    answers_title: Inline = "Answers and pointers"
    answers_intro: Prose | None = None
    answers: Literal["all", "quiz", "none"] = "all"
    """Which answers are printed at the back; an edition may print fewer."""
    notes_title: Inline = "Notes for teachers"
    notes: bool = False
    """Whether the answer points are printed for teachers, behind everything else; editions for teachers do."""

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
        """Whether a teacher's notes have this question: they have what the answers at the back leave out."""
        if self.prints(question):
            return self.answers != "all" and bool(question.points or question.evidence or question.standards)
        return bool(question.answer or question.points or question.evidence or question.standards)

    def _quizzes(self, question: Question) -> bool:
        return self.answers == "quiz" and bool(question.answer)

    def _questions(self) -> Iterator[Question]:
        return (question for each in self.sets for question in each.questions)

    def for_edition(self, edition: Edition) -> Self:
        """With no more answers than the edition prints, with notes for teachers, and numbered before any go."""
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
