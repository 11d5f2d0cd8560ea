"""EPUB 3.3: one XHTML file for each section, notes and glossary words as pop-ups, packed by EbookLib."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studyguide.publication import Publication
    from studyguide.themes.theme import Look

SUFFIX = ".epub"
PAGED = False
ON_PAPER = False
NUMBERED = True
NEEDED = ("book",)


def write(publication: "Publication", look: "Look", target: Path) -> None:
    """Write the book to `target`, all of it or nothing. Raises `BuildError` if it cannot be written."""
    from studyguide.formats.epub import book  # this package is also imported to read what is above

    book.write(publication, look, target)
