"""Labels of help on sheets in other languages, or in a guide's own words: however long, they lie on no other words."""

from dataclasses import replace

import pytest
from page_faults import faults, words

from studyguide import handouts
from studyguide.editions.select import find
from studyguide.formats.pdf.layout.html import parts
from studyguide.formats.pdf.weasy.renderer import Renderer
from studyguide.handouts.sheet import Tier
from studyguide.support.xhtml import classes
from studyguide.themes import theme
from tests import sound_guides

LABELS = ("handout.hints", "handout.words", "handout.starters", "handout.further", "phase-sheet.hand-in")
LONG = "Begin with some of these words"
"""30 letters."""


def labelled(label):
    """The specimen with a label in place of those of all kinds of help."""
    guide = sound_guides.specimen()
    forms = {name: {"one": label, "other": label} if name in LABELS[:2] else label for name in LABELS}
    return replace(guide, info=guide.info.model_copy(update={"words": forms}))


@pytest.mark.pages
@pytest.mark.parametrize("look", ["quiet", "dyslexia-friendly", "large-print-24"])
@pytest.mark.parametrize("label", [LONG, " ".join([LONG] * 5)], ids=["a third of a line", "more than a line"])
@pytest.mark.parametrize("tier", [Tier.SUPPORT, Tier.EXTENSION])
def test_long_labels_lie_on_no_other_words(look, label, tier):
    guide = labelled(label)
    count = 0
    for name in ("before", "while", "after", "comprehension-part-making"):
        publication = handouts.publish(guide, find(guide, "student"), name, tier)
        renderer = Renderer(publication, theme.look("pdf", theme=look, is_sheet=True))
        laid = [renderer.lay_out(part.html({}, 1)) for part in parts(publication)[1:]]
        assert [fault for pages in laid for fault in faults(pages) if "overlap" in fault] == []
        count += sum(is_label(word) for pages in laid for page in pages.pages for word in words(page))
    assert count > 3


@pytest.mark.pages
@pytest.mark.parametrize("name", ["flashcards", "quotation-cards"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_head_of_cards_lies_on_no_other_words(name, paper):
    guide = sound_guides.specimen()
    own = {
        "flashcards.head": " ".join([LONG] * 7),
        "cards.fronts": "Printed sheet number {number}, the fronts of cards",
    }
    own["quotation-cards.head"] = own["flashcards.head"]
    guide = replace(guide, info=guide.info.model_copy(update={"words": own}))
    publication = handouts.publish(guide, find(guide, "student"), name, Tier.CORE)
    renderer = Renderer(publication, theme.look("pdf", paper=paper, is_sheet=True))
    laid = renderer.lay_out(parts(publication)[1].html({}, 1))
    assert any(word.text.startswith("Printed") for word in words(laid.pages[0]))
    assert [fault for fault in faults(laid) if "overlap" in fault] == []


@pytest.mark.pages
@pytest.mark.parametrize("look", ["quiet", "photocopier"])
def test_the_times_of_a_lesson_lie_on_no_other_words(look):
    guide = sound_guides.specimen()
    own = {"lessons.from-to": "{start}–{end}\u00a0whole\u00a0minutes", "lessons.plenary": "Recapitulation"}
    guide = replace(guide, info=guide.info.model_copy(update={"words": own}))
    publication = handouts.publish(guide, find(guide, "teacher"), "lesson-trial", Tier.CORE)
    renderer = Renderer(publication, theme.look("pdf", theme=look, is_sheet=True))
    laid = renderer.lay_out(parts(publication)[1].html({}, 1))
    assert any(word.text.strip() == "Recapitulation" for page in laid.pages for word in words(page))
    assert [fault for fault in faults(laid) if "overlap" in fault] == []


def is_label(word):
    """Whether words are of a label."""
    return any("box-label" in classes(element) for element in word.around)
