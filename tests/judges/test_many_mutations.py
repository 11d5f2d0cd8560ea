"""Two thousand guides with mistakes: each mistake is named with its place, or all is made, the pages too.

It is what `tests/test_mutations.py` does, with other seeds, and with a PDF of an edition and of a sheet to hand out,
for some of the guides in which `check` has no problem. Nothing may be refused then.
"""

from random import Random

import pytest

from studyguide import handing
from studyguide.build import Request, build
from studyguide.formats import Workshop
from studyguide.review import review
from tests.mutations import copied, mutate
from tests.test_mutations import SPECIMEN, faults_of, made

FIRST, CASES, STEP = 10_000, 2_000, 10
PAGED = 0.15
"""The share of sound guides of which pages are laid out; each takes seconds."""

pytestmark = [pytest.mark.judge, pytest.mark.long]


@pytest.mark.parametrize("first", range(FIRST, FIRST + CASES, STEP))
def test_a_mistake_is_named_or_does_no_harm_to_any_format(first, tmp_path):
    faults = [fault for seed in range(first, first + STEP) for fault in tried(seed, tmp_path / str(seed))]
    assert faults == []


def tried(seed, place):
    """What goes wrong with the mistakes of a seed."""
    folder = copied(SPECIMEN, place / "guide")
    names = mutate(folder, seed)
    found = review(folder)
    yield from ((seed, names, str(p), fault) for p in found.problems for fault in faults_of(p, folder))
    random = Random(f"pages {seed}")  # noqa: S311 (nothing is secret)
    if not found.problems:
        try:
            made(found.guide, place, Random(seed))  # noqa: S311
            if random.random() < PAGED:
                paged(folder, found.guide, place, random)
        except Exception as error:  # noqa: BLE001 (it is told with its seed)
            yield seed, names, type(error).__name__, str(error)[:2000]


def paged(folder, guide, place, random):
    """Lay out an edition, and one sheet."""
    edition = random.choice(guide.info.editions)
    build(folder, Request(("pdf",), place, edition.id, workshop=Workshop(place / "cache")))
    group = random.choice(("worksheets", "organiser", "flashcards"))
    asked = handing.Asked(group, place, fillable=random.random() < 0.5, edition=edition.id)
    sheets = handing.requests(guide, asked)
    handing.hand_out(guide, random.choice(sheets))
