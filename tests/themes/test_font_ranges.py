"""In Chinese and Japanese, quotation marks, dashes and dots are set in the font of the language."""

import re

import pytest

from studyguide.themes import font_ranges, fonts
from studyguide.themes.fonts import Font, families

LATIN = fonts.faces(fonts.find("Literata"))[0]


def han(name):
    """A face under the name of a family with Chinese characters; its file is that of another."""
    family = next(each for each in families.LAST if each.name == name)
    return Font(family.css, LATIN.weight, LATIN.style, LATIN.path)


def points(descriptor):
    """The code points of a descriptor."""
    ranges = re.findall(r"U\+([0-9A-F]+)-([0-9A-F]+)", descriptor)
    return {point for first, last in ranges for point in range(int(first, 16), int(last, 16) + 1)}


@pytest.mark.parametrize(
    ("language", "name"), [("zh-Hans", "Noto Sans SC"), ("zh-TW", "Noto Sans TC"), ("ja", "Noto Sans JP")]
)
def test_a_latin_face_leaves_shared_signs_to_the_font_of_the_language(language, name):
    faces = LATIN, han(name)
    found = points(font_ranges.limit(LATIN, faces, language))
    assert found == fonts.signs(LATIN.path) - font_ranges.SIGNS
    assert {ord(sign) for sign in "A’é–"} < found
    assert not found & {ord(sign) for sign in "“”…—"}
    assert font_ranges.limit(faces[1], faces, language) == ""


@pytest.mark.parametrize(
    ("language", "name"), [("en-GB", "Noto Sans SC"), ("ko", "Noto Sans KR"), ("zh", "Noto Sans JP")]
)
def test_a_face_keeps_them_in_other_languages_and_without_that_font(language, name):
    assert font_ranges.limit(LATIN, (LATIN, han(name)), language) == ""
