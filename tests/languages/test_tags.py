"""Tags of languages: those that a voice may know are taken, and others refused at their place, with what is meant."""

import pytest

from studyguide.build.checked_guide import review
from studyguide.languages.tables import shipped
from studyguide.languages.tags import fault
from studyguide.support import paths
from tests.mutations import copied

SOUND = (
    *("fr", "grc", "pt-BR", "es-419", "zh-Hant-TW", "sr-Latn", "zh-yue", "de-1996", "sl-rozaj-biske", "en-x-mine"),
    *("de-DE-u-co-phonebk", "nci", "cmn", "no", "EN-gb"),
)
WRONG = {
    "en-UK": "en-GB",
    "gr": "el",
    "jp-JP": "ja-JP",
    "iw-IL": "he-IL",
    "eng": "en",
    "xx": "",
    "english": "",
    "en-Lat": "",
    "en-Abcd": "",
    "de-XQ": "",
    "es-999": "",
    "en_GB": "",
    "": "",
}


@pytest.mark.parametrize("tag", [*SOUND, *shipped()])
def test_a_tag_of_a_language_is_taken(tag):
    assert fault(tag) is None


@pytest.mark.parametrize(("tag", "meant"), WRONG.items())
def test_another_is_refused_with_what_is_meant(tag, meant):
    said = fault(tag)
    assert said.startswith(f"'{tag}' is not the tag of a language. Write ")
    assert said.endswith(f" {meant}" if meant else " one such as fr, pt-BR or grc")
    if meant:
        assert fault(meant) is None


QUOTED = "words: It was on a dreary night of November"
PLACES = {
    "the guide": ("guide.yaml", "language: en-GB", "language: en-UK", "7:11"),
    "a quotation": ("chapters/quotations.yaml", QUOTED, f"{QUOTED}\n    lang: en-UK", "8:11"),
    "words in a text": ("chapters/quotations.yaml", "*Paradise Lost*", "[*Paradise Lost*]{lang=en-UK}", "20:55"),
    "words behind a link": ("chapters/faq.yaml", "](#", "](#theme-care){lang=en-UK} and [more](#", ""),
}


@pytest.mark.parametrize("where", PLACES)
def test_check_names_the_place_of_a_wrong_tag(where, tmp_path):
    file, old, new, place = PLACES[where]
    folder = copied(paths.specimen_folder(), tmp_path / "guide")
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    (problem,) = review(folder).problems
    assert problem.message == "'en-UK' is not the tag of a language. Write en-GB."
    assert f"{problem.file}:{problem.line}:{problem.column}".startswith(f"{file}:{place}")
