"""Widths of letters are never smaller than those of the labels' font."""

import string

import fontpkg
import pytest
from fontTools.ttLib import TTFont

from studyguide.pictures import letters

CHARACTERS = string.ascii_letters + string.digits + string.punctuation + " ’‘“”–—·éèüöäñçÉ"


@pytest.mark.parametrize("weight", [400, 700])
def test_no_character_is_wider_in_the_font(weight):
    font = TTFont(fontpkg.path("Atkinson Hyperlegible", weight=weight))
    names, metrics, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    for character in CHARACTERS:
        real = metrics[names[ord(character)]][0] / em
        assert real <= letters.width(character, 1, bold=weight == 700) < real + 0.4, character


def test_lines_are_broken_where_they_would_be_too_wide():
    lines = letters.wrapped("The woman in the travel agency", 80, 12, bold=True)
    assert " ".join(lines) == "The woman in the travel agency"
    assert len(lines) > 1
    assert letters.widest(lines, 12, bold=True) <= 80
    assert letters.wrapped("Unbreakable", 10, 12) == ("Unbreakable",)
