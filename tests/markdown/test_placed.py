"""Placed words are those of the passages, and each character is where it says."""

import html

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from studyguide import markdown
from studyguide.markdown import HIDDEN, quotes

SIGNS = [
    *("a", "b ", "\n", "\n\n", "  \n", " \n", '"', "'", "*", "**", "_", "`", "[", "]", "](#x)", '](a "t")', "![", "^["),
    *("[^1]", "\n\n[^1]: ", "[@key, p. 1]", "{lang=fr}", "https://a.org/x", "<", ">", "# ", " #", "- ", "1. ", "> "),
    *("| ", " | ", "\n| a | b |\n|---|---|\n| c\\|d | e |\n", "\\", '\\"', "&quot;", "&amp;", "--", "...", "Table: "),
    *("\t", "漢", "é", "    ", "{verse from=3}\n"),
]
TEXTS = st.lists(st.sampled_from(SIGNS), max_size=16).map("".join).filter(str.strip).map(str.strip)


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(["inline", "prose"]))
@example('| a | "b" |\n| - | - |\n| "x\\|y" | *"b"* |', "prose")
@example('## "A" ##\n\n> - "b"\n>   "c"', "prose")
@example('a^[b "c" ^[d "e"]] [f "g"](#h "i") "j"', "inline")
def test_words_are_those_of_passages_and_are_where_they_say(text, markup):
    passages = markdown.passages(text, block=markup == "prose")
    placed = markdown.placed(text, markup)
    assert [each.words for each in placed] == [each.words for each in passages]
    for passage in placed:
        assert len(passage.spans) == len(passage.words) == len(passage.context)
        for sign, span in zip(passage.words, passage.spans, strict=True):
            written = text[slice(*span)] if span else None
            assert written is None or sign in {written, written[-1:], html.unescape(written), HIDDEN} or sign == " "


@pytest.mark.parametrize("text", ['A "b" c', "A\n> *b* [c](#d)\n\n1. `e` f[^1]\n\n[^1]: g", "| a |\n|---|\n| b |"])
def test_every_visible_character_of_plain_markup_has_its_place(text):
    for passage in markdown.placed(text, "prose"):
        for sign, span in zip(passage.words, passage.spans, strict=True):
            assert (span is None) == (sign == HIDDEN)


@pytest.mark.parametrize(
    ("text", "other", "is_same"),
    [
        ('"a" *b*', "“a” *b*", True),
        ("a *b*", "a *c*", True),
        ("a *b*", "a **b**", False),
        ("[a](#b)", "[a](#c)", False),
        ('[a](#b "c")', "[a](#b “c”)", False),
        ("`a`", "`b`", False),
        ("a\nb", "a b", False),
        ("[@a]", "[@b]", False),
        ("^[a *b*]", "^[a b]", False),
        ("[a]: https://b.org\n\n[a]", "[a]: https://c.org\n\n[a]", False),
        ("- a", "a", False),
    ],
)
def test_a_structure_is_everything_but_the_words(text, other, is_same):
    assert (markdown.structure(text, "prose") == markdown.structure(other, "prose")) is is_same


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("\"a 'b' c\"", "<a (b) c>"),
        ("it's", "it’s"),
        ("the girls' \"school", 'the girls’ "school'),
        ('5" "', '5" "'),
        ('\n"a"\n', "\n<a>\n"),
    ],
)
def test_straight_marks_are_read(text, read):
    found = quotes.paired(text)
    assert found.translate(dict(zip(map(ord, quotes.MARKS), "<>()", strict=True))) == read


def test_a_text_with_very_many_marks_is_left_alone():
    text = '"a" ' * quotes.MOST_MARKS
    assert quotes.paired(text) == text
