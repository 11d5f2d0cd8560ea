"""Coverage: levels, phases, themes and standards without a question."""

from collections.abc import Iterator, Mapping

from studyguide.guide.model import Place
from studyguide.guide.texts import Findings
from studyguide.lint.rules import Rule
from studyguide.render.coverage import DEPTHS, PHASES, Coverage, CoverageRow, coverage


def levels_without_questions(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Every level of thinking has a question: Bloom's six levels, and the four depths of knowledge (DOK)."""
    for found in _coverage(findings):
        rows = found.levels.rows
        missing = [f"No question asks to {row.label.lower()} (Bloom)" for row in rows if row.empty]
        depths = (f"No question has the depth of knowledge {d}" for n, d in enumerate(DEPTHS) if not _any(rows, n))
        for message in (*missing, *depths):
            yield _place(findings, rows[0]), f"{message}. Write one, or change the level of another."


def phases_without_questions(findings: Findings) -> Iterator[tuple[Place, str]]:
    """There are questions for before, during and after reading or viewing."""
    for found in _coverage(findings):
        for number, phase in enumerate(PHASES):
            if not _any(found.topics.rows, number):
                yield _place(findings, found.levels.rows[0]), f"No question has the phase '{phase}'. Write one."


def themes_without_questions(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Every theme has a question that is `about` it."""
    for found in _coverage(findings):
        for row in found.topics.rows:
            if row.empty:
                yield _place(findings, row), "No question is about this theme. Name it in the 'about' of one."


def standards_without_questions(findings: Findings) -> Iterator[tuple[Place, str]]:
    """A question names every standard in guide.yaml, or the standard says in `why_none` why none does."""
    for found in _coverage(findings):
        for row in (row for table in found.standards for row in table.rows):
            if row.empty and not row.why_none:
                yield _place(findings, row), "No question names this standard. Name it in one, or say 'why_none'."


def _coverage(findings: Findings) -> Iterator[Coverage]:
    """The coverage of a guide, if it has questions."""
    if found := findings.once(coverage):
        yield found


def _any(rows: tuple[CoverageRow, ...], column: int) -> bool:
    return any(row.cells[column] for row in rows)


def _place(findings: Findings, row: CoverageRow) -> Place:
    return findings.place(row.sheet, row.path)


RULES: Mapping[str, Rule] = {
    "SG401": levels_without_questions,
    "SG402": phases_without_questions,
    "SG403": themes_without_questions,
    "SG404": standards_without_questions,
}
