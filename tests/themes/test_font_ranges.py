"""Characters that a font has and leaves to another: shared signs in Chinese and Japanese, single Greek letters."""

import re

import pytest

from studyguide.formats.web import style as web_style
from studyguide.themes import font_ranges, fonts
from studyguide.themes.fonts import Font, families
from studyguide.themes.theme import look

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


LABEL, TEXT = (fonts.faces(fonts.find(name))[0] for name in ("Atkinson Hyperlegible", "Literata"))


def test_a_face_with_the_greek_letters_of_mathematics_alone_sets_none():
    assert {chr(point) for point in fonts.strays(LABEL.path)} == set("ΔΩμπ")
    assert not fonts.signs(LABEL.path) & fonts.strays(LABEL.path)
    assert points(font_ranges.limit(LABEL, (LABEL, TEXT), "el")) == fonts.signs(LABEL.path)
    assert {ord(sign) for sign in "Aé·µ"} < fonts.signs(LABEL.path)


def test_a_face_with_a_greek_alphabet_sets_greek():
    assert {ord(sign) for sign in "αμπω"} < fonts.signs(TEXT.path)
    assert fonts.strays(TEXT.path) == frozenset()


def test_web_pages_leave_these_letters_to_another_face():
    whole = look("web")
    found = web_style.faces(whole, "μπ")
    rules = [rule.partition("}")[0] for rule in web_style.sheet(whole, found).split("@font-face")]
    label = [rule for rule in rules if "src:" in rule and '"Atkinson Hyperlegible"' in rule]
    assert len(label) == 4
    assert all(font_ranges.limit(LABEL, (), "").strip() in rule for rule in label)
    assert [each.font.family for each in found if each.font.family.endswith("Fallback")] == ["Noto Sans Fallback"]
