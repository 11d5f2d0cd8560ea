"""Where pages begin is found again by all that decides it, and believed only if it is whole."""

from dataclasses import replace

import pytest

from studyguide.build import page_cache
from studyguide.formats import LayoutOptions
from studyguide.publication import Asset, Break
from studyguide.support import cache_key
from studyguide.support.cache import Cache
from studyguide.themes import theme
from tests.build.test_page_map import publication

BREAKS = (Break("3", "a", 0), Break("4", "a", 17))
BOOK = publication(a="<section id='a'><p>Text</p></section>")


def test_what_was_kept_is_recalled(tmp_path):
    page_cache.keep(Cache(tmp_path), "one", BREAKS)
    assert page_cache.recall(Cache(tmp_path), "one") == BREAKS
    assert page_cache.recall(Cache(tmp_path), "two") is None


@pytest.mark.parametrize(
    "spoil", [lambda s: s[:-9], lambda s: s.replace(b"17", b"18"), lambda s: b"[]", lambda s: b"", lambda s: s[:32]]
)
def test_a_damaged_entry_is_none(tmp_path, spoil):
    page_cache.keep(Cache(tmp_path), "one", BREAKS)
    (file,) = tmp_path.iterdir()
    file.write_bytes(spoil(file.read_bytes()))
    assert page_cache.recall(Cache(tmp_path), "one") is None


def test_an_entry_under_another_name_is_none(tmp_path):
    page_cache.keep(Cache(tmp_path), "one", BREAKS)
    (file,) = tmp_path.iterdir()
    file.rename(file.with_name(file.name.replace("one", "two")))
    assert page_cache.recall(Cache(tmp_path), "two") is None


@pytest.mark.parametrize(
    ("options", "missing", "is_kept"),
    [
        ({"program": "x"}, None, True),
        ({"program": ""}, None, False),
        ({"program": "x"}, "pango_version", False),
        ({"program": "x", "cache": None}, None, False),
    ],
)
def test_nothing_is_kept_unless_all_is_known_that_it_depends_on(tmp_path, monkeypatch, options, missing, is_kept):
    versions = tuple("" if name == missing else "1" for name in cache_key.LIBRARIES)
    monkeypatch.setattr(cache_key, "libraries", lambda: versions)
    store = LayoutOptions(**({"cache": tmp_path / "kept"} | options)).store
    page_cache.keep(store, "one", BREAKS)
    assert (page_cache.recall(store, "one") == BREAKS) == is_kept
    assert (tmp_path / "kept").exists() == is_kept


def test_all_that_decides_where_pages_begin_is_in_the_key(tmp_path):
    picture = tmp_path / "a.png"
    picture.write_bytes(b"one")
    book, look = replace(BOOK, assets=(Asset("images/a.png", "image/png", picture),)), theme.look("pdf")
    keys = [
        page_cache.key(book, look, "1"),
        page_cache.key(publication(a="<section id='a'><p>Test</p></section>"), look, "1"),
        page_cache.key(BOOK, look, "1"),
        page_cache.key(replace(book, openings="right"), look, "1"),
        page_cache.key(book, theme.look("pdf", paper="letter"), "1"),
        page_cache.key(book, theme.look("pdf", theme="large-print"), "1"),
        page_cache.key(book, look, "2"),
    ]
    picture.write_bytes(b"two")
    assert len({*keys, page_cache.key(book, look, "1")}) == len(keys) + 1
    picture.write_bytes(b"one")
    assert page_cache.key(book, look, "1") == keys[0]
