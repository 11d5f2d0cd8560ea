"""Quotations: the chapter, the cards and the worksheet; who sees what, and what counts as quoted."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from studyguide import handouts
from studyguide.editions.select import select
from studyguide.guide.chapters.quotations import Quotations
from studyguide.guide.texts import Findings
from studyguide.handouts.kinds import quotation_cards
from studyguide.handouts.sheet import Tier
from studyguide.lint.rules import credits as credit_rules
from studyguide.lint.rules import language, style, typography
from studyguide.render import render
from studyguide.support import xhtml
from tests.handouts.test_handout_levels import FULL, SAFE, body, guide, said

CAST = {
    "kind": "cast",
    "id": "cast",
    "title": "C",
    "groups": [
        {
            "id": "group",
            "title": "G",
            "people": [{"id": "anna", "name": "Anna"}, {"id": "zed", "name": "Zed", "spoiler": "ending"}],
        }
    ],
}
FIRST = {
    "id": "first",
    "words": "Nobody knows *the the* color of it",
    "speaker": "anna",
    "where": "page 4",
    "notice": "It is a joke.",
    "themes": ["cast"],
    "sources": ["k"],
}
VERSE = {"id": "verse", "words": "| Une ligne\n|   de plus", "lang": "fr", "where": "page 5", "sources": ["k"]}
LATE = {"id": "late", "words": "Farewell, all", "said_by": "The last one", "where": "page 9", "sources": ["k"]}


def bank(*quotations):
    return {"kind": "quotations", "id": "bank", "title": "Bank", "quotations": list(quotations)}


def chapter(whole, edition=FULL):
    sections = render(select(whole, edition), edition).sections
    return xhtml.parse(next(section.body for section in sections if section.id == "bank"))


def test_words_are_quoted_in_their_language_and_say_whose_they_are():
    root = chapter(guide(CAST, bank(FIRST, VERSE, {**VERSE, "id": "right", "lang": "ar"})))
    quoted = list(root.iter("blockquote"))
    assert [xhtml.text(each) for each in quoted] == [
        "Nobody knows the the color of it",
        "Une ligne de plus",
        "Une ligne de plus",
    ]
    assert [(each.get("lang"), each.get("dir")) for each in quoted] == [(None, None), ("fr", "ltr"), ("ar", "rtl")]
    (first, *_) = xhtml.with_class(root, "quotation")
    assert xhtml.text(first).startswith("Anna Nobody knows")
    assert "page 4 (K)" in xhtml.text(first)
    assert xhtml.text(first).endswith("Notice It is a joke. Theme: C")


@pytest.mark.parametrize(
    ("more", "shown"),
    [({}, True), ({"spoiler": "ending"}, False), ({"speaker": "zed"}, False)],
)
def test_an_edition_hides_a_quotation_above_its_level_or_by_somebody_hidden(more, shown):
    whole = guide(CAST, bank(FIRST, {**LATE, **more}))
    kept = "Farewell, all"
    assert (kept in xhtml.text(chapter(whole, SAFE))) == shown
    for tier in Tier:
        assert (kept in said("bank", tier, SAFE, whole)) == shown
    assert (kept in said("quotation-cards", Tier.CORE, SAFE, whole)) == shown
    assert kept in said("bank", Tier.KEY, FULL, whole)


def test_only_the_key_says_who_and_why_and_only_support_says_where():
    whole = guide(CAST, bank(FIRST, LATE))
    on = {tier: said("bank", tier, FULL, whole) for tier in Tier}
    for words in ("Anna", "The last one", "It is a joke."):
        assert [tier for tier in Tier if words in on[tier]] == [Tier.KEY], words
    assert [tier for tier in Tier if "page 4" in on[tier]] == [Tier.SUPPORT, Tier.KEY]
    assert [tier for tier in Tier if "Choose two" in on[tier]] == [Tier.EXTENSION]
    assert all("Nobody knows" in text for text in on.values())


def test_a_card_has_the_words_on_its_front_and_the_rest_on_its_back():
    fronts, backs = xhtml.with_class(body("quotation-cards", whole=guide(CAST, bank(FIRST, LATE))), "leaf")
    assert "Nobody knows" in xhtml.text(fronts)
    assert "Anna" not in xhtml.text(fronts)
    assert "Anna page 4 It is a joke." in xhtml.text(backs)
    assert "Nobody" not in xhtml.text(backs)


def test_a_name_that_an_edition_lacks_is_left_out():
    alone = FULL.model_copy(update={"chapters": ("bank",)})
    whole = guide(CAST, bank(FIRST))
    assert "Anna" not in said("bank", Tier.KEY, alone, whole)
    assert "page 4" in said("bank", Tier.KEY, alone, whole)


def test_a_card_with_too_many_words_is_found():
    long = {**FIRST, "id": "long", "words": "word " * 400}
    assert list(quotation_cards.crowded(guide(CAST, bank(FIRST, long)))) == ["long"]


def test_there_are_no_cards_without_quotations():
    assert "quotation-cards" not in handouts.names(guide(CAST), FULL, "flashcards")


@pytest.mark.parametrize("sources", [{}, {"sources": []}])
def test_a_quotation_without_a_source_is_refused(sources):
    bare = {name: value for name, value in FIRST.items() if name != "sources"}
    with pytest.raises(ValidationError, match="sources"):
        Quotations.model_validate(bank({**bare, **sources}))


@pytest.mark.parametrize(("most", "found"), [(9, 0), (8, 1)])
def test_words_of_the_bank_count_as_quoted(most, found):
    whole = guide(CAST, bank(FIRST, LATE))
    limited = whole.info.model_copy(update={"quotations": most})
    remarks = list(credit_rules.quotations(Findings(replace(whole, info=limited))))
    assert len(remarks) == found
    if found:
        ((place, message),) = remarks
        assert "9 words are quoted from 'k'; at most 8" in message
        assert place.file == "bank.quotations.1.words"


def test_rules_of_language_leave_exact_words_alone_and_rules_of_typography_do_not():
    found = Findings(guide(CAST, bank({**FIRST, "words": 'They say "the the color"'})))
    assert list(language.spelling(found)) == []
    assert list(style.repeated_words(found)) == []
    assert len(list(typography.straight_quotes(found))) == 2
