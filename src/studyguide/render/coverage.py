"""Coverage: tables of the levels, topics and standards that questions cover, and of those that none covers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from studyguide import markdown
from studyguide.guide.chapters.questions import Level, Question, Questions
from studyguide.guide.chapters.themes import Theme
from studyguide.guide.info import GuideInfo
from studyguide.guide.model import Guide, Path_
from studyguide.guide.walk import items

BLOOM: tuple[str, ...] = get_args(Level.model_fields["bloom"].annotation)
DEPTHS = (1, 2, 3, 4)
PHASES: tuple[str, ...] = get_args(Question.model_fields["phase"].annotation)


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
    """Rows under a heading. `columns` are depths of knowledge or phases."""

    id: str
    caption: str
    first: str
    """The heading of the column of labels."""
    columns: tuple[str, ...]
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True)
class Coverage:
    """The questions of a guide, and tables of them."""

    prefixes: dict[str, str]
    """The title of each chapter of questions to the prefix of its questions' numbers."""
    asked: tuple[CountedQuestion, ...]
    levels: CoverageTable
    topics: CoverageTable
    standards: tuple[CoverageTable, ...]


def coverage(guide: Guide) -> Coverage | None:
    """The coverage of a guide's questions; None if it has no questions."""
    chapters = [chapter for chapter in guide.chapters if isinstance(chapter, Questions)]
    if not chapters:
        return None
    prefixes = _prefixes([chapter.short or chapter.title for chapter in chapters])
    asked = tuple(each for chapter in chapters for each in _asked(chapter, prefixes))
    return Coverage(
        prefixes, asked, _levels(asked, chapters[0].id), _topics(guide, asked), tuple(_standards(guide.info, asked))
    )


def serves(question: Question, code: str) -> bool:
    """Whether the standards of a question include a code, as a whole word."""
    return any(
        re.search(rf"(?<![\w.-]){re.escape(code)}(?![\w-])", markdown.plain(text)) for text in question.standards
    )


def _prefixes(titles: Sequence[str]) -> dict[str, str]:
    """The first letter of each title; two, if the first is taken. A single chapter needs none."""
    found: dict[str, str] = {}
    for title in titles if len(titles) > 1 else ():
        short = next((title[:n] for n in range(1, len(title)) if title[:n] not in found.values()), title)
        found.setdefault(title, short)
    return found


def _asked(chapter: Questions, prefixes: dict[str, str]) -> Iterator[CountedQuestion]:
    prefix = prefixes.get(chapter.short or chapter.title, "")
    questions = (question for each in chapter.sets for question in each.questions)
    yield from (CountedQuestion(q.id, f"{prefix}{q.number or n}", q) for n, q in enumerate(questions, start=1))


def _levels(asked: Sequence[CountedQuestion], home: str) -> CoverageTable:
    rows = []
    for bloom in BLOOM:
        some = [each for each in asked if each.question.level.bloom == bloom]
        cells = tuple(tuple(each for each in some if each.question.level.dok == depth) for depth in DEPTHS)
        rows.append(CoverageRow(bloom.capitalize(), cells, home, ("kind",)))
    return CoverageTable(
        "levels",
        "Questions by Bloom’s levels and depth of knowledge (DOK)",
        "Bloom",
        tuple(f"DOK {depth}" for depth in DEPTHS),
        tuple(rows),
    )


def _topics(guide: Guide, asked: Sequence[CountedQuestion]) -> CoverageTable:
    """Every theme, and every other chapter that a question is about; and the questions about neither."""
    named = {name for each in asked for name in each.question.about}
    rows = []
    for chapter in guide.chapters:
        themes = [(path, part) for path, part in items(chapter) if isinstance(part, Theme)]
        found: list[tuple[str, str, Path_]] = [(theme.title, theme.id, path) for path, theme in themes]
        if chapter.id in named:
            found.append((markdown.escaped(chapter.title), chapter.id, ("kind",)))
        for title, name, path in found:
            some = [each for each in asked if name in each.question.about]
            rows.append(CoverageRow(title, _by_phase(some), chapter.id, path))
    if free := [each for each in asked if not each.question.about]:
        rows.append(CoverageRow("None named", _by_phase(free), "guide.yaml", ()))
    return CoverageTable("topics", "Questions by theme and phase", "Theme", PHASES, tuple(rows))


def _standards(info: GuideInfo, asked: Sequence[CountedQuestion]) -> Iterator[CoverageTable]:
    for number, group in enumerate(info.standards):
        rows = []
        for place, aim in enumerate(group.aims):
            some = [each for each in asked if serves(each.question, aim.code)]
            code = markdown.escaped(aim.code)
            label = f"{code}: {aim.about}" if aim.about else code
            path = ("standards", number, "aims", place)
            rows.append(CoverageRow(label, _by_phase(some), "guide.yaml", path, aim.why_none))
        yield CoverageTable(
            f"standards-{number + 1}",
            f"{group.title}: questions by statement and phase",
            "Statement",
            PHASES,
            tuple(rows),
        )


def _by_phase(some: Sequence[CountedQuestion]) -> tuple[tuple[CountedQuestion, ...], ...]:
    return tuple(tuple(each for each in some if each.question.phase == phase) for phase in PHASES)
