"""What to build, and what was built."""

from dataclasses import dataclass, field
from pathlib import Path

from studyguide.formats import LayoutOptions
from studyguide.support.errors import BuildError


@dataclass(frozen=True)
class Request:
    """What to make of a guide."""

    formats: tuple[str, ...]
    output: Path
    """The folder to write to."""
    edition: str | None = None
    """None: the first edition that the guide declares."""
    paper: str | None = None
    """None: the edition's, or else A4."""
    theme: str | None = None
    """None: the edition's, or else the quiet one."""
    booklet: bool = False
    """Whether paged formats are set on half the paper, to be folded and stapled."""
    numbered: bool = True
    """Whether formats without pages of their own have the page numbers of the printed edition."""
    layout_options: LayoutOptions = field(default_factory=LayoutOptions)
    """Where and how pages are laid out."""


@dataclass(frozen=True)
class Built:
    """A finished file, and how many pages it has; None where there are none."""

    path: Path
    pages: int | None
    remark: str | None = None
    """What it lacks on this machine, and why."""
    prints: str = ""
    """What its edition gives away and answers: ``student: spoilers to the end, no answers``."""


class SomeFailedError(BuildError):
    """Some formats of a build failed; `built` are the others."""

    def __init__(self, message: str, built: tuple[Built, ...]) -> None:
        self.built = built
        super().__init__(message)

    def __reduce__(self) -> tuple[type["SomeFailedError"], tuple[str, tuple[Built, ...]]]:
        """The way from one process to another."""
        return type(self), (str(self), self.built)
