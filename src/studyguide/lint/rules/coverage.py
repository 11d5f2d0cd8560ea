"""Coverage: levels, phases, themes and standards without a question, and objectives without a standard."""

from collections.abc import Iterator, Mapping

from studyguide.guide.model import Place
from studyguide.guide.questions.schemes import Objective
from studyguide.guide.texts import Findings
from studyguide.guide.walk import items
from studyguide.lint.rules import Rule
from studyguide.render.coverage import Coverage, coverage, has_code
from studyguide.render.coverage_levels import unused
from studyguide.render.coverage_tables import PHASES, CoverageRow
from studyguide.support.errors import suggestion


def levels_without_questions(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Every level of thinking has a question: Bloom's six levels, and the four depths of knowledge (DOK).

    Levels that no question of the guide uses at all, such as Bloom's if there are only depths, are not missed.
    """
    for found in _coverage(findings):
        blooms, depths = unused(found.asked)
        missing = [f"No question asks to {bloom} (Bloom)" for bloom in blooms]
        missing += [f"No question has the depth of knowledge {depth}" for depth in depths]
        for message in missing:
            yield _home(findings, found), f"{message}. Write one, or change the level of another."


def phases_without_questions(findings: Findings) -> Iterator[tuple[Place, str]]:
    """There are questions for before, during and after reading or viewing."""
    for found in _coverage(findings):
        for phase in PHASES:
            if not any(each.question.phase == phase for each in found.asked):
                yield _home(findings, found), f"No question has the phase '{phase}'. Write one."


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


def unknown_objectives(findings: Findings) -> Iterator[tuple[Place, str]]:
    """Every objective of a mark scheme has a code that is in the `standards` of guide.yaml, if there are any."""
    codes = [aim.code for group in findings.guide.info.standards for aim in group.aims]
    for chapter in findings.guide.chapters if codes else ():
        for path, part in items(chapter):
            if isinstance(part, Objective) and not any(has_code(part.code, code) for code in codes):
                message = f"No standard in guide.yaml has the code '{part.code}'. {suggestion(part.code, codes)}"
                yield findings.place(chapter.id, (*path, "code")), message


def _coverage(findings: Findings) -> Iterator[Coverage]:
    """The coverage of a guide that has questions, and asks for coverage by a chapter of that kind."""
    asks = any(chapter.kind == "coverage" for chapter in findings.guide.chapters)
    if asks and (found := findings.once(coverage)):
        yield found


def _home(findings: Findings, found: Coverage) -> Place:
    return findings.place(found.home, ("kind",))


def _place(findings: Findings, row: CoverageRow) -> Place:
    return findings.place(row.sheet, row.path)


RULES: Mapping[str, Rule] = {
    "SG401": levels_without_questions,
    "SG402": phases_without_questions,
    "SG403": themes_without_questions,
    "SG404": standards_without_questions,
    "SG405": unknown_objectives,
}
