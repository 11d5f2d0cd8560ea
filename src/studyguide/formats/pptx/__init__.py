"""PPTX: slides as a file for PowerPoint, Google Slides, Keynote or Impress. The only package that imports python-pptx.

A file is a package (ECMA-376) with a master of our own in the theme's colours and fonts, of 16:9.
"""

from pathlib import Path

from studyguide.formats import slides
from studyguide.formats.pptx.deck import Deck
from studyguide.formats.pptx.package import packed
from studyguide.publication import Publication
from studyguide.support.atomic_write import replacing
from studyguide.themes.theme import Look

SUFFIX = ".pptx"
PAGED = False
NUMBERED = False


def write(publication: Publication, look: Look, target: Path) -> None:
    """Write the file, all of it or nothing. Raises `BuildError` if there are no slides, or it cannot be written."""
    deck = Deck(publication.metadata, look, {asset.name: asset for asset in publication.assets})
    for slide in slides.deck(publication, look):
        deck.add(slide)
    content = packed(deck.presentation, publication.metadata)
    with replacing(target) as path:
        path.write_bytes(content)
