"""What is kept is found again, or not at all: whole, under its own name, and not for ever."""

import os
from pathlib import Path

import pytest

from studyguide.support.cache import Cache, digest


@pytest.fixture
def store(tmp_path):
    return Cache(tmp_path / "store")


def file(tmp_path) -> Path:
    return tmp_path / "store/one.kept"


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
    file(tmp_path).with_name("two.kept").rename(file(tmp_path))
    assert store.get("one") is None


def test_a_folder_in_the_place_of_an_entry_counts_as_none(store, tmp_path):
    file(tmp_path).mkdir(parents=True)
    store.put("one", b"content")
    assert store.get("one") is None
    assert [path.name for path in file(tmp_path).parent.iterdir()] == ["one.kept"]


def test_where_nothing_can_be_kept_nothing_goes_wrong(tmp_path):
    (tmp_path / "file").touch()
    for store in (Cache(None), Cache(tmp_path / "file"), Cache(Path("/proc/nothing"))):
        store.put("one", b"content")
        store.trim()
        assert store.get("one") is None


def test_the_least_recently_used_entries_are_removed(tmp_path):
    store = Cache(tmp_path / "store", most=400)
    for age, name in enumerate(("one", "two", "three", "four")):
        store.put(name, b"x" * 100)
        os.utime(tmp_path / "store" / f"{name}.kept", ns=(age, age))
    store.get("one")
    store.trim()
    assert sorted(path.name for path in (tmp_path / "store").iterdir()) == ["four.kept", "one.kept"]


def test_what_others_keep_in_the_folder_is_left_alone(tmp_path):
    store = Cache(tmp_path / "store", most=50)
    for name in ("one", "two"):
        store.put(name, b"x" * 100)
    others = [tmp_path / "store" / name for name in ("thesis.odt", "one", "a b.kept", "folder.kept")]
    others[-1].mkdir()
    for other in others[:-1]:
        other.write_bytes(b"x" * 100)
    for file in (tmp_path / "store").iterdir():
        os.utime(file, ns=(1, 1))
    store.trim()
    assert sorted((tmp_path / "store").iterdir()) == sorted(others)


def test_half_written_entries_of_a_killed_build_are_removed_too(tmp_path):
    store = Cache(tmp_path / "store", most=100)
    store.put("one", b"x" * 10)
    half = tmp_path / "store/.two.kept.4711"
    half.write_bytes(b"x" * 100)
    os.utime(half, ns=(1, 1))
    store.trim()
    assert [path.name for path in (tmp_path / "store").iterdir()] == ["one.kept"]


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero"), os.mkdir])
def test_an_entry_that_is_not_a_file_counts_as_none_at_once(store, tmp_path, make):
    store.put("one", b"content")
    file(tmp_path).unlink()
    make(file(tmp_path))
    assert store.get("one") is None


def test_what_is_not_too_much_is_kept(tmp_path):
    store = Cache(tmp_path / "store", most=400)
    for name in ("one", "two", "three"):
        store.put(name, b"x" * 100)
    store.trim()
    assert len(list((tmp_path / "store").iterdir())) == 3


def test_pieces_are_told_apart():
    assert digest(b"ab", b"c") != digest(b"a", b"bc") != digest(b"abc")
