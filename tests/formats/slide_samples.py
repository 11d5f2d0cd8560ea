"""Decks of the specimen, and publications of slides that are written by hand."""

import re
from datetime import date
from functools import cache

from pptx import Presentation

from studyguide import handouts
from studyguide.editions.select import find
from studyguide.formats import slides
from studyguide.handouts.kinds.slides import TIERS
from studyguide.publication import Metadata, Publication, Section
from studyguide.support import xhtml
from studyguide.themes import theme
from tests import sound_guides

ABOUT = Metadata(
    "urn:x", "A deck", None, "Teacher", "Slides", ("Ann",), "en-GB", date(2026, 3, 1), "© Ann", None, (), ()
)


@cache
def guide():
    return sound_guides.specimen()


@cache
def decks(edition="teacher"):
    """Every deck of an edition of the specimen in every tier, by its name and tier."""
    whole = guide()
    chosen = find(whole, edition)
    return {
        (name, tier): handouts.publish(whole, chosen, name, tier)
        for name in handouts.names(whole, chosen, "slides")
        for tier in TIERS
    }


@cache
def look(name="quiet"):
    return theme.look("slides", theme=name)


def publication(*sections, assets=(), **about):
    """A publication of slides, each an ``h2`` with what is below it."""
    made = "".join(f'<section class="slide content">{each}</section>' for each in sections)
    metadata = Metadata(**{**ABOUT.__dict__, **about})
    body = f'<section id="sheet">{made}</section>'
    return Publication("x", metadata, (Section("sheet", "slides", "doc-chapter", "T", "T", (), body),), assets)


def slide(title, content, notes=""):
    """The content of a slide with a title."""
    spoken = f'<aside class="speaker-notes">{notes}</aside>' if notes else ""
    return f"<h2>{title}</h2>{content}{spoken}"


def read(*sections, assets=(), **about):
    """The slides of a publication written by hand."""
    return slides.deck(publication(*sections, assets=assets, **about), look())


DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" class="picture-160" viewBox="0 0 {} {}" role="img" '
    'aria-labelledby="t d"><title id="t">A bolt</title><desc id="d">It strikes a tree.</desc>'
    '<rect width="9" height="9" fill="#1f2a28"/><text x="1" y="9" font-size="12">bolt</text></svg>'
)
"""A drawing in a body, of some width and height."""


def drawing(wide=160, high=90):
    """A drawing in its figure, as templates write it."""
    return f'<div class="figure" role="figure" aria-labelledby="t">{DRAWING.format(wide, high)}</div>'


def letters(text):
    """A text without what slides add or change between words: white space, points between cells."""
    return re.sub(r"[\s·\u2028]", "", text)


def sections(deck):
    """The slides in the bodies of a publication, as elements."""
    return [each for part in deck.sections for each in xhtml.with_class(xhtml.parse(part.body), "slide")]


def text_of(slide_):
    """All text of a slide and of its notes, after the title."""
    return "".join(line.text for line in (*slide_.lines, *slide_.notes))


def opened(path):
    """A file, as python-pptx reads it."""
    return Presentation(str(path))


def runs(element):
    """Each run of text in an element of DrawingML, and each field."""
    return [each for each in element.iter() if xhtml.name(each) in {"r", "fld", "br"}]
