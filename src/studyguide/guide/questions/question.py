"""A question: its fields, and what each type of question needs."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from studyguide.guide.pictures import Picture
from studyguide.guide.questions import (
    choices,
    comparisons,
    extracts,
    gaps,
    printed_order,
    steps,
    typed,
    types,
    word_limits,
)
from studyguide.guide.questions import pairs as pairs_
from studyguide.guide.questions.choices import Feedback
from studyguide.guide.questions.extracts import ExtractPart
from studyguide.guide.questions.level import Level
from studyguide.guide.questions.pairs import Pair
from studyguide.guide.questions.refusals import refuse
from studyguide.guide.questions.schemes import Marked
from studyguide.guide.questions.types import QuestionType
from studyguide.guide.questions.word_limits import WordLimit
from studyguide.guide.text_types import ComparedRef, Extract, Id, Inline, Tag, TopicRef, WorkId


class Question(Marked):
    """One question; `type` decides which other fields make sense."""

    id: Id
    type: QuestionType
    """How students answer it: in discussion, by choosing, in a few words, by matching, in an essay and so on."""
    question: Inline
    """The question itself, or the statement that is true or false."""
    picture: Picture | None = None
    """A picture to look at, printed below the question and exported with it."""
    short: Annotated[Inline, Field(max_length=120)] | None = None
    """A shorter wording, for programs with little room, such as Kahoot, and for the heading of the answer."""
    phase: Literal["before", "while", "after"]
    """When it is asked: before, while or after reading or viewing."""
    work: WorkId | None = None
    """The work that it is asked before, while or after; if missing, the works whose story the guide tells."""
    strand: Inline | None = None
    """What it is about: character, theme, film form, ethics, adaptation, plot."""
    level: Level | None = None
    """How hard it makes readers think."""
    options: tuple[Inline, ...] = Field(default=(), max_length=26)
    """For multiple choice: the options in order; letters are added."""
    answer: Inline | None = None
    """The right answer; for multiple choice, exactly one of the options."""
    answers: tuple[Inline, ...] = ()
    """For multiple choice with several right options, in place of `answer`: each of them, word for word."""
    accept: tuple[Inline, ...] = ()
    """For a short answer: other answers that are right. Programs compare letter by letter."""
    feedback: tuple[Feedback, ...] = ()
    """For multiple choice: what to tell students who chose an option."""
    shuffle: bool = True
    """For multiple choice: whether programs may mix the options; `no` for years or sizes. Print keeps their order."""
    is_true: bool | None = None
    """For a true-false question: whether the statement is true."""
    pairs: tuple[Pair, ...] = ()
    """For matching: what belongs together. The right-hand sides are printed in another order."""
    distractors: tuple[Inline, ...] = ()
    """For matching: more entries on the right, which match nothing."""
    order: tuple[Inline, ...] = Field(default=(), max_length=26)
    """For ordering: the steps in the right order. They are printed in another order."""
    gapped: Inline | None = None
    """For gaps: a text where each gap is its right word in braces; a bar separates several right words."""
    extract: Extract | None = None
    """For an extract: the passage. If it has a `source` or `sources`, its words count as quoted."""
    extract_lang: Tag | None = None
    """For an extract: its language, if it is not that of the guide: fr, grc, es-MX."""
    source: Inline | None = None
    """For an extract: where it is from, printed below it."""
    parts: tuple[ExtractPart, ...] = ()
    """For an extract: the questions about it, with letters."""
    compare: tuple[ComparedRef, ...] = ()
    """For a comparison: ids of works, items or chapters to set side by side in a planning table."""
    aspects: tuple[Inline, ...] = ()
    """For a comparison: the rows of the planning table; if missing, what is alike, what differs, and what that does."""
    points: tuple[Inline, ...] = ()
    """Points that a good answer may contain; for an essay, the steps of a plan."""
    word_limit: WordLimit | None = None
    """For a discussion, an essay or a comparison: how many words to write."""
    evidence: Inline | None = None
    """Where in the work to look."""
    standards: tuple[Inline, ...] = ()
    """Curriculum statements that this question supports."""
    number: int | None = Field(default=None, ge=1)
    """Its number in the chapter, the same in every edition. If you give none, the program counts."""
    about: tuple[TopicRef, ...] = ()
    """Ids of themes, chapters, parts, scenes or people, whose worksheets also have this question."""

    @property
    def is_quiz(self) -> bool:
        """Whether it has a right answer, so that it can be asked in a quiz."""
        return bool(self.answer or self.answers or self.pairs or self.order or self.gapped) or self.is_true is not None

    @property
    def has_answer(self) -> bool:
        """Whether there is anything to print as its answer."""
        parts = any(part.answer or part.points or part.scheme or part.samples for part in self.parts)
        return self.is_quiz or parts or bool(self.points or self.scheme or self.samples)

    @property
    def has_more(self) -> bool:
        """Whether there is more to say about its answer than what is right."""
        return bool(self.points or self.scheme or self.samples or self.evidence or self.standards)

    @property
    def worth(self) -> int:
        """Its marks, or those of its parts; 0 if it has none."""
        return self.marks or sum(part.marks or 0 for part in self.parts)

    @property
    def right_places(self) -> tuple[int, ...]:
        """The printed places, from 0, of the right options, of the steps in their order, or of the pairs' matches.

        A statement has the options *true* and *false*.
        """
        if self.is_true is not None:
            return (0 if self.is_true else 1,)
        if self.pairs:
            return printed_order.places([pair.right for pair in self.pairs], self.matches)
        if self.order:
            return printed_order.places(self.order, self.steps)
        return printed_order.places(self.right_options, self.options)

    @property
    def right_options(self) -> tuple[str, ...]:
        """The right ones of its options, in their order."""
        return tuple(option for option in self.options if option == self.answer or option in self.answers)

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps to put in order, as they are printed."""
        return printed_order.steps(self.order)

    @property
    def matches(self) -> tuple[str, ...]:
        """The right-hand entries of pairs, as they are printed."""
        return printed_order.matches(self.pairs, self.distractors)

    @property
    def gap_words(self) -> tuple[tuple[str, ...], ...]:
        """For each gap, the words that are right in it."""
        return tuple(gap.words for gap in gaps.gaps(self.gapped or ""))

    @model_validator(mode="after")
    def _type_fits(self) -> Self:
        given = {
            "options": self.options,
            "answers": self.answers,
            "feedback": self.feedback,
            "shuffle": not self.shuffle,
            "accept": self.accept,
            "is_true": self.is_true is not None,
            "pairs": self.pairs,
            "distractors": self.distractors,
            "order": self.order,
            "gapped": self.gapped,
            "extract": self.extract,
            "extract_lang": self.extract_lang,
            "source": self.source,
            "parts": self.parts,
            "compare": self.compare,
            "aspects": self.aspects,
            "answer": self.answer,
        }
        types.check(self.type, [name for name, value in given.items() if value])
        word_limits.check(self.type, self.word_limit)
        return self

    @model_validator(mode="after")
    def _options_fit(self) -> Self:
        if self.type == "choice":
            choices.check(self.options, self.answer, self.answers)
            choices.check_feedback(self.options, self.feedback)
        choices.check_options(self.options)
        return self

    @model_validator(mode="after")
    def _short_fits(self) -> Self:
        if self.type == "short" and not self.answer:
            refuse("short_without_answer", "a short question needs an 'answer'. Write it")
        choices.check_accepted(self.answer, self.accept)
        if self.type == "short":
            typed.check([self.answer or "", *self.accept])
        return self

    @model_validator(mode="after")
    def _truth_fits(self) -> Self:
        if self.type == "true-false":
            choices.check_truth(is_true=self.is_true)
        return self

    @model_validator(mode="after")
    def _pairs_fit(self) -> Self:
        if self.type == "matching":
            pairs_.check(self.pairs, self.distractors)
        return self

    @model_validator(mode="after")
    def _steps_fit(self) -> Self:
        if self.type == "ordering":
            steps.check(self.order)
        return self

    @model_validator(mode="after")
    def _gaps_fit(self) -> Self:
        if self.type == "gap":
            gaps.check(self.gapped)
        return self

    @model_validator(mode="after")
    def _extract_fits(self) -> Self:
        if self.type == "extract":
            extracts.check(self.extract, self.parts)
        return self

    @model_validator(mode="after")
    def _marks_of_parts_fit(self) -> Self:
        extracts.check_marks(self.marks, self.parts)
        return self

    @model_validator(mode="after")
    def _comparison_fits(self) -> Self:
        if self.type == "comparison":
            comparisons.check(self.compare)
        return self
