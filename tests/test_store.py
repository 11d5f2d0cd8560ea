"""What is kept is found again, or not at all: whole, under its own name, and not for ever."""

import os
from pathlib import Path

import pytest

from studyguide.store import Store, digest


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store")


def file(tmp_path) -> Path:
    return tmp_path / "store/one"


def test_what_was_put_is_there_and_nothing_else(store):
    store.put("one", b"content")
    assert (store.get("one"), store.get("two")) == (b"content", None)
    store.put("one", b"other")
    assert store.get("one") == b"other"


@pytest.mark.parametrize(
    "damage",
    [
        lambda entry: entry[:-1],
        lambda entry: entry + b"x",
        lambda entry: entry[:-1] + b"x",
        lambda entry: b"x" + entry[1:],
        lambda entry: b"",
    ],
)
def test_a_damaged_entry_counts_as_none_and_is_replaced(store, tmp_path, damage):
    store.put("one", b"content")
    file(tmp_path).write_bytes(damage(file(tmp_path).read_bytes()))
    assert store.get("one") is None
    store.put("one", b"content")
    assert store.get("one") == b"content"


def test_an_entry_under_the_name_of_another_counts_as_none(store, tmp_path):
    store.put("two", b"content")
    file(tmp_path).with_name("two").rename(file(tmp_path))
    assert store.get("one") is None


def test_a_folder_in_the_place_of_an_entry_counts_as_none(store, tmp_path):
    file(tmp_path).mkdir(parents=True)
    store.put("one", b"content")
    assert store.get("one") is None
    assert [path.name for path in file(tmp_path).parent.iterdir()] == ["one"]


def test_where_nothing_can_be_kept_nothing_goes_wrong(tmp_path):
    (tmp_path / "file").touch()
    for store in (Store(None), Store(tmp_path / "file"), Store(Path("/proc/nothing"))):
        store.put("one", b"content")
        store.trim()
        assert store.get("one") is None


def test_what_was_not_used_for_longest_is_thrown_away(tmp_path):
    store = Store(tmp_path / "store", most=400)
    for age, name in enumerate(("one", "two", "three", "four")):
        store.put(name, b"x" * 100)
        os.utime(tmp_path / "store" / name, ns=(age, age))
    store.get("one")
    store.trim()
    assert sorted(path.name for path in (tmp_path / "store").iterdir()) == ["four", "one"]


def test_what_is_not_too_much_is_kept(tmp_path):
    store = Store(tmp_path / "store", most=400)
    for name in ("one", "two", "three"):
        store.put(name, b"x" * 100)
    store.trim()
    assert len(list((tmp_path / "store").iterdir())) == 3


def test_pieces_are_told_apart():
    assert digest(b"ab", b"c") != digest(b"a", b"bc") != digest(b"abc")
