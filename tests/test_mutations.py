"""Mistakes of all kinds, in dozens of guides: each is named with its place and a remedy, or does no harm.

`tests/judges/test_many_mutations.py` has many more cases, with pages.
"""

import pytest

from tests import mistakes, read_once
from tests.mutations import MUTATIONS, copied, mutate

SEEDS = (*range(60), 61, 69, 90, 93)
"""As few as make every mutation: add a seed that makes those that `test_every_mutation_is_made` names."""


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    """The files of the last good build."""
    return mistakes.last_build(tmp_path_factory.mktemp("last") / "build")


@pytest.fixture(scope="module", autouse=True)
def kept():
    with read_once.reviews():
        yield


@pytest.mark.parametrize("seed", SEEDS)
def test_a_mistake_is_named_or_does_no_harm(seed, tmp_path, output):
    assert mistakes.tried(seed, tmp_path, output) == []


def test_the_same_seed_makes_the_same_mistakes(tmp_path):
    for seed in range(5):
        one, two = (copied(mistakes.SPECIMEN, tmp_path / f"{seed}-{n}") for n in (1, 2))
        assert mutate(one, seed) == mutate(two, seed)
        assert [(p.relative_to(one), p.is_file() and p.read_bytes()) for p in sorted(one.rglob("*"))] == [
            (p.relative_to(two), p.is_file() and p.read_bytes()) for p in sorted(two.rglob("*"))
        ]


def test_every_mutation_is_made(tmp_path):
    names = {name for seed in SEEDS for name in mutate(copied(mistakes.SPECIMEN, tmp_path / str(seed)), seed)}
    assert {mutation.__name__ for mutation in MUTATIONS} - names == set()
