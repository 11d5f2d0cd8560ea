"""The signs of the Arabic script are everywhere: a guide whose texts have no commas has none of the Latin script."""

import re
from dataclasses import replace

import pytest
from lxml import html

from studyguide import handouts
from studyguide.build.checked_guide import sound
from studyguide.build.edition_publication import publish
from studyguide.editions.select import select
from studyguide.exports import folder
from studyguide.exports.edition import material
from studyguide.formats.docx import front
from studyguide.formats.docx.state import State
from studyguide.formats.pdf.layout.html import parts
from studyguide.handouts import handout_kinds
from studyguide.handouts.sheet import Tier
from studyguide.support import xhtml
from tests.languages.test_pseudo_language import seen
from tests.pseudo_language import SIGN, PseudoGuide

LATIN = re.compile(r"[,;?](?=\s|$)")
INVERTED = re.compile(rf"\d+, {SIGN}+")
"""A name in the index, whose family name is first: no name in Arabic letters is."""


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    folder = tmp_path_factory.mktemp("arabic")
    PseudoGuide(folder, own={}, language="ar")
    return sound(folder)


def wrong(texts):
    return sorted({text.strip() for text in texts if LATIN.search(text) and not INVERTED.fullmatch(text.strip())})


def test_pages_have_no_latin_commas(guide):
    made = publish(guide, guide.info.editions[0])
    names = {element.get("id") for each in made.sections for element in xhtml.parse(each.body).iter("*")}
    numbers = {name: 12 + 2 * (place % 3) for place, name in enumerate(sorted(filter(None, names)))}
    texts = [text for part in parts(made) for text in seen(html.fromstring(part.html(numbers, 1)))]
    assert "، " in texts  # between numbers of pages
    assert wrong(texts) == []


def test_sheets_have_no_latin_commas(guide):
    edition = guide.info.editions[0].model_copy(update={"chapters": ()})
    found = {}
    for module in handout_kinds.modules().values():
        for sheet in module.sheets(select(guide, edition), Tier.CORE):
            for tier in module.TIERS:
                made = handouts.publish(guide, edition, sheet.id, tier)
                if words := wrong(seen(xhtml.parse(made.sections[0].body))):
                    found[f"{sheet.id} ({tier})"] = words
    assert found == {}


def test_the_front_of_a_word_document_has_no_latin_commas(guide):
    made = publish(guide, guide.info.editions[0])
    made = replace(made, metadata=replace(made.metadata, authors=("طه", "سهير")))
    texts = ["".join(each.itertext()) for each in front.title(made, State(frozenset()))]
    assert "طه، سهير" in texts
    assert wrong(texts) == []


def test_cards_have_no_latin_stops(guide):
    made = material(guide, guide.info.editions[0])
    assert wrong(text.plain for card in made.cards for text in (card.front, card.back)) == []


def test_no_line_of_a_readme_begins_with_latin_letters(guide):
    made = material(guide, guide.info.editions[0])
    for group in ("quiz", "cards"):
        lines = folder.files(made, group)["README.txt"].decode().splitlines()
        assert any(".txt:" in line or ".tsv:" in line for line in lines)
        assert [line for line in lines if re.match(r"\s*[A-Za-z]", line)] == []
