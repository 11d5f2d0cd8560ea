"""Where words begin and end in scripts with vowel signs, and in scripts without spaces."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.languages.labels import Labels
from studyguide.render.short_texts import first_letter
from studyguide.support import line_ends, word_edges


@pytest.mark.parametrize(
    ("word", "text", "places"),
    [
        ("Kathy", "Kathy’s Kathy-Ann XKathy Kathy", [0, 25]),
        ("cafe", "cafe\u0301 cafe", [6]),
        ("कल", "कला कल काल सकल", [4]),
        ("門", "羅生門の門の下", [4]),
        ("下人", "下人が来た。老下人", [0]),
        ("多襄丸", "盗賊多襄丸作", [2]),
        ("カード", "カードとスコアカードとカードゲーム", [0]),
        ("あらすじ", "このあらすじは", [2]),
    ],
)
def test_a_word_is_found_where_it_is_not_a_part_of_another(word, text, places):
    pattern = re.compile(f"{word_edges.before(word)}{re.escape(word)}{word_edges.after(word)}")
    assert [found.start() for found in pattern.finditer(text)] == places


PIECES = ("lamp", "post", "C", "++", "-", " ", "é", "e\u0301", "門", "羅生", "カ", "あら", "《", "कल", "ा", "แม", ".")
SPELT = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join)


@given(st.lists(SPELT, max_size=8), st.lists(SPELT, max_size=8).map("".join))
def test_words_that_share_their_edges_are_found_as_each_alone_would_be_in_their_order(words, text):
    alone = (f"{word_edges.before(word)}{re.escape(word)}{word_edges.after(word)}" for word in words)
    simple = re.compile("|".join(alone) or "(?!)")
    assert [found.span() for found in re.finditer(word_edges.whole(words) or "(?!)", text)] == [
        found.span() for found in simple.finditer(text)
    ]


def test_many_words_of_one_script_have_one_edge():
    pattern = word_edges.whole(f"word{number}" for number in range(200))
    assert len(pattern) < 200 * len("word100|") + len(word_edges.after("word")) + 100


@pytest.mark.parametrize(
    ("word", "letter"), [("loom", "l"), ("門", ""), ("下人", "下"), ("ॐ", ""), ("कल", "क"), ("I", "")]
)
def test_a_hint_is_not_the_whole_word(word, letter):
    assert first_letter(word, Labels.of("en")) == letter


@pytest.mark.parametrize(
    ("language", "word", "letter"),
    [("en", "the loom", "l"), ("fr", "l’or", "o"), ("ar", "الخوف", "خ"), ("ar", "أمل", "أ"), ("he", "הבית", "ה")],
)
def test_a_hint_is_not_an_article(language, word, letter):
    assert first_letter(word, Labels.of(language)) == letter


@pytest.mark.parametrize(
    ("text", "number"), [("abc", 3), ("羅生門", 6), ("é", 1), ("e\u0301", 1), ("（a）", 5), ("हिंदी", 4)]
)
def test_wide_letters_count_as_two(text, number):
    assert line_ends.columns(text) == number
