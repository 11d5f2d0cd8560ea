"""Coverage: tables of the levels, topics and standards that questions cover, and of those that none covers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studyguide import markdown
from studyguide.guide import phases
from studyguide.guide.chapters.questions import Question, Questions
from studyguide.guide.chapters.themes import Theme
from studyguide.guide.info import GuideInfo
from studyguide.guide.model import Guide, Path_
from studyguide.guide.walk import items
from studyguide.render.coverage_levels import levels
from studyguide.render.coverage_tables import PHASES, CountedQuestion, CoverageRow, CoverageTable, by_phase


@dataclass(frozen=True)
class Coverage:
    """The questions of a guide, and tables of them."""

    prefixes: dict[str, str]
    """The title of each chapter of questions to the prefix of its questions' numbers."""
    asked: tuple[CountedQuestion, ...]
    home: str
    """The chapter of the first question."""
    levels: CoverageTable | None
    """None if no question has a level."""
    topics: CoverageTable
    standards: tuple[CoverageTable, ...]


def coverage(guide: Guide) -> Coverage | None:
    """The coverage of a guide's questions; None if it has no questions."""
    chapters = [chapter for chapter in guide.chapters if isinstance(chapter, Questions)]
    if not chapters:
        return None
    prefixes = _prefixes([chapter.short or chapter.title for chapter in chapters])
    asked = tuple(each for chapter in chapters for each in _asked(chapter, prefixes))
    home, columns = chapters[0].id, _phases(guide, asked)
    found = levels(guide.info.labels, asked, home, columns)
    standards = tuple(_standards(guide.info, asked, columns))
    return Coverage(prefixes, asked, home, found, _topics(guide, asked, columns), standards)


def serves(question: Question, code: str) -> bool:
    """Whether the standards of a question, or the objectives of its marks, include a code, as a whole word."""
    schemes = [each.scheme for each in (question, *question.parts) if each.scheme]
    objectives = [objective.code for scheme in schemes for objective in scheme.objectives]
    texts = [*objectives, *map(markdown.plain, question.standards)]
    return any(has_code(text, code) for text in texts)


def has_code(text: str, code: str) -> bool:
    """Whether a text includes a code, as a whole word."""
    return bool(re.search(rf"(?<![\w.-]){re.escape(code)}(?![\w-])", text))


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


def _phases(guide: Guide, asked: Sequence[CountedQuestion]) -> tuple[str, ...]:
    """The names of the phases: *Before viewing*, or only *Before* if some questions are about another activity."""
    info = guide.info
    named = {each.question.work for each in asked}
    about = [work for name in named for work in phases.studied(guide.chapters, info, name)]
    if phases.activity(about):
        return tuple(phases.name(phase, about, info) for phase in PHASES)
    return tuple(info.labels.say("coverage.phase", by=phase) for phase in PHASES)


def _topics(guide: Guide, asked: Sequence[CountedQuestion], phases: tuple[str, ...]) -> CoverageTable:
    """Every theme, and every other chapter that a question is about; and the questions about neither."""
    say = guide.info.labels.say
    named, topics = {name for each in asked for name in each.question.about}, set[str]()
    rows = []
    for chapter in guide.chapters:
        themes = [(path, part) for path, part in items(chapter) if isinstance(part, Theme)]
        found: list[tuple[str, str, Path_]] = [(theme.title, theme.id, path) for path, theme in themes]
        if chapter.id in named:
            found.append((markdown.escaped(chapter.title), chapter.id, ("kind",)))
        for title, name, path in found:
            some = [each for each in asked if name in each.question.about]
            rows.append(CoverageRow(title, by_phase(some), chapter.id, path))
            topics.add(name)
    if free := [each for each in asked if topics.isdisjoint(each.question.about)]:
        rows.append(CoverageRow(guide.info.labels.inline("coverage.no-theme"), by_phase(free), "guide.yaml", ()))
    return CoverageTable("topics", say("coverage.themes-caption"), say("coverage.theme"), phases, tuple(rows))


def _standards(info: GuideInfo, asked: Sequence[CountedQuestion], phases: tuple[str, ...]) -> Iterator[CoverageTable]:
    for number, group in enumerate(info.standards):
        rows = []
        for place, aim in enumerate(group.aims):
            some = [each for each in asked if serves(each.question, aim.code)]
            code = markdown.escaped(aim.code)
            label = info.labels.inline("text.colon", head=code, text=aim.about) if aim.about else code
            path = ("standards", number, "aims", place)
            rows.append(CoverageRow(label, by_phase(some), "guide.yaml", path, aim.why_none))
        yield CoverageTable(
            f"standards-{number + 1}",
            info.labels.say("coverage.standards-caption", curriculum=group.title),
            info.labels.say("coverage.statement"),
            phases,
            tuple(rows),
        )
