"""Every tie of a cast is on a map and in a sentence, however many people there are; or the page says why not."""

import re

import pytest

from studyguide.guide.chapters.cast import Cast
from studyguide.languages.labels import Labels
from studyguide.render.diagrams.map_beside import mapped_ties
from studyguide.render.diagrams.people_map import ALTERNATIVE, people_maps
from studyguide.support.keep import Keep
from studyguide.themes.theme import USUAL, drawing

CIRCLES = [(4 * circle + n, 4 * circle + (n + 1) % 4) for circle in range(4) for n in range(4)]
RING = [(n, (n + 1) % 24) for n in range(24)]
STAR = [(0, n) for n in range(1, 40)]
CHAIN = [(n, n + 1) for n in range(59)]
FIVES = [(5 * five + a, 5 * five + b) for five in range(4) for a in range(5) for b in range(a)]


def cast(pairs, name="Person {}"):
    count = max(map(max, pairs)) + 1
    people = [{"id": f"p-{n}", "name": name.format(n)} for n in range(count)]
    ties = [{"from": f"p-{one}", "to": f"p-{other}", "label": "knows"} for one, other in pairs]
    groups = [{"id": "all", "title": "All", "people": people}]
    return Cast.model_validate({"kind": "cast", "id": "cast", "title": "Cast", "groups": groups, "relationships": ties})


@pytest.mark.pages
@pytest.mark.parametrize(
    ("pairs", "least", "most"),
    [(CIRCLES, 1, 2), (RING, 2, 4), (STAR, 2, 8), (CHAIN, 2, 10), (FIVES, 2, 4)],
    ids=["16", "24", "40", "60", "20"],
)
@pytest.mark.parametrize(("room", "times"), [(USUAL, 1), (drawing("large-print-24"), 4)], ids=["usual", "narrow"])
def test_every_tie_is_on_one_map(pairs, least, most, room, times):
    drawn = people_maps(cast(pairs), room, Labels.of(), Keep())
    lines = [line for each in drawn.maps for line in each.network.lines]
    numbers = [int(number) for line in lines for number in re.findall(r"\d+", "".join(line.lines))]
    assert sorted(numbers) == list(range(1, len(pairs) + 1))
    assert drawn.missing == ()
    assert least <= len(drawn.maps) <= most * times


@pytest.mark.pages
@pytest.mark.parametrize("pairs", [CIRCLES, CHAIN, FIVES, [(0, 0), (0, 1)], STAR * 2])
def test_sentences_are_numbered_map_by_map_and_none_is_lost(pairs):
    whole = cast(pairs)
    parts = mapped_ties(whole, people_maps(whole, USUAL, Labels.of(), Keep()))
    ties = [tie for part in parts for tie in part.ties]
    assert [number for number, _ in ties] == list(range(1, len(pairs) + 1))
    assert sorted(map(str, whole.relationships)) == sorted(str(tie) for _, tie in ties)
    for part in parts:
        lines = part.map.network.lines if part.map else []
        drawn = [int(number) for line in lines for number in re.findall(r"\d+", "".join(line.lines))]
        assert part.map is None or sorted(drawn) == [number for number, _ in part.ties]


def test_ties_without_a_map_are_sentences():
    crowd = cast([(n, n + 1) for n in range(80)])
    (part,) = mapped_ties(crowd, people_maps(crowd, USUAL, Labels.of(), Keep()))
    assert (part.map, len(part.ties), part.is_whole) == (None, 80, False)


@pytest.mark.pages
@pytest.mark.parametrize(
    ("name", "pairs"),
    [
        *((name, [(0, 1)]) for name in ("Ann {}", "Somebody with quite a long name {}", "{}" + "w" * 24)),
        *(("Somebody with quite a long name {}", FIVES), ("Ann {}", CIRCLES)),
    ],
)
def test_a_map_is_described_briefly_by_names(name, pairs):
    labels = Labels.of("en-GB")
    title = labels.say("people.title", by="next")
    drawn = people_maps(cast(pairs, name), USUAL, labels, Keep())
    assert drawn.maps
    for each in drawn.maps:
        assert len(f"{title} {each.words}") <= ALTERNATIVE
        assert len(each.network.names) == int(each.words.split()[0])
        assert any(f"people: {name.format(n)}" in each.words for n in range(20))


@pytest.mark.parametrize(("letters", "is_whole"), [(20, True), (60, True), (400, False)])
def test_only_what_fits_a_page_is_beside_its_map(letters, is_whole):
    some = cast(FIVES[:20])
    long = tuple(tie.model_copy(update={"label": "x" * letters}) for tie in some.relationships)
    whole = some.model_copy(update={"relationships": long})
    parts = mapped_ties(whole, people_maps(whole, USUAL, Labels.of(), Keep()))
    assert {part.is_whole for part in parts} == {is_whole}


def test_circles_of_people_stay_together():
    drawn = people_maps(cast(CIRCLES), USUAL, Labels.of(), Keep())
    shown = [len(each.network.names) for each in drawn.maps]
    assert sum(shown) == 16  # nobody stands on two
    assert not drawn.is_shared


def test_people_on_several_maps_are_told_of():
    drawn = people_maps(cast(CHAIN), USUAL, Labels.of(), Keep())
    assert len(drawn.maps) > 1
    assert drawn.is_shared


def test_names_that_no_sheet_has_room_for_are_said():
    drawn = people_maps(cast([(0, 1), (1, 2)], "W{}" + "w" * 600), USUAL, Labels.of(), Keep())
    assert drawn.maps == ()
    assert len(drawn.missing) == 2


def test_a_crowd_has_no_map():
    assert people_maps(cast([(n, n + 1) for n in range(80)]), USUAL, Labels.of(), Keep()).maps == ()


@pytest.mark.parametrize(
    ("count", "alone"), [(2, ""), (3, "Person 2"), (4, "Person 2 and Person 3"), (5, "Person 2, Person 3 and Person 4")]
)
def test_people_without_a_relationship_are_named(count, alone):
    some = cast([(0, 1)])
    people = tuple(
        some.groups[0].people[0].model_copy(update={"id": f"p-{n}", "name": f"Person {n}"}) for n in range(count)
    )
    whole = some.model_copy(update={"groups": (some.groups[0].model_copy(update={"people": people}),)})
    drawn = people_maps(whole, USUAL, Labels.of("en-GB"), Keep())
    assert (drawn.alone, drawn.alone_count) == (alone, count - 2)
