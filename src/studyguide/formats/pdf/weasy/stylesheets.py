"""The style sheets and fonts of a look, read once in a process: reading takes a tenth of the time of a small PDF.

Fontconfig and Pango also leak a third of a megabyte each time.
"""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache, partial
from multiprocessing.util import Finalize
from pathlib import Path
from threading import get_ident
from typing import Any
from weakref import WeakSet

from weasyprint import CSS
from weasyprint.text.ffi import fontconfig
from weasyprint.text.fonts import FontConfiguration

from studyguide.formats.pdf.weasy import (  # noqa: F401 (install)
    patch_combining_marks,
    patch_fonts_of_styles,
    patch_percentages,
    patch_styles,
    patch_svg_text,
    patch_to_unicode,
)
from studyguide.formats.pdf.weasy.url_fetcher import BASE, ClosedFetcher, font_files, font_url
from studyguide.formats.pdf.workers.messages import complaint
from studyguide.themes import font_ranges
from studyguide.themes.fonts import emoji
from studyguide.themes.theme import Look

MECHANICS = Path(__file__).with_name("mechanics.css")

EMOJI = """\
<fontconfig><match target="pattern"><test name="family"><string>emoji</string></test>
<edit name="family" mode="assign_replace" binding="strong">{}</edit></match></fontconfig>"""
"""Pango always looks for emoji in a family of this name. This rule directs it to the look's emoji fonts."""

_in_use: WeakSet[FontConfiguration] = WeakSet()


@lru_cache(maxsize=4)
def font_and_rules(look: Look) -> tuple[FontConfiguration, CSS]:
    """The fonts and the CSS rules of a look, for any publication. Raises `BuildError` if WeasyPrint complains."""
    fonts = _configuration(look)
    _in_use.add(fonts)
    Finalize(None, _tidy, exitpriority=0)  # unlike atexit, this also runs in multiprocessing's processes
    limited = partial(font_ranges.limit, faces=look.fonts, language=look.language)
    _parsed(look, look.font_faces(font_url, limit=limited), fonts)
    return fonts, rules(look)


@lru_cache(maxsize=4)
def rules(look: Look) -> CSS:
    """The CSS rules of a look. They belong to no process: processes that are forked after it need not read them.

    Raises `BuildError` for a font of their own, because `font_and_rules` has those of the look.
    """
    return _parsed(look, look.css + MECHANICS.read_text("utf-8"), _NoFonts())


class _NoFonts:
    """Stands for a `FontConfiguration` where no ``@font-face`` is allowed."""

    def add_font_face(self, descriptors: Mapping[str, Any], fetcher: ClosedFetcher) -> None:
        """Refuse it."""
        fetcher.refused |= dict.fromkeys(
            (str(url)[:200] for _, url in descriptors["src"]), "fonts come from packages, not from style sheets"
        )


def _parsed(look: Look, css: str, fonts: FontConfiguration | _NoFonts) -> CSS:
    fetcher = ClosedFetcher(font_files(look))
    with strict(fetcher.refused):
        return CSS(string=css, base_url=BASE, url_fetcher=fetcher, font_config=fonts)


def _configuration(look: Look) -> FontConfiguration:
    """The fonts of a look, with the attributes that our patches of WeasyPrint read."""
    fonts = FontConfiguration()
    fonts.signs, fonts.labels = look.signs, look.chain("label")
    names = "".join(f"<string>{name}</string>" for name in emoji(look.chain("label")))
    fontconfig.FcConfigParseAndLoadFromMemory(fonts._config, EMOJI.format(names).encode(), True)  # noqa: FBT003, SLF001
    return fonts


@contextmanager
def strict(refused: Mapping[str, str]) -> Iterator[None]:
    """Raise `BuildError` if WeasyPrint logs a warning in the block, or if a fetcher `refused` an address."""
    log = _Log()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(log)
    try:
        yield
    finally:
        logger.removeHandler(log)
    told = [f"{url} is refused: {reason}." for url, reason in refused.items()]
    if messages := told or list(dict.fromkeys(log.messages)):
        raise complaint(messages)


class _Log(logging.Handler):
    """Keeps what this thread logs at WARNING and above; other threads may use WeasyPrint at the same time."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        self._thread = get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread:
            self.messages.append(record.getMessage())


def _tidy() -> None:
    """Remove WeasyPrint's copies of fonts: it removes them in ``__del__``, which may not run when a process ends."""
    for fonts in _in_use:
        fonts.__del__()
