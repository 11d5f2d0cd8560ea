"""Loads WeasyPrint in the server process that the workers are forked from, and lays out a page that is discarded.

The first layout takes a third of a second longer, to load hyphenation dictionaries, the types of library functions, and
regular expressions. Here this is done once for all workers, while the main process is still reading the guide. The CSS
rules of the look stay, if the first process has guessed the look (`formats.prepare`).
"""

import gc
import re
import sys
from contextlib import suppress
from datetime import date

from studyguide import markdown
from studyguide.formats.pdf.weasy.late_subsetter import subsetting_late
from studyguide.formats.pdf.weasy.system_libraries import by_whole_names
from studyguide.publication import Metadata, Publication
from studyguide.support.errors import UsageError
from studyguide.themes import theme
from studyguide.themes.theme import Look

PAGE = """\
<!DOCTYPE html><html lang="en-GB"><head><title>Nothing</title></head><body><h1 id="here">Nothing</h1>
<p style="width: 3cm">Extraordinary <em>circumstances</em> <strong>notwithstanding</strong>.</p>
<ul><li><a href="#here">There</a> <span class="note">And here.</span></li></ul></body></html>"""

NOTHING = Publication(
    "nothing",
    Metadata("", "Nothing", None, "", "", (), "en-GB", date(2000, 1, 1), "", None, (), ()),
    sections=(),
    assets=(),
)
GUESS = re.compile(rf"{re.escape(__name__)}\.of_([\w-]+),([\w-]+),([\w-]+),(guide|sheet)")
"""The name of a missing module, which servers ignore: theme, paper, language, and whether it is a sheet."""


def guessed(arguments: str) -> Look:
    """The look that the arguments of the server name; the usual one without a name, or for one that is unknown."""
    if found := GUESS.search(arguments):
        name, paper, language, what = found.groups()
        with suppress(UsageError):
            look = theme.look("pdf", theme=name, paper=paper, is_sheet=what == "sheet")
            return look.in_language(language, markdown.direction(language))
    return theme.look("pdf")


def warm_up(look: Look) -> None:
    """Lay out and write a page, and discard it."""
    from studyguide.formats.pdf.weasy.renderer import Renderer
    from studyguide.formats.pdf.weasy.stylesheets import font_and_rules

    renderer = Renderer(NOTHING, look)
    written, fonts = renderer.write_part(renderer.lay_out(PAGE))
    for font, face in zip(fonts, written.faces, strict=True):
        renderer.embed(font, face)
    font_and_rules.cache_clear()  # this removes the copies of fonts, which belong to one process


with suppress(ImportError, OSError), by_whole_names(), subsetting_late():  # without Pango, each worker reports it
    import studyguide.formats.pdf.workers.worker  # noqa: F401

with suppress(Exception):  # each worker reports a fault of the style sheets, which must not end the server
    warm_up(guessed(" ".join(sys.orig_argv)))

gc.collect()
gc.freeze()
