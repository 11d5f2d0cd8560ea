"""Positions: a count of characters that paper and e-readers share."""

import pytest

from studyguide.publication import text_positions
from studyguide.support import xhtml

NOTED = (
    '<p>One <em>tw</em>o<span class="note">Not counted.</span> <span class="page-ref"/>'
    'th\N{SOFT HYPHEN}ree <img src="x"/></p>'
)


def test_white_space_notes_page_numbers_and_invisible_text_do_not_count():
    assert text_positions.text(xhtml.parse(NOTED)) == f"Onetwothree{text_positions.PICTURE}"


@pytest.mark.parametrize(("number", "place"), [(0, 1), (1, 2), (2, 4)])
def test_index_skips_uncounted_characters(number, place):
    assert text_positions.index(" ab c", number) == place


@pytest.mark.parametrize(
    ("body", "start"),
    [
        ("<p>a word</p>", "word"),
        ("<p>a w<em>or</em>d</p>", "word"),
        ("<ul><li>a</li><li>word</li></ul>", "word"),
        ("<p>well–word</p>", "word"),
        ("<p>a\N{NO-BREAK SPACE}word</p>", "word"),
    ],
)
def test_a_word_begins_behind_a_gap_a_dash_or_a_block(body, start):
    root = xhtml.parse(f"<div>{body}</div>")
    text = text_positions.text(root)
    assert text[text_positions.word_start(root, len(text) - 1) :] == start


def test_behind_the_last_word_no_word_begins():
    root = xhtml.parse("<p>a word</p>")
    assert text_positions.word_start(root, 5) == 5
    assert text_positions.word_start(root, 4) == 1
    assert text_positions.word_start(root, 0) == 0
