"""Signs between texts: each language has its own comma, semicolon, full stop, brackets and dash."""

import pytest

from studyguide.languages import punctuation
from studyguide.languages.labels import Labels


@pytest.mark.parametrize(
    ("language", "signs"),
    [
        ("ar-EG", "،؛"),
        ("fa", "،؛"),
        ("ur-PK", "،؛"),
        ("he", ",;"),
        ("en", ",;"),
        ("arn", ",;"),
        ("ja-JP", "、；"),
        ("zh-TW", "、；"),
        ("hi", ",;"),
    ],
)
def test_items_have_the_comma_and_the_semicolon_of_the_language_between_them(language, signs):
    found = Labels.of(language).signs
    assert "".join((found["comma"], found["semicolon"])).replace(" ", "") == signs


@pytest.mark.parametrize(("language", "between"), [("en", "; "), ("fr-CA", "\u202f; "), ("el", "· "), ("de", "; ")])
def test_a_semicolon_is_set_as_the_language_sets_it(language, between):
    assert punctuation.of(language).semicolon == between


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "One. Two (x, 3–4)."),
        ("hi-IN", "One। Two (x, 3–4)।"),
        ("ur", "One۔ Two (x، 3–4)۔"),
        ("ja", "One。Two （x、3～4）。"),
        ("zh-Hant", "One。Two （x，3～4）。"),
    ],
)
def test_signs_of_a_language_make_a_text(language, said):
    found = punctuation.of(language)
    two = f"Two {found.bracketed(f'x{found.pause}3{found.dash}4')}"
    assert found.sentences([f"One{found.stop}", "", f" {two}{found.stop}"]) + found.stop == said


def test_a_text_whose_language_is_unknown_has_the_signs_of_its_script():
    assert punctuation.by_script("Rashomon 羅生門").stop == "。"
    assert punctuation.by_script("पिंजर").stop == "।"
    assert punctuation.by_script("Emma").stop == "."


@pytest.mark.parametrize(("language", "comma"), [("ja", ", "), ("zh-TW", ", "), ("ar", "، "), ("de", ", ")])
def test_figures_in_square_brackets_have_narrow_signs_in_chinese_and_japanese(language, comma):
    assert punctuation.among_figures(language)[0] == comma
