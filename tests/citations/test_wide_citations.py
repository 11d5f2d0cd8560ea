"""Citations and works cited in Chinese and Japanese: numbers inside what they count, and wide brackets."""

import re

import pytest

from studyguide.citations.wide_citations import bracketed, counted
from tests.set_citations import cites, plain

SOURCE = {
    "id": "x",
    "type": "chapter",
    "title": "甲",
    "container-title": "乙",
    "author": [{"family": "丙"}],
    "editor": [{"family": "丁"}],
    "translator": [{"family": "戊"}],
    "edition": "2",
    "volume": "3",
    "page": "12-15",
    "issued": {"date-parts": [[2003, 10, 5]]},
}
FILM = {"id": "y", "type": "motion_picture", "title": "己", "director": [{"family": "庚"}], "issued": {"raw": "1950"}}
SIMPLIFIED = set("编译导页场节图录发")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2番目 版, 阿蘭陀書房", "第2版, 阿蘭陀書房"),
        ("2 版", "第2版"),
        ("第2版, 改訂版", "第2版, 改訂版"),
        ("卷 4, 期\u00a02, 页 12～15.", "第4卷, 第2期, 第12～15页."),
        ("1950. 3 卷.", "1950. 3 卷."),
        ("<i>乙</i>, 巻 4", "<i>乙</i>, 第4巻"),
        ("監督： 黒澤", "監督：黒澤"),
        ("(芥川, 章 3)", "(芥川, 第3章)"),
    ],
)
def test_a_number_is_inside_what_it_counts(before, after):
    assert counted(before, "ja-JP") == after
    assert counted(before, "ko") == before


@pytest.mark.parametrize(
    ("before", "after"), [("(<a>芥川</a>; <a>B</a>)", "（<a>芥川</a>；<a>B</a>）"), ("[1; 2]", "[1; 2]")]
)
def test_a_citation_in_a_text_has_wide_brackets(before, after):
    assert bracketed(before, "zh") == after
    assert bracketed(before, "de") == before


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ja-JP", ["編集：丁", "翻訳：戊", "第2版", "第3巻", "監督：庚"]),
        ("zh-Hans", ["编：丁", "译：戊", "第2版", "第3卷", "第12～15页", "导演：庚"]),
        *((tag, ["編：丁", "譯：戊", "第2版", "第3卷", "第12", "導演：庚"]) for tag in ("zh-Hant", "zh-TW", "zh-HK")),
        ("hi", ["संपादन: ", "अनुवाद: ", "2 संस्करण", "खंड 3", "निर्देशन: "]),
    ],
)
@pytest.mark.parametrize("style", ["mla"])
def test_works_cited_have_no_words_of_another_language(language, words, style):
    said = " ".join(plain([SOURCE, FILM], style, language))
    assert [word for word in words if word not in said] == []
    assert not re.search("[A-Za-z]{3,}", said)


@pytest.mark.parametrize("style", ["mla", "apa", "chicago", "harvard"])
@pytest.mark.parametrize("language", ["zh-Hant", "zh-TW", "zh-HK"])
def test_works_cited_in_traditional_characters_have_no_simplified_ones(language, style):
    assert not SIMPLIFIED & {*" ".join(plain([SOURCE, FILM], style, language))}


def test_a_place_is_counted_in_a_citation():
    (said,) = cites([SOURCE], "mla", "@x, ch. 3", language="zh-Hans")
    assert said == "（丙, 第3章）"
