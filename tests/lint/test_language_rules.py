"""Remarks follow the language of a guide: its quotation marks, its words, and what is only judged in English."""

import shutil
from pathlib import Path

import pytest

from studyguide.build.checked_guide import review
from studyguide.languages import conventions
from studyguide.languages.tables import table

BASE = Path(__file__).parent / "problems/base"
CODES = ("SG101", "SG104", "SG105", "SG108")


@pytest.fixture
def remarks(tmp_path):
    """A function from a language and a text to the remarks of these rules."""

    def of(language, text, more=""):
        folder = Path(shutil.copytree(BASE, tmp_path / "guide"))
        info = (folder / "guide.yaml").read_text("utf-8").replace("language: en", f"language: {language}")
        (folder / "guide.yaml").write_text(info + more, "utf-8")
        (folder / "chapters/text.md").write_text(f"---\nkind: prose\ntitle: Text\n---\n{text} [@known]\n", "utf-8")
        return [remark.message for remark in review(folder).remarks if remark.code in CODES]

    return of


@pytest.mark.parametrize(
    ("language", "advice"),
    [
        ("en-GB", "“ ”, ‘ ’ or ’"),
        ("de-AT", "„ “, ‚ ‘ or ’"),
        ("fr-FR", "« » (with no-break spaces inside), “ ” or ’"),
        ("br", "the quotation marks of this language, or ’"),
    ],
)
def test_a_straight_sign_is_replaced_by_the_marks_of_the_language(remarks, language, advice):
    assert remarks(language, 'So "x') == [f'For the straight sign in "x write {advice}.']


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en-GB", "“yes”, ‘no’"), ("de", "„ja“, ‚nein‘, »ja«, ›nein‹, «ja»"), ("br", "“ie”, „ie“, «ie»")),
        *(
            ("fr", "« oui », «\u202foui\u202f», «\u00a0oui\u00a0», “non”\u202f! non ? non\u00a0: non ;"),
            ("de", "Rock ’n’ Roll"),
        ),
        ("de", "Er sagt [“yes”]{lang=en}."),
        *(("ar", "قال «نعم»؛ ثم قال: «هل “لا” جواب؟» نعم، نعم."), ("fa", "گفت «بله»؛ سپس رفت؟")),
    ],
)
def test_marks_of_a_language_and_its_spaces_are_right(remarks, language, text):
    assert remarks(language, text) == []


@pytest.mark.parametrize("sign", "،؛؟۔")
def test_a_space_before_an_arabic_sign_is_too_much(remarks, sign):
    assert remarks("ar", f"نعم {sign} نعم") == [f"There is a space before '{sign}'. Take it out."]


def test_language_marks_are_wrong_where_a_language_has_others(remarks):
    assert remarks("de", "Er sagt “ja”.") == ["The quotation marks of “ja” are English. Write „ja“."]


def test_own_quotation_marks_are_right(remarks):
    own = "words: {language.quotation-marks: “ ” ‘ ’}\n"
    assert remarks("de", 'Er sagt “ja” und "nein', own) == ['For the straight sign in "nein write “ ”, ‘ ’ or ’.']


@pytest.mark.parametrize("key", [key for key in table() if key.startswith("language.")])
@pytest.mark.parametrize("wrong", ["x", "“ ”", "“  ” ‘ ’", "( [", "a a", "“ ” ‘ ’ «"])
def test_own_conventions_with_a_fault_are_a_problem_at_most(tmp_path, key, wrong):
    folder = Path(shutil.copytree(BASE, tmp_path / "guide"))
    with (folder / "guide.yaml").open("a", encoding="utf-8") as info:
        info.write(f"words: {{{key}: '{wrong}'}}\n")
    (folder / "chapters/text.md").write_text('---\nkind: prose\ntitle: Text\n---\nSo "x y", “z”.\n', "utf-8")
    found = review(folder)
    assert bool(found.problems) == bool([*conventions.faults(key, wrong)])


@pytest.mark.parametrize(
    ("language", "text", "twice"),
    [
        *(("fr", "nous nous taisons", 0), ("fr", "le le chat", 1), ("de", "die, die die Angst kennen", 0)),
        *(("tr", "yavaş yavaş", 0), ("en", "had had", 0), ("en", "nous nous", 1)),
    ],
)
def test_words_that_are_right_twice_depend_on_the_language(remarks, language, text, twice):
    assert len(remarks(language, text)) == twice


def test_a_reading_age_is_not_ignored_in_silence(remarks):
    (said,) = remarks("de", "Kurz.", "reading_age: [9, 13]\n")
    assert said == "The reading age of a guide in 'de' is not judged, only of English ones. Take this out."
