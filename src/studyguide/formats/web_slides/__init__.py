"""Slides on the web: one page that is all in one file, for a browser without the network.

Without scripts it is one long page. With them, a slide at a time can fill the window. In print, each has a page.
"""

from pathlib import Path

from studyguide.formats import slides
from studyguide.formats.web_slides import page
from studyguide.publication import Publication
from studyguide.support.atomic_write import replacing
from studyguide.themes.theme import Look

SUFFIX = ".html"
PAGED = False
NUMBERED = False


def write(publication: Publication, look: Look, target: Path) -> None:
    """Write the page, all of it or nothing. Raises `BuildError` if there are no slides, or it cannot be written."""
    content = page.page(slides.deck(publication, look), publication, look).encode()
    with replacing(target) as path:
        path.write_bytes(content)
