"""Widths of letters are never smaller than those of the labels' font."""

import string
import unicodedata

import fontpkg
import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

from studyguide.render.diagrams import text_width
from studyguide.themes import fonts, theme

CHARACTERS = string.ascii_letters + string.digits + string.punctuation + " ’‘“”–—·éèüöäñçÉ"


@pytest.mark.parametrize("weight", [400, 700])
def test_no_character_is_wider_in_the_font(weight):
    font = TTFont(fontpkg.path("Atkinson Hyperlegible", weight=weight))
    names, metrics, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    for character in CHARACTERS:
        real = metrics[names[ord(character)]][0] / em
        assert real <= text_width.width(character, 1, bold=weight == 700) < real + 0.4, character


OTHERS = "".join(map(chr, (*range(0x391, 0x3CA), *range(0x410, 0x450)))) + "ŁŒœÆæẞịễǝŋїє→⇒↔☐✓★♪♭№½⅓≤■"


@pytest.mark.parametrize("weight", [400, 700])
def test_no_character_is_wider_in_the_fallbacks(weight):
    look = theme.look("pdf")
    for character in OTHERS:
        if unicodedata.category(character) == "Cn":
            continue
        family = fonts.covering(look.chain("label"), look.signs, character)
        faces = [font for font in look.fonts if (font.family, font.style) == (family, "normal")]
        nearest = min(faces, key=lambda font: abs(font.weight - weight))
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(nearest.path)))
        shapes = uharfbuzz.Font(face)
        if face.axis_infos:
            shapes.set_variations({"wght": weight})
        real = shapes.get_glyph_h_advance(shapes.get_nominal_glyph(ord(character))) / face.upem
        assert real <= text_width.width(character, 1, bold=weight == 700), character


def test_marks_take_no_room():
    assert text_width.width("\u1ecd\u0301", 12) == text_width.width("\u1ecd", 12)


def test_lines_are_broken_where_they_would_be_too_wide():
    lines = text_width.wrapped("The woman in the travel agency", 80, 12, bold=True)
    assert " ".join(lines) == "The woman in the travel agency"
    assert len(lines) > 1
    assert text_width.widest(lines, 12, bold=True) <= 80
    assert text_width.wrapped("Unbreakable", 10, 12) == ("Unbreakable",)
