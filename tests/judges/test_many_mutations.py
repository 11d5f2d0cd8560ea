"""Two thousand guides with mistakes: each mistake is named with its place, or all is made, the pages too.

The tests that are not `long` try every fourth ten of them.

It is what `tests/test_mutations.py` does, with other seeds, and with a PDF of an edition and of a sheet to hand out,
for some of the guides in which `check` has no problem. Nothing may be refused then. Chapters without a mistake are laid
out once, and found by all.
"""

import shutil
from random import Random

import pytest

from studyguide.formats import LayoutOptions
from tests import mistakes

FIRST, CASES, STEP = 10_000, 2_080, 10
TENS = range(FIRST, FIRST + CASES, STEP)
PAGED = 0.2
"""The share of sound guides of which pages are laid out; each takes seconds, and half of the time of this test."""

pytestmark = pytest.mark.judge


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    """The files of the last good build."""
    return mistakes.last_build(tmp_path_factory.mktemp("last") / "build")


@pytest.fixture(scope="module")
def layout_options(tmp_path_factory):
    """Where the chapters are that have no mistake."""
    return LayoutOptions(tmp_path_factory.mktemp("part_cache"), program="mutations")


@pytest.mark.parametrize(
    "first", [pytest.param(ten, marks=[pytest.mark.long] if place % 4 else []) for place, ten in enumerate(TENS)]
)
def test_a_mistake_is_named_or_does_no_harm_to_any_format(first, tmp_path, output, layout_options):
    seeds = range(first, first + STEP)
    assert [fault for seed in seeds for fault in tried(seed, tmp_path / str(seed), output, layout_options)] == []


def tried(seed, place, output, layout_options):
    """What goes wrong with the mistakes of a seed."""

    def pages(guide, random):
        if Random(f"pages {seed}").random() < PAGED:  # noqa: S311 (nothing is secret)
            mistakes.paged(guide, place, layout_options, random)

    found = mistakes.tried(seed, place, output, pages)
    shutil.rmtree(place)
    return found
