"""Keep: a result is used again while what it was made of is the same, and only then."""

import pickle
from dataclasses import dataclass

import pytest

from studyguide.support.cache import Cache
from studyguide.support.keep import Keep, is_same


@dataclass(frozen=True)
class Pair:
    """Equal to others; the same as itself alone."""

    one: int | float
    other: str = ""


KIND = Pair | None


def made(keep, made_of, calls, name="x"):
    return keep(name, made_of, lambda: calls.append(made_of) or Pair(len(calls)))


def test_a_step_is_done_once_for_the_same_and_again_for_other_content():
    keep, calls, pair = Keep(), [], Pair(1)
    first = made(keep, (b"text", pair, ("a", 1)), calls)
    assert made(keep, (b"text", pair, ("a", 1)), calls) is first
    assert made(keep, (b"text", Pair(1), ("a", 1)), calls) is not first
    assert made(keep, (b"text", pair, ("a", 2)), calls).one == 3
    assert made(keep, (b"text", pair, ("a", 2)), calls, "another").one == 4


@pytest.mark.parametrize("one", ["a", b"a", 1, 1.5, True, None, frozenset({"a"}), ("a", (1,)), ()])
def test_plain_values_are_the_same_if_they_are_equal(one):
    assert is_same(one, pickle.loads(pickle.dumps(one)))  # noqa: S301 (our own)


@pytest.mark.parametrize(("one", "other"), [(1, True), (1, 1.0), ("a", b"a"), ((1,), (1, 2)), ([], []), ({}, {})])
def test_equal_values_of_other_types_and_values_that_may_change_are_not_the_same(one, other):
    assert not is_same(one, other)


def test_a_result_that_no_longer_holds_is_made_again():
    keep, made_by = Keep(), iter("ab")
    for expected, holds in (("a", True), ("a", True), ("b", False)):
        assert keep("x", (), lambda: next(made_by), lambda _, holds=holds: holds) == expected


@pytest.mark.parametrize("damage", [None, b"", b"{", b'{"one": "many", "other": 1}', b"\xff", b"[]"])
def test_a_result_on_disk_is_found_by_another_process_and_believed_only_if_it_is_one(tmp_path, damage):
    calls = []
    for expected in (1, 1 if damage is None else 2):
        found = Keep(Cache(tmp_path)).on_disk("pair", "made of", lambda: calls.append(1) or Pair(2, "x"), KIND)
        assert (found, len(calls)) == (Pair(2, "x"), expected)
        (entry,) = tmp_path.iterdir()
        if damage is not None:
            Cache(tmp_path).put(entry.name.removesuffix(".kept"), damage)
    Keep(Cache(tmp_path)).on_disk("pair", "made of other things", lambda: None, KIND)
    assert len([*tmp_path.iterdir()]) == 2


@pytest.mark.parametrize("value", [330, 330.0, 19.4])
def test_a_number_is_written_the_same_way_whether_it_was_made_or_found(tmp_path, value):
    for _ in range(2):
        found = Keep(Cache(tmp_path)).on_disk("pair", value, lambda: Pair(value), KIND)
        assert repr(found.one) == repr(value)


def test_another_process_begins_with_nothing_but_the_cache(tmp_path):
    keep = Keep(Cache(tmp_path))
    made(keep, (), [])
    sent = pickle.loads(pickle.dumps(keep))  # noqa: S301 (our own)
    assert (sent.cache.folder, made(sent, (), ["again"]).one) == (tmp_path, 2)
