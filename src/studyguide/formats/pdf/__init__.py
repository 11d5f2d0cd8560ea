"""PDF: laid out by WeasyPrint, tagged for PDF/UA-1, with checked page numbers and notes.

A guide is laid out and written part by part (`in_parts`); a handout (`sheet`) is one document.

weasy      WeasyPrint: renderer, style sheets, URL fetcher, boxes, and a ``patch_…`` for each function that is replaced
layout     the HTML of the parts, their pages and page numbers, where each page begins, and a final check (verify)
fit        handouts that shrink to fit, or fill whole pages
tagging    the structure tree
forms      form fields
workers    processes that lay out parts
merge      merges the parts into one file
part_cache    parts cached between builds
"""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from studyguide.formats import LayoutOptions, Pages
from studyguide.formats.pdf.weasy.late_subsetter import subsetting_late
from studyguide.formats.pdf.weasy.system_libraries import by_whole_names
from studyguide.formats.pdf.workers.pool import PANGO
from studyguide.publication import Publication
from studyguide.publication.drawing_colours import painted
from studyguide.support.atomic_write import naming
from studyguide.support.errors import BuildError, NoPangoError
from studyguide.themes.theme import Look

SUFFIX = ".pdf"
PAGED = True
ON_PAPER = True
NUMBERED = True
NEEDED = ("in_parts",)
LAYOUT_OPTIONS = LayoutOptions()
FIELD = re.compile("<(input|textarea)[ />]")


def lay_out(publication: Publication, look: Look, layout_options: LayoutOptions = LAYOUT_OPTIONS) -> Pages:
    """Break a guide into pages, and check them.

    Raises `NoPangoError`; `BuildError` for anything that WeasyPrint complains about, and for a wrong page number or a
    misplaced note; and `OSError`, because WeasyPrint keeps fonts in temporary files and the disk may be full.
    """
    publication = painted(publication, *look.drawing_colours)
    if section := next((each for each in publication.sections if FIELD.search(each.body)), None):
        raise BuildError(f"The chapter '{section.id}' has a field to fill in. Only handouts may have fields.")
    from studyguide.formats.pdf.in_parts import PartedDocument

    with _collecting_rarely():
        return PartedDocument(publication, look, layout_options)


def write(publication: Publication, look: Look, target: Path, layout_options: LayoutOptions = LAYOUT_OPTIONS) -> int:
    """Lay out and write the whole PDF of a guide or a handout; return the number of its pages.

    Raises the errors of `lay_out`, and `BuildError` when the file cannot be written. The previous file is then kept.
    """
    with naming(target):
        if publication.is_sheet:
            return _write_sheet(painted(publication, *look.drawing_colours), look, target)
        return lay_out(publication, look, layout_options).write(target)


@contextmanager
def _collecting_rarely() -> Iterator[None]:
    """Collect garbage less often, because laid-out pages live long. Worker processes freeze them instead."""
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], 20_000), 20, 50)  # commands collect still less often
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _write_sheet(publication: Publication, look: Look, target: Path) -> int:
    try:
        with by_whole_names(), subsetting_late():
            from studyguide.formats.pdf import sheet  # WeasyPrint takes half a second, and Pango may be missing
    except (ImportError, OSError) as error:
        raise NoPangoError(PANGO) from error
    return sheet.write(publication, look, target)
