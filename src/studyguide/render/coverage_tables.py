"""Tables of questions: rows of levels, topics or standards, and for each column the questions that cover them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from studyguide.guide import phases
from studyguide.guide.chapters.questions import Question
from studyguide.guide.model import Path_

PHASES: tuple[phases.Phase, ...] = get_args(phases.Phase)


@dataclass(frozen=True)
class CountedQuestion:
    """A question, by its id and by a short name such as ``Q12``."""

    id: str
    name: str
    question: Question


@dataclass(frozen=True)
class CoverageRow:
    """A level, topic or standard, and for each column the questions that cover it."""

    label: str
    """Inline Markdown."""
    cells: tuple[tuple[CountedQuestion, ...], ...]
    sheet: str
    path: Path_
    """The place of its declaration: a key of `Guide.places`, and a path."""
    why_none: str | None = None
    """The author's reason why no question covers it."""

    @property
    def empty(self) -> bool:
        """Whether no question covers it."""
        return not any(self.cells)


@dataclass(frozen=True)
class CoverageTable:
    """Rows under a heading. `columns` are the headings of depths of knowledge or of phases."""

    id: str
    caption: str
    first: str
    """The heading of the column of labels."""
    columns: tuple[str, ...]
    rows: tuple[CoverageRow, ...]


def by_phase(some: Sequence[CountedQuestion]) -> tuple[tuple[CountedQuestion, ...], ...]:
    """The questions of each phase."""
    return tuple(tuple(each for each in some if each.question.phase == phase) for phase in PHASES)
