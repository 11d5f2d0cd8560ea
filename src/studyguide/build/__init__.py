"""Build: the main flow. Load, check, select and render (`update`), then write each format."""

from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile

from studyguide import formats
from studyguide.build import file_names
from studyguide.build.edition_files import EditionFiles
from studyguide.build.edition_publication import Report, keep_of, update
from studyguide.build.request import Built, Request, SomeFailedError
from studyguide.editions.select import summary
from studyguide.guide.info import Edition
from studyguide.support import meanwhile
from studyguide.support.errors import BuildError
from studyguide.themes import theme
from studyguide.themes.theme import Drawing

__all__ = ["Built", "Report", "Request", "SomeFailedError", "build", "make"]


def build(folder: Path, request: Request, report: Report = lambda _stage: None) -> tuple[Built, ...]:
    """Write every requested format, and return the files in that order, followed by the edition's page map, if any.

    Raises `GuideError` (the author's mistakes), `UsageError` (a name that does not exist) or `BuildError`
    (layout or disk). Formats do not depend on each other: if one fails, the others are written, and then
    `SomeFailedError` is raised. If a file cannot be finished, the last good one stays in place.
    """
    _known(request)
    keep = keep_of(folder, request.layout_options.cache)
    meanwhile.plan(*chain.from_iterable(map(formats.needed, request.formats)))
    updated = update(folder, keep, request.edition, drawing_of=partial(_drawing, request), report=report)
    make(request.output)
    with closing(EditionFiles(updated, request)) as files:
        prints = summary(updated.guide, updated.edition)
        written, failed = _written(files, request, report)
        built = tuple(replace(each, prints=prints) for each in written)
        if failed:
            message = "\n".join(f"The format '{name}' was not written. {error}" for name, error in failed.items())
            raise SomeFailedError(message, built) if built else next(iter(failed.values()))
        return (*built, *(replace(each, prints=prints) for each in files.write_map()))


def _drawing(request: Request, edition: Edition) -> Drawing:
    """The size of drawings in the theme and on the paper of an edition."""
    paper = file_names.chosen(edition, request.paper, is_booklet=request.booklet)
    return theme.drawing(request.theme or edition.theme or "quiet", paper.pages)


def _written(files: EditionFiles, request: Request, report: Report) -> tuple[tuple[Built, ...], dict[str, BuildError]]:
    """The files of all formats that could be written, and the errors of the others."""
    built: list[Built] = []
    failed: dict[str, BuildError] = {}
    for name in request.formats:
        report(f"write {name}")
        try:
            built.append(files.write(formats.load(name)))  # WeasyPrint takes half a second: not for a faulty guide
        except BuildError as error:
            failed[name] = error
    return tuple(built), failed


def _known(request: Request) -> None:
    """Raise `UsageError` for a format, theme or paper that does not exist."""
    for name in request.formats:
        formats.known(name)
        theme.look(name, theme=request.theme or "quiet", paper=request.paper or "a4")


def make(folder: Path) -> None:
    """Make a folder to write to. Raises `BuildError` if it cannot be made or written to."""
    action = "made"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        action = "written to"
        TemporaryFile(dir=folder).close()  # fail now, not after all pages are laid out
    except OSError as error:
        reason = error.strerror or str(error)
        raise BuildError(f"The folder {folder} cannot be {action}: {reason}. Choose another with --output.") from error
