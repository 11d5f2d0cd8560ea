"""Formats: each module here writes a publication to one kind of file, and is found by its name.

A format has ``SUFFIX`` (such as ``.pdf``, or ``-web`` for a folder), ``PAGED`` (whether the paper matters),
``NUMBERED`` (whether it says where the printed pages begin) and ``write(publication, look, target)``, which returns the
number of pages (None where there are none), or raises `BuildError` and then leaves the last good one in its
place. A format with pages also has ``lay_out(publication, look, layout_options)``, whose `Pages` say where each
begins, and can be written later.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol, cast

from studyguide.publication import Break, Publication, Section
from studyguide.support import cache_key
from studyguide.support.cache import Cache
from studyguide.support.errors import UsageError, suggestion
from studyguide.themes.theme import Look

_SHARED = {"booklet", "html"}
"""What is here and is no format: booklets are made of a PDF, and HTML is what EPUB and web pages share."""

FORMATS: tuple[str, ...] = tuple(sorted({module.name for module in iter_modules(__path__)} - _SHARED))
"""The names of the formats; finding them imports none of them."""

PAGED = "pdf"
"""The format whose page numbers all copies share."""


@dataclass(frozen=True)
class LayoutOptions:
    """Where and how pages are laid out; what comes of it is the same."""

    cache: Path | None = None
    """A folder for what need not be made again."""
    workers: int = 1
    """How many processes lay out; with one, it is this process."""
    program: str = ""
    """A digest of the program and of installed versions, so that what another version kept is not used."""

    @property
    def store(self) -> Cache:
        """Where results of a layout are kept: nowhere if not all that they depend on is known."""
        return Cache(self.cache if self.program and all(cache_key.libraries()) else None)


class Format(Protocol):
    """What a module in this folder provides."""

    SUFFIX: str
    PAGED: bool
    NUMBERED: bool

    def write(self, publication: Publication, look: Look, target: Path) -> int | None:
        """Write the whole file or folder, or raise `BuildError`; the number of its pages, if it has any."""


class Pages(Protocol):
    """A publication, laid out."""

    @property
    def breaks(self) -> tuple[Break, ...]:
        """Where each page begins that shows something of a section, in order."""

    def replace_last(self, section: Section) -> None:
        """Lay out the last section anew, with another body under the same headings; the others stay as they are."""

    def write(self, target: Path) -> int:
        """Write the file, once; the number of its pages. Raises `BuildError`."""

    def close(self) -> None:
        """Let go of all that is needed to write it; after `write` nothing is."""


class PagedFormat(Format, Protocol):
    """What a module provides whose format has pages."""

    def lay_out(self, publication: Publication, look: Look, layout_options: LayoutOptions = ...) -> Pages:
        """Break a publication into pages. Raises `BuildError`, and `OSError` for a disk that is full."""

    def prepare(self, also: Sequence[str] = ...) -> None:
        """Begin to load what takes long, beside what else is to be done; `also`: what whole builds need besides."""


def known(name: str) -> str:
    """The name itself. Raises `UsageError` for a format that does not exist; imports nothing."""
    if name not in FORMATS:
        raise UsageError(f"There is no format '{name}'. {suggestion(name, FORMATS)}")
    return name


def load(name: str) -> Format:
    """The module of a format. Raises `UsageError` for one that does not exist."""
    known(name)
    return cast("Format", import_module(f"{__name__}.{name}"))


def paged() -> PagedFormat:
    """The module of the format whose page numbers all copies share."""
    return cast("PagedFormat", load(PAGED))
