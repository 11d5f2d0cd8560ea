"""Mark schemes: what earns marks, as points or as levels, for which objectives; and sample answers with their marks."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Self

from pydantic import Field, model_validator

from studyguide.guide.items import Hideable, Model, Task
from studyguide.guide.questions.refusals import refuse
from studyguide.guide.text_types import Inline, Plain, Prose


class SchemePoint(Hideable):
    """A point of a mark scheme, and the marks for it."""

    text: Inline
    """What the answer says."""
    marks: int = Field(default=1, ge=1, le=60)
    """The marks for it."""
    accept: tuple[Inline, ...] = ()
    """Other wordings that earn the marks."""


class SchemeLevel(Hideable):
    """A level of a mark scheme: a range of marks, and what answers in it are like."""

    level: Inline
    """Its name, such as *Level 3*."""
    low: int = Field(alias="from", ge=0, le=60)
    """The lowest number of marks in it."""
    high: int = Field(alias="to", ge=0, le=60)
    """The highest number of marks in it."""
    descriptor: Inline
    """What answers at this level do."""


class Objective(Hideable):
    """An objective, and how many of the marks are for it."""

    code: Plain
    """Its code, as in the `standards` of guide.yaml."""
    marks: int = Field(ge=1, le=60)
    """The marks for it."""


class Scheme(Model):
    """A mark scheme: points or levels, and the objectives that the marks are for."""

    points: tuple[SchemePoint, ...] = ()
    """For marks that are counted: each point of a good answer. There may be more points than marks."""
    levels: tuple[SchemeLevel, ...] = ()
    """For marks that are judged: the levels, which leave out no number of marks."""
    objectives: tuple[Objective, ...] = ()
    """What the marks are for; together, they are the marks of the question."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if bool(self.points) == bool(self.levels):
            refuse("scheme_of_one_sort", "a mark scheme has either 'points' or 'levels'. Write one of them")
        _check_ranges(self.levels)
        return self


class Sample(Hideable):
    """A sample answer, with the marks that it earns."""

    level: Inline
    """Its grade or level, such as *Level 3*."""
    marks: int = Field(ge=0, le=60)
    """The marks that it earns."""
    text: Prose
    """The answer."""
    comment: Inline | None = None
    """Why it earns these marks."""


class Marked(Task):
    """A task with the marks that its answer may earn, and how they are given."""

    scheme: Scheme | None = None
    """How marks are given."""
    samples: tuple[Sample, ...] = ()
    """Sample answers with their marks."""

    @model_validator(mode="after")
    def _marks_fit(self) -> Self:
        check(self.marks, self.scheme, self.samples)
        return self


def check(marks: int | None, scheme: Scheme | None, samples: Sequence[Sample]) -> None:
    """Refuse a scheme that does not give as many marks as its question, and samples with more marks."""
    if marks is None:
        if scheme or samples:
            refuse("scheme_without_marks", "a mark scheme or a sample needs the 'marks' of its question. Add them")
        return
    if scheme:
        _check_sums(marks, scheme)
    if any(sample.marks is not None and sample.marks > marks for sample in samples):
        refuse("sample_above_marks", f"a sample has more than the {marks} marks of its question. Correct one of them")


def _check_sums(marks: int, scheme: Scheme) -> None:
    points = sum(point.marks or 0 for point in scheme.points)
    if scheme.points and points < marks:
        refuse("points_below_marks", f"the points give {points} of {marks} marks. Add points, or correct their marks")
    top = max((level.high or 0 for level in scheme.levels), default=marks)
    if top != marks:
        refuse("levels_beside_marks", f"the levels end at {top}, and the question has {marks} marks. Correct one")
    objectives = sum(objective.marks or 0 for objective in scheme.objectives)
    if scheme.objectives and objectives != marks:
        refuse("objectives_beside_marks", f"the objectives have {objectives} of {marks} marks. Correct one of them")


def _check_ranges(levels: Sequence[SchemeLevel]) -> None:
    """Refuse levels that overlap or leave out a number of marks; they may be written in any order."""
    if any(level.low is None or level.high is None for level in levels):
        return  # a wrong number is a problem of its own
    if any(level.high < level.low for level in levels):
        refuse("level_reversed", "a level ends below where it begins: 'from' is the lower number. Exchange them")
    for lower, upper in pairwise(sorted(levels, key=lambda level: level.low)):
        if upper.low <= lower.high:
            refuse("levels_overlap", f"two levels have {upper.low} marks. Let each number belong to one level")
        if upper.low > lower.high + 1:
            refuse("levels_with_gap", f"no level has {lower.high + 1} marks. Let a level begin or end there")
