"""PDF: laid out by WeasyPrint, tagged for PDF/UA-1, with page numbers and notes that are checked.

fetcher    what a layout may read            boxes      what stands where on a page
press      WeasyPrint, made strict           roles, structure, tagger, tags    the tags
notes, lines, faces    where engines are mended
fields, forms, appearance, typeface    what can be filled in
fitting, filling, ruling    what fills the pages of a sheet
document   the HTML of each part             layout     parts on pages, page numbers set right
breaks     the word that opens each page     proof      a last reading
book       all of it, laid out once and then written
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from studyguide.errors import NoPangoError
from studyguide.formats import Pages, naming
from studyguide.publication import Publication
from studyguide.theme import Look

SUFFIX = ".pdf"
PAGED = True
NUMBERED = True

PANGO = """\
The PDF needs the Pango library, which is not on this machine. Install it with
    Debian, Ubuntu    sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
    Fedora            sudo dnf install pango
    Alpine            sudo apk add pango
    macOS             brew install pango
    Windows           pacman -S mingw-w64-x86_64-pango    (in MSYS2)
EPUB needs nothing of the kind."""


def lay_out(publication: Publication, look: Look) -> Pages:
    """Break a publication into pages, and read them through.

    Raises `NoPangoError`, `BuildError` for anything that WeasyPrint complains about and for a page number or a note
    that is not where it should be, and `OSError`: WeasyPrint keeps fonts in temporary files, and a disk may be full.
    """
    try:
        import weasyprint  # noqa: F401 - it takes half a second, and Pango may be missing
    except (ImportError, OSError) as error:
        raise NoPangoError(PANGO) from error
    from studyguide.formats.pdf.book import Book

    with _collecting_rarely():
        return Book(publication, look)


def write(publication: Publication, look: Look, target: Path) -> int:
    """Lay out and write the whole PDF; the number of its pages.

    Raises `BuildError` for all that `lay_out` complains about, and when the file cannot be written; the last good file
    then stays.
    """
    with naming(target):
        return lay_out(publication, look).write(target)


@contextmanager
def _collecting_rarely() -> Iterator[None]:
    """Look for garbage less often: a layout is many objects that all live long. It saves a tenth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(20_000, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)
