"""Slides: what the formats of slides share. The slides of a handout are read, given their sizes, divided and named.

A body has ``<section class="slide">``, each with one ``h1`` or ``h2``; ``opening`` beside ``slide`` is the title slide,
``divider`` has the title of a step, and ``answer`` shows an answer. ``<aside class="speaker-notes">`` in it is for the
speaker alone. A drawing (``svg``) or a picture (``img``) anywhere in a slide is shown on it: beside its text if there
is room for both, and on a slide of its own if not.
"""

from studyguide.formats.slides import divide, pictures, read, titles
from studyguide.formats.slides.model import Slide
from studyguide.publication import Publication, directions, short_words, wide_signs
from studyguide.publication.drawing_colours import painted
from studyguide.support import xhtml
from studyguide.support.errors import BuildError
from studyguide.themes.theme import Look


def deck(publication: Publication, look: Look) -> tuple[Slide, ...]:
    """The slides of a publication, in order. Every title is another, and nothing is longer than its slide.

    Raises `BuildError` if there are none: only handouts of the kind ``slides`` have them.
    """
    publication = painted(publication, *look.drawing_colours)
    reader = read.Source(publication.metadata.language, look.drawing_colours[0], pictures.sizes(publication.assets))
    roots = [xhtml.parse(section.body) for section in publication.sections]
    for root in roots:
        directions.mark_languages(root, publication.metadata.language)
        short_words.keep(root, publication.labels)
        wide_signs.close(root, publication.metadata.language)
    found = [slide for root in roots for slide in read.slides(root, reader)]
    if not found:
        raise BuildError("There are no slides in this. `studyguide slides` makes a handout that has them.")
    labels = publication.labels
    parts = [part for slide in titles.named(found, labels) for part in divide.divided(slide, look, labels)]
    return tuple(titles.unique(parts, labels))
