"""Levels: the table of Bloom's levels and depths of knowledge (DOK) that questions have."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import get_args

from studyguide.guide.chapters.questions import Level
from studyguide.languages.labels import Labels
from studyguide.render.coverage_tables import CountedQuestion, CoverageRow, CoverageTable, by_phase

BLOOM: tuple[str, ...] = get_args(get_args(Level.model_fields["bloom"].annotation)[0])
DEPTHS = (1, 2, 3, 4)

_Step = tuple[str, Sequence[CountedQuestion]]


@dataclass(frozen=True)
class _Scale:
    """A scale of levels from low to high, the level of a question, and the labels that a table of them needs."""

    name: str
    levels: Sequence[str | int]
    of: Callable[[CountedQuestion], str | int | None]
    head: Callable[[Labels], str]
    label: Callable[[Labels, str | int | None], str]
    """The name of a level, or of having none."""


def _bloom(labels: Labels, level: str | int | None) -> str:
    return labels.say("question.bloom", by=str(level)) if level else labels.say("coverage.no-bloom")


def _depth(labels: Labels, level: str | int | None) -> str:
    return labels.say("coverage.dok", level=level) if level else labels.say("coverage.no-depth")


_SCALES = (
    _Scale(
        "bloom",
        BLOOM,
        lambda each: each.question.level.bloom if each.question.level else None,
        lambda labels: labels.say("coverage.bloom"),
        _bloom,
    ),
    _Scale(
        "depth",
        DEPTHS,
        lambda each: each.question.level.dok if each.question.level else None,
        lambda labels: labels.say("coverage.depth"),
        _depth,
    ),
)


def levels(
    labels: Labels, asked: Sequence[CountedQuestion], home: str, phases: tuple[str, ...]
) -> CoverageTable | None:
    """Bloom's levels by depth of knowledge; a scale by phase if no question uses the other; None without levels."""
    used = [scale for scale in _SCALES if any(map(scale.of, asked))]
    if not used:
        return None
    rows = _steps(used[0], [each for each in asked if each.question.level], labels)
    across = [step for scale in used[1:] for step in _steps(scale, asked, labels, within=rows)]
    return CoverageTable(
        "levels",
        labels.say("coverage.levels-caption", by="both" if across else used[0].name),
        used[0].head(labels),
        tuple(name for name, _ in across) or phases,
        tuple(CoverageRow(name, _cells(some, across), home, ("kind",)) for name, some in rows),
    )


def unused(asked: Sequence[CountedQuestion]) -> tuple[Sequence[str], Sequence[int]]:
    """Bloom's levels and the depths that no question has; none of a scale that no question uses."""
    found = [{scale.of(each) for each in asked} - {None} for scale in _SCALES]
    blooms = [level for level in BLOOM if found[0] and level not in found[0]]
    return blooms, [depth for depth in DEPTHS if found[1] and depth not in found[1]]


def _steps(
    scale: _Scale, asked: Sequence[CountedQuestion], labels: Labels, within: Sequence[_Step] = ()
) -> list[_Step]:
    """Each level of a scale with its questions; last, the questions that have no level of it, if there are any."""
    asked = [each for _, some in within for each in some] or asked
    steps: list[_Step] = []
    for level in (*scale.levels, None):
        some = [each for each in asked if scale.of(each) == level]
        if some or level is not None:
            steps.append((scale.label(labels, level), some))
    return steps


def _cells(some: Sequence[CountedQuestion], across: Sequence[_Step]) -> tuple[tuple[CountedQuestion, ...], ...]:
    if not across:
        return by_phase(some)
    return tuple(tuple(each for each in some if each in column) for _, column in across)
