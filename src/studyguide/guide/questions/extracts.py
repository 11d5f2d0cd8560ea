"""Extracts: a passage of a work, and questions about it."""

from collections.abc import Sequence
from typing import Self

from pydantic import model_validator

from studyguide.guide.questions import typed
from studyguide.guide.questions.choices import check_accepted
from studyguide.guide.questions.refusals import refuse
from studyguide.guide.questions.schemes import Marked
from studyguide.guide.text_types import Inline


class ExtractPart(Marked):
    """One of the questions about an extract."""

    question: Inline
    """The question."""
    answer: Inline | None = None
    """The right answer, if there is one."""
    accept: tuple[Inline, ...] = ()
    """Other answers that are right. Programs compare letter by letter."""
    points: tuple[Inline, ...] = ()
    """Points that a good answer may contain."""

    @model_validator(mode="after")
    def _accepted_fit(self) -> Self:
        if self.accept and not self.answer:
            refuse("accept_without_answer", "'accept' has other right answers; write the first one in 'answer'")
        check_accepted(self.answer, self.accept)
        typed.check([self.answer or "", *self.accept])
        return self


def check(extract: str | None, parts: Sequence[ExtractPart]) -> None:
    """Refuse an extract question without an extract, or without questions about it."""
    if not extract:
        refuse("extract_without_text", "an extract question needs the passage in 'extract'. Write it")
    if not parts:
        refuse("extract_without_parts", "an extract question needs the questions about it in 'parts'. Write them")


def check_marks(marks: int | None, parts: Sequence[ExtractPart]) -> None:
    """Refuse marks of the whole beside those of its parts."""
    if marks is not None and any(part.marks for part in parts):
        refuse("marks_beside_parts", "the marks of this question are those of its 'parts'. Take 'marks' out here")
