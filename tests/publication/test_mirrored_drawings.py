"""Drawings in a language from right to left: everything is on the other side, and words are still read."""

import pytest

from studyguide.publication.mirrored_drawings import mirrored
from studyguide.support import xhtml

BODY = (
    '<div><div class="figure"><svg xmlns="http://www.w3.org/2000/svg" class="picture-100" viewBox="0 0 100 40">'
    '<rect x="10" y="1" width="20" height="5"/><line x1="0" y1="1" x2="60" y2="2"/><path d="M10 1 L5.5 2 Z"/>'
    '<text x="2" y="9">מלה?</text><text x="30" y="9">Word</text><text x="50" y="9" text-anchor="middle">7</text>'
    "</svg></div>"
    '<p class="bar"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 161 10"><rect x="0" width="40"/></svg></p>'
    '<div class="film-frame"><svg xmlns="http://www.w3.org/2000/svg" class="picture-160" viewBox="-1 -1 162 92">'
    '<rect x="0" width="10"/></svg></div>'
    '<svg xmlns="http://www.w3.org/2000/svg" class="qr-code" viewBox="0 0 9 9"><rect x="0" width="3"/></svg></div>'
)
SVG = f"{{{xhtml.SVG}}}"


def found(body):
    root = xhtml.parse(body)
    numbers = ("x", "x1", "x2", "d", "text-anchor", "direction")
    return [
        (xhtml.name(each), *(each.get(name) for name in numbers if each.get(name)))
        for each in root.iter(f"{SVG}rect", f"{SVG}line", f"{SVG}path", f"{SVG}text")
    ]


def test_everything_is_on_the_other_side_and_words_are_not_mirrored():
    assert found(mirrored(BODY, "he-IL")) == [
        ("rect", "70"),
        ("line", "100", "40"),
        ("path", "M90 1 L94.5 2 Z"),
        ("text", "98", "rtl"),
        ("text", "70", "end"),
        ("text", "50", "middle"),
        ("rect", "121"),
        ("rect", "0"),
        ("rect", "0"),
    ]


def test_a_page_cannot_turn_the_words_of_a_drawing_again():
    ways = [svg.get("direction") for svg in xhtml.parse(mirrored(BODY, "fa")).iter(f"{SVG}svg")]
    assert ways == ["ltr", "ltr", None, None]


@pytest.mark.parametrize(
    ("words", "direction"), [("1، 2،", "rtl"), ("3 – 5", "rtl"), ("7", None), ("Word 3–5", None), ("מלה 3", "rtl")]
)
def test_the_first_of_several_numbers_is_on_the_right(words, direction):
    svg = f'class="picture-9" viewBox="0 0 9 9"><text x="2">{words}</text></svg>'
    body = f'<div><svg xmlns="http://www.w3.org/2000/svg" {svg}</div>'
    (text,) = xhtml.parse(mirrored(body, "ar")).iter(f"{SVG}text")
    assert text.get("direction") == direction


def test_a_guide_from_left_to_right_keeps_its_drawings():
    assert mirrored(BODY, "en-GB") == BODY
