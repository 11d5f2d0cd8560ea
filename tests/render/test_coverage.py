"""Which questions do what: tables made of a guide's own questions."""

from pathlib import Path

import pytest

from studyguide.build.checked_guide import sound
from studyguide.editions.select import find, select
from studyguide.render.coverage import PHASES, coverage, serves

ROOT = Path(__file__).parents[2]
FLAGSHIP = ROOT / "guide"


@pytest.fixture(scope="module")
def guide():
    whole = sound(FLAGSHIP)
    return select(whole, find(whole, "teacher"))


def names(row):
    return [[each.name for each in cell] for cell in row.cells]


def test_every_question_is_once_among_the_levels(guide):
    found = coverage(guide)
    names_ = [each.name for row in found.levels.rows for cell in row.cells for each in cell]
    assert sorted(names_) == sorted(each.name for each in found.asked)
    assert len(set(names_)) == len(names_)


def test_questions_are_in_the_cells_of_their_data(guide):
    found = coverage(guide)
    for row in found.levels.rows:
        for depth, cell in enumerate(row.cells, start=1):
            assert {(q.question.level.bloom, q.question.level.dok) for q in cell} <= {(row.label.lower(), depth)}
    for table in (found.topics, *found.standards):
        for row in table.rows:
            for phase, cell in zip(PHASES, row.cells, strict=True):
                assert {q.question.phase for q in cell} <= {phase}


def test_chapters_of_questions_are_told_apart(guide):
    found = coverage(guide)
    assert found.prefixes == {"Questions": "Q", "Essays": "E"}
    assert {each.name[0] for each in found.asked} == {"Q", "E"}


def test_a_guide_without_questions_has_none():
    assert coverage(sound(ROOT / "tests/lint/problems/base")) is None


@pytest.mark.parametrize(
    ("said", "served"),
    [
        ("supports RL.9-10.3", True),
        ("supports *RL.9-10.3*, and more", True),
        ("supports RL.9-10.35", False),
        ("supports RL.9-10", False),
        ("supports XRL.9-10.3", False),
    ],
)
def test_codes_are_found_whole(guide, said, served):
    question = coverage(guide).asked[0].question.model_copy(update={"standards": (said,)})
    assert serves(question, "RL.9-10.3") is served
