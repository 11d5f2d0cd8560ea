"""Widths are those of the fonts that set a label, and a little more."""

import string
import time
import unicodedata

import fontpkg
import pytest
from fontTools.ttLib import TTFont

from studyguide.render.diagrams import text_width
from studyguide.support.paths import templates_folder
from studyguide.themes import fonts, theme

CHARACTERS = string.ascii_letters + string.digits + string.punctuation + " ’‘“”–—…éèüöäñçÉ"

LONGEST = 2.0
"""Seconds of processor time for 20,000 words and a word of 10,000 letters, which take a tenth of that."""


@pytest.mark.parametrize("weight", [400, 700])
def test_each_letter_is_as_wide_as_in_the_font(weight):
    font = TTFont(fontpkg.path("Atkinson Hyperlegible", weight=weight))
    names, metrics, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    for character in CHARACTERS:
        real = metrics[names[ord(character)]][0] / em
        assert text_width.width(character, 12, bold=weight == 700) == pytest.approx(real * 12 * text_width.SPARE)


OTHERS = "".join(map(chr, (*range(0x391, 0x3CA), *range(0x410, 0x450)))) + "ŁŒœÆæẞịễǝŋїє→⇒↔☐✓★♪♭№½⅓≤■…‱ɯǆ⸻"


def test_each_sign_is_as_wide_as_in_the_font_that_has_it():
    look = theme.look("pdf")
    for character in OTHERS:
        if unicodedata.category(character) == "Cn":
            continue
        family = fonts.covering(look.chain("label"), look.signs, character)
        (path, *_) = [f.path for f in look.fonts if (f.family, f.weight, f.style) == (family, 400, "normal")]
        font = TTFont(path)
        real = font["hmtx"][font.getBestCmap()[ord(character)]][0] / font["head"].unitsPerEm
        assert text_width.width(character, 1) == pytest.approx(real * text_width.SPARE), character


def test_bold_letters_of_a_variable_fallback_are_wider():
    assert text_width.width("Ж", 12, bold=True) > text_width.width("Ж", 12)


def test_a_text_in_several_fonts_is_as_wide_as_its_parts():
    parts = ("Kathy ", "→", " Томми", " ", "☐")
    assert text_width.width("".join(parts), 12) == pytest.approx(sum(text_width.width(part, 12) for part in parts))


def test_letters_are_moved_together_as_on_the_page():
    assert text_width.width("AVAVAV", 12) < sum(text_width.width(letter, 12) for letter in "AVAVAV")


def test_a_sign_that_no_font_has_takes_room():
    assert text_width.width("\U0001f9ff", 12) == pytest.approx(12 * text_width.SPARE)
    assert text_width.width("", 12) == 0


def test_the_family_is_that_of_the_drawings():
    assert f'font-family="{text_width.LABELS},' in (templates_folder() / "diagrams/_frame.html.j2").read_text("utf-8")


def test_much_text_is_measured_in_linear_time():
    began = time.process_time()
    assert len(text_width.wrapped("some words " * 10_000, 80, 12)) > 1000
    assert len(text_width.wrapped("x" * 10_000, 80, 12)) > 500
    assert time.process_time() - began < LONGEST


def test_marks_take_no_room():
    assert text_width.width("\u1ecd\u0301", 12) == text_width.width("\u1ecd", 12)


def test_lines_are_broken_where_they_would_be_too_wide():
    lines = text_width.wrapped("The woman in the travel agency", 80, 12, bold=True)
    assert " ".join(lines) == "The woman in the travel agency"
    assert len(lines) > 1
    assert text_width.widest(lines, 12, bold=True) <= 80
    assert text_width.wrapped("Unbreakable", 10, 12) == ("Unbreakable",)


def test_a_long_word_is_not_broken_between_a_letter_and_its_mark():
    lines = text_width.wrapped("e\u0301" * 40, 60, 12)
    assert len(lines) > 1
    assert all(line[0] == "e" for line in lines)
