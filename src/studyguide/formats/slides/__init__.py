"""Slides: what the formats of slides share. The slides of a handout are read, given their sizes, divided and named.

A body has ``<section class="slide">``, each with one ``h1`` or ``h2``; ``opening`` beside ``slide`` is the title slide,
``divider`` has the title of a step, and ``answer`` shows an answer. ``<aside class="speaker-notes">`` in it is for the
speaker alone.
"""

from studyguide.formats.slides import divide, read, titles
from studyguide.formats.slides.model import Slide
from studyguide.publication import Publication
from studyguide.support import xhtml
from studyguide.support.errors import BuildError
from studyguide.themes.theme import Look


def deck(publication: Publication, look: Look) -> tuple[Slide, ...]:
    """The slides of a publication, in order. Every title is another, and nothing is longer than its slide.

    Raises `BuildError` if there are none: only handouts of the kind ``slides`` have them.
    """
    roots = [xhtml.parse(section.body) for section in publication.sections]
    found = [slide for root in roots for slide in read.slides(root, publication.metadata.language)]
    if not found:
        raise BuildError("There are no slides in this. `studyguide slides` makes a handout that has them.")
    labels = publication.labels
    parts = [part for slide in titles.named(found, labels) for part in divide.divided(slide, look, labels)]
    return tuple(titles.unique(parts, labels))
