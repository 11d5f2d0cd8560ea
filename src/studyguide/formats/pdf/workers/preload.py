"""Loaded once by the process from which the crew is forked: WeasyPrint, which then lays out a page that nobody sees.

What comes with a first layout (how words of a language are hyphenated, the types of the functions of libraries,
patterns) takes a third of a second. So all of the crew have it, and this process has the time: the first one is still
reading the guide.
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
    """Lay out and write a page, and forget it."""
    from studyguide.formats.pdf.weasy.renderer import Press
    from studyguide.formats.pdf.weasy.stylesheets import dress

    press = Press(NOTHING, theme.look("pdf"))
    quire, fonts = press.write_part(press.lay_out(PAGE))
    for font, face in zip(fonts, quire.faces, strict=True):
        press.embed(font, face)
    dress.cache_clear()  # with the copies of fonts, which belong to one process


with suppress(ImportError, OSError), by_whole_names():  # without Pango each of the crew says so
    import studyguide.formats.pdf.workers.worker  # noqa: F401

    warm_up()

gc.collect()
gc.freeze()
