"""Memos of where pages begin: found again by all that decides it, believed only if whole, and not kept for ever."""

from dataclasses import replace

import pytest

from studyguide.build import page_cache
from studyguide.publication import Asset, Break
from studyguide.themes import theme
from tests.build.test_page_map import publication

BREAKS = (Break("3", "a", 0), Break("4", "a", 17))
BOOK = publication(a="<section id='a'><p>Text</p></section>")


def test_what_was_kept_is_recalled(tmp_path):
    page_cache.keep(tmp_path, "one", BREAKS)
    assert page_cache.recall(tmp_path, "one") == BREAKS
    assert page_cache.recall(tmp_path, "two") is None


@pytest.mark.parametrize("spoil", [lambda s: s[:-9], lambda s: s.replace("17", "18"), lambda s: "[]", lambda s: "{}"])
def test_a_damaged_memo_is_none(tmp_path, spoil):
    page_cache.keep(tmp_path, "one", BREAKS)
    (file,) = (tmp_path / ".studyguide").iterdir()
    file.write_text(spoil(file.read_text()))
    assert page_cache.recall(tmp_path, "one") is None


def test_a_memo_under_another_name_is_none(tmp_path):
    page_cache.keep(tmp_path, "one", BREAKS)
    (file,) = (tmp_path / ".studyguide").iterdir()
    file.rename(file.with_name("pages-two.json"))
    assert page_cache.recall(tmp_path, "two") is None


def test_where_nothing_can_be_kept_nothing_is(tmp_path):
    (tmp_path / "file").touch()
    page_cache.keep(tmp_path / "file", "one", BREAKS)
    assert page_cache.recall(tmp_path / "file", "one") is None


def test_old_memos_go(tmp_path):
    for number in range(page_cache.KEPT + 5):
        page_cache.keep(tmp_path, str(number), BREAKS)
    assert len(list((tmp_path / ".studyguide").iterdir())) == page_cache.KEPT
    assert page_cache.recall(tmp_path, str(page_cache.KEPT + 4)) == BREAKS


def test_all_that_decides_where_pages_begin_is_in_the_key(tmp_path):
    picture = tmp_path / "a.png"
    picture.write_bytes(b"one")
    book, look = replace(BOOK, assets=(Asset("images/a.png", "image/png", picture),)), theme.look("pdf")
    keys = [
        page_cache.key(book, look),
        page_cache.key(publication(a="<section id='a'><p>Test</p></section>"), look),
        page_cache.key(BOOK, look),
        page_cache.key(replace(book, openings="right"), look),
        page_cache.key(book, theme.look("pdf", paper="letter")),
        page_cache.key(book, theme.look("pdf", theme="large-print")),
    ]
    picture.write_bytes(b"two")
    assert len({*keys, page_cache.key(book, look)}) == len(keys) + 1
    picture.write_bytes(b"one")
    assert page_cache.key(book, look) == keys[0]
