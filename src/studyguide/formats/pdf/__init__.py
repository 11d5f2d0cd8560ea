"""PDF: laid out by WeasyPrint, tagged for PDF/UA-1, with page numbers and notes that are checked.

fetcher    what a layout may read            boxes      what stands where on a page
press      WeasyPrint, made strict           roles, structure, tagger, tags    the tags
notes, lines, faces    where engines are mended
fields, forms, appearance, typeface    what can be filled in
fitting, filling, ruling    what fills the pages of a sheet
document   the HTML of each part             layout     parts on pages, page numbers set right
                                             proof      a last reading
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from studyguide.errors import BuildError
from studyguide.formats import replacing
from studyguide.publication import Publication
from studyguide.theme import Look

SUFFIX = ".pdf"
PAGED = True

PANGO = """\
The PDF needs the Pango library, which is not on this machine. Install it with
    Debian, Ubuntu    sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
    Fedora            sudo dnf install pango
    Alpine            sudo apk add pango
    macOS             brew install pango
    Windows           pacman -S mingw-w64-x86_64-pango    (in MSYS2)
EPUB needs nothing of the kind."""


def write(publication: Publication, look: Look, target: Path) -> int:
    """Lay out and write the whole PDF; the number of its pages.

    Raises `BuildError` for a missing Pango, for anything that WeasyPrint complains about, for a page number or a
    note that is not where it should be, and when the file cannot be written; the last good file then stays.
    """
    try:
        import weasyprint  # noqa: F401 - it takes half a second, and Pango may be missing
    except OSError as error:
        raise BuildError(PANGO) from error
    from studyguide.formats.pdf.layout import lay_out
    from studyguide.formats.pdf.press import Press
    from studyguide.formats.pdf.proof import proofread

    # Around everything: WeasyPrint keeps fonts in temporary files, on a disk that may be full.
    with replacing(target) as temporary, _collecting_rarely():
        press = Press(publication, look)
        layout = lay_out(publication, press)
        numbers = layout.numbers()
        for sheet in layout.sheets:
            proofread(sheet.document, sheet.first, numbers, sheet.part.notes)
        press.write([sheet.document for sheet in layout.sheets], temporary)
    return layout.sheets[-1].next - 1


@contextmanager
def _collecting_rarely() -> Iterator[None]:
    """Look for garbage less often: a layout is many objects that all live long. It saves a tenth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(20_000, 20, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)
