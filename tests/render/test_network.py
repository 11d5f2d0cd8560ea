"""A map is drawn only if it can be read."""

from itertools import combinations

import pytest

from studyguide.render.diagrams.network import Bond, network
from studyguide.themes.theme import USUAL, drawing

RING = [(n, (n + 1) % 7) for n in range(7)]
STAR = [(0, n) for n in range(1, 9)]


def bonds(pairs):
    return tuple(
        Bond((min(pair), max(pair)), (number,), forth=True, back=False) for number, pair in enumerate(pairs, start=1)
    )


def people(count):
    return tuple((f"Person {number} Longname", number % 3) for number in range(count))


NARROW = drawing("large-print-24")


@pytest.mark.parametrize(
    ("count", "pairs", "room"),
    [
        (2, [(0, 1)], USUAL),
        (7, RING, USUAL),
        (9, STAR, USUAL),
        (4, [*combinations(range(4), 2)], USUAL),
        (2, [(0, 1)], NARROW),
        (4, [(0, 1), (1, 2), (2, 3)], NARROW),
    ],
)
def test_nothing_lies_on_anything(count, pairs, room):
    drawn = network(people(count), bonds(pairs), room)
    assert drawn is not None
    names = [name.box for name in drawn.names]
    labels = [line.label for line in drawn.lines]
    assert not any(one.meets(other) for one, other in combinations([*names, *labels], 2))
    for box in (*names, *labels):
        assert box.x - box.width / 2 >= 0
        assert box.x + box.width / 2 <= room.width
        assert box.y - box.height / 2 >= 0
        assert box.y + box.height / 2 <= drawn.height <= room.height
    for number, line in enumerate(drawn.lines):
        others = [box for n, box in enumerate(names) if n not in bonds(pairs)[number].pair]
        assert not any(box.cuts(line.start, line.end) for box in others)
        assert not any(label.cuts(line.start, line.end) for label in labels if label is not line.label)


def test_a_crowd_is_not_drawn():
    assert network(people(30), bonds([(0, n) for n in range(1, 30)]), USUAL) is None
    assert network(people(12), bonds([*combinations(range(12), 2)]), USUAL) is None


@pytest.mark.parametrize("count", [17, 24, 30])
def test_too_many_people_for_the_highest_sheet_get_no_map(count):
    assert network(people(count), bonds([(n - 1, n) for n in range(1, count)]), USUAL) is None


def test_one_person_gets_no_map():
    assert network(people(1), (), USUAL) is None
