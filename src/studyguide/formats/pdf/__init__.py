"""PDF: laid out by WeasyPrint, tagged for PDF/UA-1, with page numbers and notes that are checked.

A guide is laid out and written part by part (`in_parts`); a `sheet` to hand out is one document.

weasy      WeasyPrint: renderer, style sheets, url_fetcher, boxes, and a ``patch_…`` for each part that is replaced
layout     HTML of the parts, pages, page numbers, the word that opens each page, a last reading (verify)
fit        sheets that shrink or fill whole pages
tagging    the structure tree
forms      fields
workers    processes that lay out parts
merge      the parts become one file
part_cache, diagram_colours    parts that are kept; the colours of diagrams
"""

import gc
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from studyguide.formats import LayoutOptions, Pages
from studyguide.formats.pdf.diagram_colours import inked
from studyguide.formats.pdf.weasy.system_libraries import by_whole_names
from studyguide.formats.pdf.workers import pool
from studyguide.formats.pdf.workers.pool import PANGO
from studyguide.publication import Publication
from studyguide.support.atomic_write import naming
from studyguide.support.errors import BuildError, NoPangoError
from studyguide.themes.theme import Look

SUFFIX = ".pdf"
PAGED = True
NUMBERED = True
LAYOUT_OPTIONS = LayoutOptions()
FIELD = re.compile("<(input|textarea)[ />]")


def lay_out(publication: Publication, look: Look, layout_options: LayoutOptions = LAYOUT_OPTIONS) -> Pages:
    """Break a guide into pages, and read them through.

    Raises `NoPangoError`, `BuildError` for anything that WeasyPrint complains about and for a page number or a note
    that is not where it should be, and `OSError`: WeasyPrint keeps fonts in temporary files, and a disk may be full.
    """
    publication = inked(publication, look)
    if section := next((each for each in publication.sections if FIELD.search(each.body)), None):
        raise BuildError(
            f"The chapter '{section.id}' has a field to fill in. Only a sheet to hand out may have fields."
        )
    from studyguide.formats.pdf.in_parts import PartedDocument

    with _collecting_rarely():
        return PartedDocument(publication, look, layout_options)


def prepare(also: Sequence[str] = ()) -> None:
    """Begin to load WeasyPrint in a process of its own; and what whole builds need, where they `also` need others."""
    pool.prepare([*also, f"{__name__}.in_parts"] if also else [])


def write(publication: Publication, look: Look, target: Path, layout_options: LayoutOptions = LAYOUT_OPTIONS) -> int:
    """Lay out and write the whole PDF of a guide or a sheet; the number of its pages.

    Raises `BuildError` for all that `lay_out` complains about, and when the file cannot be written; the last good file
    then stays.
    """
    with naming(target):
        if publication.is_sheet:
            return _write_sheet(inked(publication, look), look, target)
        return lay_out(publication, look, layout_options).write(target)


@contextmanager
def _collecting_rarely() -> Iterator[None]:
    """Look for garbage less often: what one process lays out lives long. Processes of a pool freeze it instead."""
    before = gc.get_threshold()
    gc.set_threshold(20_000, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _write_sheet(publication: Publication, look: Look, target: Path) -> int:
    try:
        with by_whole_names():
            from studyguide.formats.pdf import sheet  # WeasyPrint takes half a second, and Pango may be missing
    except (ImportError, OSError) as error:
        raise NoPangoError(PANGO) from error
    return sheet.write(publication, look, target)
