"""Titles in another language, told apart in entries and citations of every style."""

import re

import pytest

from tests.set_citations import body, entries

FRENCH = {
    "id": "fr",
    "type": "article-journal",
    "title": "L'Étranger & moi",
    "container-title": "Revue des Deux Mondes",
    "language": "fr-FR",
    "volume": "2",
}


def told(text):
    return re.findall(r'<span lang="([^"]*)">(.*?)</span>', text)


@pytest.mark.parametrize("style", ["mla", "apa", "chicago", "harvard", "ieee", "nature"])
@pytest.mark.parametrize("language", ["de", "en-GB"])
def test_the_titles_of_an_entry_have_the_language_of_the_source(style, language):
    found = {words.casefold(): tag for tag, words in told(entries([FRENCH], style, language)["fr"])}
    titles = {"l’étranger &amp; moi", "revue des deux mondes"} if style != "nature" else {"revue des deux mondes"}
    assert {*found} >= titles
    assert {*found.values()} == {"fr-FR"}


def test_a_citation_by_its_title_has_the_language_too():
    assert told(body([FRENCH], "mla", [(("fr", "p. 2"),)], "de"))[0][0] == "fr-FR"


@pytest.mark.parametrize("language", ["fr", "French", "", '"><script>'])
def test_titles_in_the_language_of_the_guide_or_in_none_that_is_named_stay_as_they_are(language):
    assert told(entries([{**FRENCH, "language": language}], "mla", "fr-CA")["fr"]) == []


def test_a_title_inside_a_longer_one_is_told_once():
    source = {"id": "x", "type": "chapter", "title": "Faust", "container-title": "Faust und Faust", "language": "de"}
    assert told(entries([source], "mla")["x"]) == [("de", "Faust"), ("de", "Faust und Faust")]
