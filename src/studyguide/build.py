"""Build: the whole story. Load, check, select, render, look, write."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studyguide import formats, gates, theme
from studyguide.check import check
from studyguide.edition import find, select
from studyguide.errors import BuildError, GuideError, Problem
from studyguide.load import read
from studyguide.model import Edition, Guide
from studyguide.publication import Publication
from studyguide.render import render


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


Report = Callable[[str], None]
"""Told the name of each stage when it begins."""


def sound(folder: Path) -> Guide:
    """The guide in `folder`, loaded and checked. Raises `GuideError` with every problem there is."""
    draft = read(folder)
    problems = (*draft.problems, *(check(draft.guide, draft.ids, draft.keys) if draft.guide else ()))
    if problems or draft.guide is None:
        raise GuideError(problems)
    return draft.guide


def build(folder: Path, request: Request, report: Report = lambda _stage: None) -> tuple[Path, ...]:
    """Write every format asked for, and return the files in that order.

    Raises `GuideError` (the author's mistakes), `UsageError` (a name that does not exist) or `BuildError`
    (layout or disk). A file that cannot be finished leaves the last good one in its place.
    """
    _known(request)
    report("load and check")
    guide = sound(folder)
    edition = find(guide, request.edition)
    report("select and render")
    publication = publish(guide, edition)
    _make(request.output)
    paper = request.paper or edition.paper or "a4"
    targets = []
    for name in request.formats:
        report(f"write {name}")
        writer = formats.load(name)  # not before the guide is known to be sound: WeasyPrint takes half a second
        look = theme.look(name, theme=request.theme or edition.theme or "quiet", paper=paper)
        special = paper if writer.PAGED and paper != (edition.paper or "a4") else None
        target = request.output / _file_name(guide, edition, special, writer.SUFFIX)
        writer.write(publication, look, target)
        targets.append(target)
    return tuple(targets)


def publish(guide: Guide, edition: Edition) -> Publication:
    """What an edition will print. Raises `GuideError` where it would be empty, or would give too much away."""
    selected = select(guide, edition)
    if not selected.chapters:
        place = guide.places["guide.yaml"]["editions", guide.info.editions.index(edition)]
        message = f"The edition '{edition.id}' holds nothing. Let it reveal more, or name other chapters."
        raise GuideError([Problem(place.file, place.line, place.column, message)])
    if problems := gates.slips(guide, edition, selected):
        raise GuideError(problems)
    publication = render(selected, edition)
    gates.prove(publication, guide, edition)
    return publication


def _known(request: Request) -> None:
    """Raise `UsageError` for a format, theme or paper that does not exist."""
    for name in request.formats:
        formats.known(name)
        theme.look(name, theme=request.theme or "quiet", paper=request.paper or "a4")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BuildError(
            f"The folder {folder} cannot be made: {error.strerror}. Choose another with --output."
        ) from error


def _file_name(guide: Guide, edition: Edition, paper: str | None, suffix: str) -> str:
    """``name.pdf`` for the first edition on its own paper; other editions and papers are named."""
    special = edition.id if edition != guide.info.editions[0] else None
    return "-".join(filter(None, (guide.info.name, special, paper))) + suffix
