"""Passages from left to right in a language from right to left: each has its direction, and no letter changes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.publication import directions
from studyguide.support import xhtml

MARKED = {
    "<p>הסרט <em>Who’s Afraid?</em> מצליח.</p>": '<p>הסרט <em dir="ltr">Who’s Afraid?</em> מצליח.</p>',
    "<p>של Amy <b>Kronish</b>, Praeger, 1996. סוף</p>": (
        '<p>של <span dir="ltr">Amy <b>Kronish</b>, Praeger, 1996</span>. סוף</p>'
    ),
    "<li>Kronish, Amy. <cite>A Film</cite>. 1996.</li>": (
        '<li><span dir="ltr">Kronish, Amy. <cite>A Film</cite>. 1996.</span></li>'
    ),
    "<p><em>A</em>, <em>B</em> וגם <em>ג</em></p>": (
        '<p><em dir="ltr">A</em>, <em dir="ltr">B</em> וגם <em>ג</em></p>'
    ),
    "<p><em>A</em> <b>B</b> ו<a>C</a></p>": '<p><span dir="ltr"><em>A</em> <b>B</b></span> ו<a dir="ltr">C</a></p>',
    "<p>ראו <em>את <a>A B!</a> שם</em></p>": '<p>ראו <em>את <a dir="ltr">A B!</a> שם</em></p>',
    '<p>מילה <span lang="en">one, two.</span></p>': '<p>מילה <span lang="en" dir="ltr">one, two.</span></p>',
    '<blockquote lang="en"><p>A <b>B</b>.</p></blockquote>': (
        '<blockquote lang="en" dir="ltr"><p>A <b>B</b>.</p></blockquote>'
    ),
    "<p>הערה<span class='note'>See <i>A</i>.</span> כאן</p>": (
        '<p>הערה<span class="note"><span dir="ltr">See <i>A</i>.</span></span> כאן</p>'
    ),
}
"""Fragments of a Hebrew guide, and what they become."""
ALIKE = [
    "<p>רק <em>עברית</em>, 1968.</p>",
    "<p>הסרט My Michael (1974) נקרא</p>",
    "<p><b>12</b> / <b>3</b></p>",
    '<p><svg xmlns="http://www.w3.org/2000/svg"><text>A <tspan>B</tspan></text></svg></p>',
    '<p><span lang="ar" dir="rtl">كلمة</span></p>',
]
"""Fragments that stay as they are: letters in a text alone are put in order by every program."""


def marked(body, language="he-IL"):
    root = xhtml.parse(body)
    directions.mark(root, language)
    return xhtml.serialise(root)


@pytest.mark.parametrize(("body", "expected"), MARKED.items())
def test_passages_have_their_direction(body, expected):
    assert marked(body) == expected
    assert marked(expected) == expected


@pytest.mark.parametrize("body", ALIKE)
def test_nothing_is_marked_without_need(body):
    assert marked(body) == body


@pytest.mark.parametrize("body", [*MARKED, *ALIKE])
@pytest.mark.parametrize("language", ["en-GB", "az-Latn", "ru"])
def test_a_guide_from_left_to_right_stays_as_it_is(body, language):
    assert marked(body, language) == xhtml.serialise(xhtml.parse(body))


PIECES = st.lists(st.sampled_from(["A", "b!", "א", "ב?", " ", "12", ", ", "<em>", "</em>", "<br/>"]), max_size=14)


@given(PIECES)
def test_no_letter_changes_and_every_passage_with_an_element_is_marked(pieces):
    body, depth = "", 0
    for piece in pieces:
        if piece == "</em>" and not depth:
            continue
        depth += {"<em>": 1, "</em>": -1}.get(piece, 0)
        body += piece
    body = f"<p>{body}{'</em>' * depth}</p>"
    made = marked(body)
    assert "".join(xhtml.parse(made).itertext()) == "".join(xhtml.parse(body).itertext())
    assert re.sub(r' dir="ltr"|<span dir="ltr">|</span>', "", made) == xhtml.serialise(xhtml.parse(body))
    for element in xhtml.parse(made).iter("em"):
        if directions.of("".join(element.itertext())) == "ltr":
            assert any(each.get("dir") == "ltr" for each in (element, *element.iterancestors(), *element))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("הסרט My Michael, 1974. סוף", ["My Michael, 1974"]),
        ("Who’s Afraid?", ["Who’s Afraid?"]),
        ("שלום 1968", []),
        ("12–14", []),
        ("A ב C", ["A", "C"]),
    ],
)
def test_passages_of_a_text(text, found):
    assert [text[start:end] for start, end in directions.passages(text)] == found
