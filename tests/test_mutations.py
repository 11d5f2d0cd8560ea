"""Mistakes of all kinds, some hundred of them: each is named with its place and a remedy, or does no harm.

Nothing that an author writes ends in a traceback; and where `check` has no problem, everything that can be made without
laying out pages is made without a refusal. `tests/judges/test_many_mutations.py` has many more cases, with pages.
"""

import re
from random import Random

import pytest

from studyguide import formats, handouts, paths, theme
from studyguide.publishing import publish
from studyguide.review import review
from tests.mutations import copied, mutate

SPECIMEN = paths.specimen_folder()
CASES = 240
REMEDY = re.compile(
    r"\b(add|begin|change|choose|close|copy|delete|did you mean|exchange|expected|export|give|indent|keep|let|line|"
    r"links lead|list|look|make|mark|move|name|put|rename|reword|remove|save|say|shorten|simplify|take|there are|"
    r"ungroup|use|write)\b",
    re.IGNORECASE,
)
"""Every problem says what to do, or what was expected."""


def faults_of(problem, folder):
    """What an author could not do with a problem."""
    file = folder / problem.file
    lines = file.read_bytes().decode("utf-8", "replace").splitlines() if file.is_file() else []
    if not 1 <= problem.line <= max(1, len(lines) + 1):
        yield f"line {problem.line} is not in {problem.file}"
    if problem.column < 1:
        yield f"column {problem.column}"
    if not REMEDY.search(problem.message) or not problem.message.endswith((".", "...", "?")):
        yield "no remedy"
    if not str(problem).isprintable():
        yield "it steers the terminal"


def made(guide, output, random):
    """Make what needs no pages: an edition for the screen, and some of its handouts."""
    edition = random.choice(guide.info.editions)
    publication = publish(guide, edition)
    for name in ("epub", "web"):
        formats.load(name).write(publication, theme.look(name, theme=edition.theme or "quiet"), output / f"made.{name}")
    groups = ("worksheets", "organiser", "flashcards")
    sheets = [
        (name, tier)
        for group in groups
        for name, tiers in handouts.names(guide, edition, group).items()
        for tier in tiers
    ]
    for name, tier in random.sample(sheets, min(4, len(sheets))):
        handouts.publish(guide, edition, name, tier, fillable=random.random() < 0.5)


@pytest.mark.parametrize("seed", range(CASES))
def test_a_mistake_is_named_or_does_no_harm(seed, tmp_path):
    folder = copied(SPECIMEN, tmp_path / "guide")
    mutate(folder, seed)
    found = review(folder)
    assert [(str(p), fault) for p in found.problems for fault in faults_of(p, folder)] == []
    if not found.problems:
        made(found.guide, tmp_path, Random(seed))  # noqa: S311 (nothing is secret)


def test_the_same_seed_makes_the_same_mistakes(tmp_path):
    for seed in range(5):
        one, two = (copied(SPECIMEN, tmp_path / f"{seed}-{n}") for n in (1, 2))
        assert mutate(one, seed) == mutate(two, seed)
        assert [(p.relative_to(one), p.is_file() and p.read_bytes()) for p in sorted(one.rglob("*"))] == [
            (p.relative_to(two), p.is_file() and p.read_bytes()) for p in sorted(two.rglob("*"))
        ]
