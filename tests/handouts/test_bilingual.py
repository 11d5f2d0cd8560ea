"""Words in the languages of a class: in the glossary, on a sheet for each language, and on cards."""

import pytest
from pydantic import ValidationError

from studyguide import handouts
from studyguide.exports import edition
from studyguide.guide.chapters import KINDS
from studyguide.handouts.sheet import Tier
from studyguide.languages import locales
from studyguide.support import xhtml
from tests.handouts.test_handout_levels import FULL, GLOSSARY, SAFE, body, guide

PUPILS = (Tier.SUPPORT, Tier.CORE, Tier.EXTENSION)
LAMP = {"id": "lamp", "term": "Lamp", "definition": "It glows."}
DOOR = {"id": "door", "term": "Door", "definition": "It shuts.", "spoiler": "ending"}
WORDS = (
    {**LAMP, "translations": [{"lang": "pl", "word": "l *&* ampa"}, {"lang": "ar", "word": "مصباح"}]},
    {**DOOR, "translations": [{"lang": "pl", "word": "drzwi"}]},
    {"id": "wall", "term": "Wall", "definition": "It stands."},
)


def glossary(*terms):
    return {**GLOSSARY, "terms": list(terms or WORDS)}


def whole(*terms):
    return guide(glossary(*terms))


def languages(root):
    """The languages of elements that have their own, with their direction and their words."""
    return [(e.get("lang"), e.get("dir"), xhtml.text(e)) for e in root.iter() if e.get("lang")]


def test_there_is_a_sheet_for_each_language_and_none_without_translations():
    assert set(handouts.names(whole(), FULL, "worksheets")) == {"vocabulary", "words-ar", "words-pl"}
    assert set(handouts.names(whole(LAMP), FULL, "worksheets")) == {"vocabulary"}


@pytest.mark.parametrize("tier", tuple(Tier))
def test_a_sheet_has_the_translated_words_in_their_language(tier):
    root = body("words-pl", tier, whole=whole())
    assert languages(root) == [("pl", None, "l & ampa"), ("pl", None, "drzwi")]
    assert languages(body("words-ar", tier, whole=whole())) == [("ar", "rtl", "مصباح")]
    assert "Polish" in xhtml.text(root)


def test_students_write_the_words_and_the_key_has_them():
    for tier in PUPILS:
        found = body("words-pl", tier, whole=whole())
        assert "Lamp" not in xhtml.text(found)
        assert len(list(xhtml.with_class(found, "blank"))) == len(WORDS) - 1 + 3  # and name, class and date
    said = xhtml.text(body("words-pl", Tier.KEY, whole=whole()))
    assert all(word in said for word in ("Lamp", "It glows.", "Door", "It shuts."))


def test_extension_asks_for_the_meaning_too():
    rooms = {tier: len(list(xhtml.with_class(body("words-pl", tier, whole=whole()), "room"))) for tier in PUPILS}
    assert rooms == {Tier.SUPPORT: 0, Tier.CORE: 0, Tier.EXTENSION: 2}
    assert "It glows." not in xhtml.text(body("words-pl", Tier.EXTENSION, whole=whole()))


def test_a_field_on_a_screen_has_a_name_of_its_own():
    found = body("words-pl", Tier.EXTENSION, whole=whole(), fillable=True)
    names = [field.get("name") for field in found.iter("input", "textarea")]
    assert len(names) == len(set(names))
    assert all(field.get("aria-label") for field in found.iter("input", "textarea"))


def test_a_word_that_an_edition_hides_is_not_on_its_sheet():
    assert [word for _, _, word in languages(body("words-pl", edition=SAFE, whole=whole()))] == ["l & ampa"]


def test_cards_have_the_word_in_each_language():
    back = edition.material(whole(), FULL).cards[0].back
    assert back.plain == "It glows. Polish: l & ampa; Arabic: مصباح"
    assert 'Polish: <span lang="pl">l <em>&amp;</em> ampa</span>' in back.html
    assert '<span lang="ar" dir="rtl">' in back.html


def test_printed_cards_have_it_too():
    assert ("pl", None, "drzwi") in languages(body("flashcards", whole=whole()))


@pytest.mark.parametrize(
    "wrong",
    [
        [{"lang": "pl", "word": "a"}, {"lang": "pl", "word": "b"}],
        [{"lang": "pt-BR", "word": "a"}, {"lang": "pt-br", "word": "b"}],
        [{"lang": "polish!", "word": "a"}],
        [{"lang": "pl", "word": ""}],
        [{"lang": "pl"}],
    ],
)
def test_a_translation_is_one_word_in_one_language(wrong):
    with pytest.raises(ValidationError):
        KINDS["glossary"].model_validate(glossary({**LAMP, "translations": wrong}))


@pytest.mark.parametrize(
    ("guide_language", "tag", "name"),
    [
        ("en-GB", "pl", "Polish"),
        ("de", "pl", "Polnisch"),
        ("fr-CA", "pt-BR", "Portugais (Brésil)"),
        ("en", "zz", "zz"),
        ("zz", "pl", "Polish"),
    ],
)
def test_languages_have_their_names_in_the_language_of_the_guide(guide_language, tag, name):
    assert locales.language_name(guide_language, tag) == name
