"""Names joined in a sentence: the conjunction is the one that the language has before the last name."""

import pytest

from studyguide.languages import prefixes
from studyguide.languages.labels import Labels
from studyguide.languages.lists import counted, together
from studyguide.languages.tables import shipped

WELSH = {
    "a": ("ffilm", "Haf", "2", "10", "12", "100", "1,000", "1984", "dau"),
    "ac": ("ysgol", "Wythnos", "ŵyn", "Âbl", "“Yr Hobyd”", "1", "1.5", "8", "81", "800", "11", "16", "11,000", "1 mis"),
}
SPANISH = {
    "y": ("novela", "hielo", "Iago", "hiato", "II", "Yago", "8", "él"),
    "e": ("hijos", "Ícaro", "Inés", "historia", "«Imán»", "Yves", "¿Ir?"),
}


@pytest.mark.parametrize(("word", "name"), [(word, name) for word, names in WELSH.items() for name in names])
def test_welsh_has_ac_before_a_vowel(word, name):
    assert together(["Nofel", name], "cy") == f"Nofel {word} {name}"
    assert together(["Nofel", "drama", name], "cy") == f"Nofel, drama, {word} {name}"


@pytest.mark.parametrize("language", ["es", "es-MX"])
@pytest.mark.parametrize(("word", "name"), [(word, name) for word, names in SPANISH.items() for name in names])
def test_spanish_has_e_before_the_sound_of_i(word, name, language):
    assert together(["padres", name], language) == f"padres {word} {name}"
    assert together(["padres", "tíos", name], language) == f"padres, tíos {word} {name}"


def test_persian_has_no_comma_before_the_conjunction():
    assert together(["رمان", "فیلم"], "fa") == "رمان و فیلم"
    assert together(["رمان", "فیلم", "شعر"], "fa-IR").replace("\u200f", "") == "رمان، فیلم و شعر"


HEBREW = {"ו־": ("Hamlet", "1984", "*Emma*", "<b>Sam</b>"), "ו": ("מקבת", "״מקבת״", "<b>רות</b>")}


@pytest.mark.parametrize(("word", "name"), [(word, name) for word, names in HEBREW.items() for name in names])
def test_hebrew_has_a_maqaf_between_a_prefix_and_other_letters(word, name):
    assert together(["רות", name], "he-IL") == f"רות {word}{name}"
    assert Labels.of("he").say("people.pair", one="רות", other=name) == f"רות {word}{name}"
    assert prefixes.joined("שלום", name, "he") == "שלום"
    assert prefixes.joined("ו", name, "en") == "ו"


@pytest.mark.parametrize("language", shipped())
def test_no_list_offers_two_forms_of_a_conjunction(language):
    assert not set("()/") & set(together(["Alba", "Ida", "Omar"], language))


def test_a_list_of_one_or_none_has_no_conjunction():
    assert (together(["ysgol"], "cy"), together([], "es")) == ("ysgol", "")


def test_japanese_has_to_between_two_names_and_a_comma_between_counts():
    assert together(["小説", "映画"], "ja-JP") == "小説と映画"
    assert together(["小説", "映画", "戯曲"], "ja") == "小説、映画、戯曲"
    assert counted(["維持1", "追加2"], "ja") == "維持1、追加2"
    assert counted(["2 scenes", "3 people"], "en") == together(["2 scenes", "3 people"], "en")
