"""Build: the whole story. Load, check, select, render, look, write."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from studyguide import formats, theme
from studyguide.copies import Copy
from studyguide.edition import find
from studyguide.errors import BuildError
from studyguide.order import Built, Request
from studyguide.publishing import publish
from studyguide.review import sound

__all__ = ["Built", "Report", "Request", "build", "make", "publish"]

Report = Callable[[str], None]
"""Told the name of each stage when it begins."""


def build(folder: Path, request: Request, report: Report = lambda _stage: None) -> tuple[Built, ...]:
    """Write every format asked for, and return the files in that order, and at the end the page map of an edition.

    Raises `GuideError` (the author's mistakes), `UsageError` (a name that does not exist) or `BuildError`
    (layout or disk). A file that cannot be finished leaves the last good one in its place.
    """
    _known(request)
    report("load and check")
    guide = sound(folder)
    edition = find(guide, request.edition)
    report("select and render")
    make(request.output)
    built = []
    with closing(Copy(guide, edition, request, publish(guide, edition))) as copy:
        for name in request.formats:
            report(f"write {name}")
            built.append(
                copy.write(formats.load(name))
            )  # WeasyPrint takes half a second: not for a guide with problems
        return (*built, *copy.write_map())


def _known(request: Request) -> None:
    """Raise `UsageError` for a format, theme or paper that does not exist."""
    for name in request.formats:
        formats.known(name)
        theme.look(name, theme=request.theme or "quiet", paper=request.paper or "a4")


def make(folder: Path) -> None:
    """Make a folder to write to. Raises `BuildError` where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BuildError(
            f"The folder {folder} cannot be made: {error.strerror}. Choose another with --output."
        ) from error
