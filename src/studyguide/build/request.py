"""Requests for builds, and the files that were built."""

from dataclasses import dataclass, field
from pathlib import Path

from studyguide.formats import LayoutOptions
from studyguide.support.errors import BuildError


@dataclass(frozen=True)
class Request:
    """The edition, formats and options of a build."""

    formats: tuple[str, ...]
    output: Path
    """The folder to write to."""
    edition: str | None = None
    """None: the first edition that the guide declares."""
    paper: str | None = None
    """None: the edition's, or A4."""
    theme: str | None = None
    """None: the edition's, or quiet."""
    booklet: bool = False
    """Whether paged formats are laid out on half the paper, to be folded and stapled."""
    numbered: bool = True
    """Whether formats without pages of their own have the page numbers of the printed edition."""
    layout_options: LayoutOptions = field(default_factory=LayoutOptions)
    """The cache and the processes for layout."""


@dataclass(frozen=True)
class Built:
    """A finished file, and its number of pages; None for a format without pages."""

    path: Path
    pages: int | None
    remark: str | None = None
    """A feature that it lacks on this machine, and the reason."""
    prints: str = ""
    """A summary of its edition: ``student: spoilers to the end, no answers``."""


class SomeFailedError(BuildError):
    """Some formats of a build failed; `built` are the others."""

    def __init__(self, message: str, built: tuple[Built, ...]) -> None:
        self.built = built
        super().__init__(message)

    def __reduce__(self) -> tuple[type["SomeFailedError"], tuple[str, tuple[Built, ...]]]:
        """Pickle the error, to send it to another process."""
        return type(self), (str(self), self.built)
