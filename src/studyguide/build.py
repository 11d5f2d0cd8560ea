"""Build: the whole story. Load, check, select, render, look, write."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studyguide import folding, formats, gates, naming, theme
from studyguide.edition import find, select
from studyguide.errors import BuildError, GuideError
from studyguide.model import Edition, Guide
from studyguide.publication import Publication
from studyguide.render import render
from studyguide.review import sound


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


@dataclass(frozen=True)
class Built:
    """A finished file, and how many pages it has; None where there are none."""

    path: Path
    pages: int | None


Report = Callable[[str], None]
"""Told the name of each stage when it begins."""


def build(folder: Path, request: Request, report: Report = lambda _stage: None) -> tuple[Built, ...]:
    """Write every format asked for, and return the files in that order.

    Raises `GuideError` (the author's mistakes), `UsageError` (a name that does not exist) or `BuildError`
    (layout or disk). A file that cannot be finished leaves the last good one in its place.
    """
    _known(request)
    report("load and check")
    guide = sound(folder)
    edition = find(guide, request.edition)
    printed = (naming.booklet if request.booklet else naming.paper)(edition, request.paper)
    report("select and render")
    publication = publish(guide, edition)
    make(request.output)
    built = []
    for name in request.formats:
        report(f"write {name}")
        writer = formats.load(name)  # not before the guide is known to be sound: WeasyPrint takes half a second
        paper = printed if writer.PAGED else naming.Paper()
        look = theme.look(name, theme=request.theme or edition.theme or "quiet", paper=paper.pages)
        target = request.output / naming.file(guide, edition, paper.special, writer.SUFFIX)
        pages = _fold(writer, publication, look, target) if request.booklet else writer.write(publication, look, target)
        built.append(Built(target, pages))
    return tuple(built)


def publish(guide: Guide, edition: Edition) -> Publication:
    """What an edition of a sound guide will print. Raises `GuideError` where it would give too much away."""
    selected = select(guide, edition)
    if problems := gates.slips(guide, edition, selected):
        raise GuideError(problems)
    publication = render(selected, edition)
    gates.prove(publication, guide, edition)
    return publication


def _fold(writer: formats.Format, publication: Publication, look: theme.Look, target: Path) -> int | None:
    """Write pages of half size, then put them on sheets; the number of the pages."""
    from studyguide.imposition import impose

    with formats.replacing(target) as unfolded:
        try:
            pages = writer.write(publication, look, unfolded)
            impose(unfolded, unfolded, folding.WHOLES[look.paper])
        except BuildError as error:  # it names the file that it knew
            raise BuildError(str(error).replace(str(unfolded), str(target))) from error
    return pages


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
