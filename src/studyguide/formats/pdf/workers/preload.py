"""Loads WeasyPrint in the server process that the workers are forked from, and lays out a page that is discarded.

The first layout takes a third of a second longer, to load hyphenation dictionaries, the types of library functions, and
regular expressions. Here this is done once for all workers, while the main process is still reading the guide.
"""

import gc
from contextlib import suppress
from datetime import date

from studyguide.formats.pdf.weasy.system_libraries import by_whole_names
from studyguide.publication import Metadata, Publication
from studyguide.themes import theme

PAGE = """\
<!DOCTYPE html><html lang="en-GB"><title>Nothing</title><h1 id="here">Nothing</h1>
<p style="width: 3cm">Extraordinary <em>circumstances</em> <strong>notwithstanding</strong>.</p>
<ul><li><a href="#here">There</a> <span class="note">And here.</span></li></ul>"""

NOTHING = Publication(
    "nothing",
    Metadata("", "Nothing", None, "", "", (), "en-GB", date(2000, 1, 1), "", None, (), ()),
    sections=(),
    assets=(),
)


def warm_up() -> None:
    """Lay out and write a page, and discard it."""
    from studyguide.formats.pdf.weasy.renderer import Renderer
    from studyguide.formats.pdf.weasy.stylesheets import font_and_rules

    renderer = Renderer(NOTHING, theme.look("pdf"))
    written, fonts = renderer.write_part(renderer.lay_out(PAGE))
    for font, face in zip(fonts, written.faces, strict=True):
        renderer.embed(font, face)
    font_and_rules.cache_clear()  # this removes the copies of fonts, which belong to one process


with suppress(ImportError, OSError), by_whole_names():  # without Pango, each worker reports it
    import studyguide.formats.pdf.workers.worker  # noqa: F401

    warm_up()

gc.collect()
gc.freeze()
