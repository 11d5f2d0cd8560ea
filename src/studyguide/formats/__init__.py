"""Formats: each module here writes a publication to one kind of file, and is found by its name.

A format has ``SUFFIX`` (such as ``.pdf``, or ``-web`` for a folder), ``PAGED`` (whether we lay out its pages),
``ON_PAPER`` (whether the paper matters), ``NUMBERED`` (whether it marks printed page breaks), perhaps ``NEEDED`` (the
modules in it that can be loaded before it works) and
``write(publication, look, target)``, which returns the number of pages (None if it is not known), or raises
`BuildError` and leaves the last good file in place. A format with ``PAGED`` also has
``lay_out(publication, look, layout_options)``. Its `Pages` have the page breaks, and can be written later.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol, cast

from studyguide.support import cache_key, processes
from studyguide.support.cache import Cache
from studyguide.support.errors import UsageError, suggestion

if TYPE_CHECKING:  # commands import this package to prepare layouts before they import anything else
    from studyguide.publication import Break, Publication, Section
    from studyguide.themes.theme import Look

_SHARED = {"booklet", "html", "slides"}
"""Packages here that are not formats: booklets are made from a PDF, and several formats share HTML or slides."""

DECKS = {"pptx": "pptx", "web": "web_slides"}
"""The formats of slides, and their modules. They write a handout of slides, and no whole guide."""

FORMATS: tuple[str, ...] = tuple(
    sorted({module.name for module in iter_modules(__path__)} - _SHARED - {*DECKS.values()})
)
"""The names of the formats; finding them imports none of them."""

PAGED = "pdf"
"""The format whose page numbers all formats share."""


@dataclass(frozen=True)
class LayoutOptions:
    """Options for how pages are laid out; they do not change the result."""

    cache: Path | None = None
    """A folder for the cache."""
    workers: int = 1
    """The number of processes for layout; with one, it is this process."""
    program: str = ""
    """A digest of the program and of installed versions, so that entries of another version are not used."""

    @property
    def store(self) -> Cache:
        """The cache for results of a layout; it keeps nothing if the version of a library is unknown."""
        return Cache(self.cache if self.program and all(cache_key.libraries()) else None)


class Format(Protocol):
    """The interface of a module in this folder."""

    SUFFIX: str
    PAGED: bool
    ON_PAPER: bool
    NUMBERED: bool

    def write(self, publication: "Publication", look: "Look", target: Path) -> int | None:
        """Write the whole file or folder, or raise `BuildError`; the number of its pages, if it has any."""


class Pages(Protocol):
    """A publication, laid out."""

    @property
    def breaks(self) -> "tuple[Break, ...]":
        """The break of each page with text of a section, in order."""

    def replace_last(self, section: "Section") -> None:
        """Lay out the last section anew, with another body under the same headings; the others stay as they are."""

    def write(self, target: Path) -> int:
        """Write the file, once; the number of its pages. Raises `BuildError`."""

    def close(self) -> None:
        """Release everything that is kept for `write`; not needed after it."""


class PagedFormat(Format, Protocol):
    """The interface of a module whose format has pages."""

    def lay_out(self, publication: "Publication", look: "Look", layout_options: LayoutOptions = ...) -> Pages:
        """Break a publication into pages. Raises `BuildError`, and `OSError` for a disk that is full."""


def prepare(also: Sequence[str] = (), look: str = "") -> None:
    """Begin to load what lays out pages, in a server process that is forked later.

    If `also` names modules, because its processes will do whole builds, load these too. `look` is a guess at what the
    pages will look like, ``THEME,PAPER,LANGUAGE,guide`` or ``…,sheet``, whose style sheets are then read in advance; a
    wrong guess changes nothing else. There is only one server: it does not change while it runs.
    """
    package = f"{__name__}.{PAGED}"
    first = f"{package}.workers.preload"
    whole = (*also, f"{package}.in_parts") if also else ()
    processes.prepare([*whole, first, *([f"{first}.of_{look}"] if look else [])])


def known(name: str) -> str:
    """The name itself. Raises `UsageError` for a format that does not exist; imports nothing."""
    if name not in FORMATS:
        raise UsageError(f"There is no format '{name}'. {suggestion(name, FORMATS)}")
    return name


def load(name: str) -> Format:
    """The module of a format. Raises `UsageError` for one that does not exist."""
    known(name)
    return cast("Format", import_module(f"{__name__}.{name}"))


def needed(name: str) -> tuple[str, ...]:
    """The modules that a format loads only when it writes, or that are loaded before it lays out pages."""
    return tuple(f"{__name__}.{name}.{module}" for module in getattr(load(name), "NEEDED", ()))


def deck(name: str) -> Format:
    """The module of a format of slides, one of `DECKS`."""
    return cast("Format", import_module(f"{__name__}.{DECKS[name]}"))


def paged() -> PagedFormat:
    """The module of the format whose page numbers all formats share."""
    return cast("PagedFormat", load(PAGED))
