"""Build: the whole story. Load, check, select and render (`update`); then write each format."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile

from studyguide import formats
from studyguide.build.edition_files import EditionFiles
from studyguide.build.edition_publication import Report, keep_of, update
from studyguide.build.request import Built, Request, SomeFailedError
from studyguide.editions.select import summary
from studyguide.support.errors import BuildError
from studyguide.themes import theme

__all__ = ["Built", "Report", "Request", "SomeFailedError", "build", "make"]


def build(folder: Path, request: Request, report: Report = lambda _stage: None) -> tuple[Built, ...]:
    """Write every format asked for, and return the files in that order, and at the end the page map of an edition.

    Raises `GuideError` (the author's mistakes), `UsageError` (a name that does not exist) or `BuildError`
    (layout or disk). Formats do not depend on each other: where one fails, the others are written, and then
    `SomeFailedError` is raised. A file that cannot be finished leaves the last good one in its place.
    """
    _known(request)
    keep = keep_of(folder, request.layout_options.cache)
    updated = update(folder, keep, request.edition, theme_name=request.theme, report=report)
    make(request.output)
    with closing(EditionFiles(updated, request)) as copy:
        prints = summary(updated.guide, updated.edition)
        written, failed = _written(copy, request, report)
        built = tuple(replace(each, prints=prints) for each in written)
        if failed:
            message = "\n".join(f"The format '{name}' was not written. {error}" for name, error in failed.items())
            raise SomeFailedError(message, built) if built else next(iter(failed.values()))
        return (*built, *(replace(each, prints=prints) for each in copy.write_map()))


def _written(copy: EditionFiles, request: Request, report: Report) -> tuple[tuple[Built, ...], dict[str, BuildError]]:
    """The files of all formats that could be written, and what went wrong with the others."""
    built: list[Built] = []
    failed: dict[str, BuildError] = {}
    for name in request.formats:
        report(f"write {name}")
        try:
            built.append(copy.write(formats.load(name)))  # WeasyPrint takes half a second: not for a faulty guide
        except BuildError as error:
            failed[name] = error
    return tuple(built), failed


def _known(request: Request) -> None:
    """Raise `UsageError` for a format, theme or paper that does not exist."""
    for name in request.formats:
        formats.known(name)
        theme.look(name, theme=request.theme or "quiet", paper=request.paper or "a4")


def make(folder: Path) -> None:
    """Make a folder to write to. Raises `BuildError` where that cannot be done, or nothing can be written to it."""
    what = "made"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        what = "written to"
        TemporaryFile(dir=folder).close()  # it is known now, and not when all pages are laid out
    except OSError as error:
        reason = error.strerror or str(error)
        raise BuildError(f"The folder {folder} cannot be {what}: {reason}. Choose another with --output.") from error
