"""PDF: laid out by WeasyPrint, tagged for PDF/UA-1, with page numbers and notes that are checked.

fetcher    what a layout may read            boxes      what stands where on a page
press, dress      WeasyPrint, made strict    roles, structure, tagger, tags    the tags
notes, lines, faces, hyphens, drawings    where engines are mended
fields, forms, appearance, typeface    what can be filled in
fitting, filling, ruling    what fills the pages of a sheet        inks    the colours of pictures
document, break_points    the HTML of each part    stamping   other numbers on the same pages
libraries  how Pango is found
note_links    to notes, and back
breaks     the word that opens each page     proof      a last reading

book, layout           a publication as one document, laid out once and then written
bound, setting, sheets, guessing    a publication of parts that are laid out, kept and written by themselves
crew, worker, records  who does that, and what they tell each other        shelf    what is kept
detached, together, binding, joining    parts without fonts, and how they become one file
"""

import gc
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from studyguide.formats import Pages, Workshop
from studyguide.formats.pdf.diagram_colours import inked
from studyguide.formats.pdf.weasy.system_libraries import by_whole_names
from studyguide.formats.pdf.workers import pool
from studyguide.formats.pdf.workers.pool import PANGO
from studyguide.publication import Publication
from studyguide.support.atomic_write import naming
from studyguide.support.errors import NoPangoError
from studyguide.themes.theme import Look

SUFFIX = ".pdf"
PAGED = True
NUMBERED = True
WORKSHOP = Workshop()
FIELD = re.compile("<(input|textarea)[ />]")


def lay_out(publication: Publication, look: Look, workshop: Workshop = WORKSHOP) -> Pages:
    """Break a publication into pages, and read them through.

    Raises `NoPangoError`, `BuildError` for anything that WeasyPrint complains about and for a page number or a note
    that is not where it should be, and `OSError`: WeasyPrint keeps fonts in temporary files, and a disk may be full.
    """
    publication = inked(publication, look)
    if workshop.whole or publication.is_sheet or any(FIELD.search(each.body) for each in publication.sections):
        return _whole(publication, look)
    from studyguide.formats.pdf.in_parts import Bound

    with _collecting_rarely():
        return Bound(publication, look, workshop)


def _whole(publication: Publication, look: Look) -> Pages:
    """A sheet, which is laid out many times until it fits, or what has fields, which know of each other."""
    try:
        with by_whole_names():
            from studyguide.formats.pdf.one_document import (
                Book,  # WeasyPrint takes half a second, and Pango may be missing
            )
    except (ImportError, OSError) as error:
        raise NoPangoError(PANGO) from error
    with _collecting_rarely():
        return Book(publication, look)


def prepare(also: Sequence[str] = ()) -> None:
    """Begin to load WeasyPrint in a process of its own; and what whole builds need, where they `also` need others."""
    pool.prepare([*also, f"{__name__}.in_parts"] if also else [])


def write(publication: Publication, look: Look, target: Path, workshop: Workshop = WORKSHOP) -> int:
    """Lay out and write the whole PDF; the number of its pages.

    Raises `BuildError` for all that `lay_out` complains about, and when the file cannot be written; the last good file
    then stays.
    """
    with naming(target):
        return lay_out(publication, look, workshop).write(target)


@contextmanager
def _collecting_rarely() -> Iterator[None]:
    """Look for garbage less often: a layout is many objects that all live long. It saves a tenth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(20_000, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)
