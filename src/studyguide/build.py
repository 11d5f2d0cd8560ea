"""Build: the whole story. Load, check, select, render, look, write."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studyguide import formats, theme
from studyguide.check import check
from studyguide.edition import find, select
from studyguide.errors import BuildError, GuideError
from studyguide.load import read
from studyguide.model import Edition, Guide
from studyguide.render import render


@dataclass(frozen=True)
class Request:
    """What to make of a guide."""

    formats: tuple[str, ...]
    output: Path
    """The folder to write to."""
    edition: str | None = None
    """None: the first edition that the guide declares."""
    paper: str = "a4"
    theme: str = "quiet"


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
    for name in request.formats:
        formats.known(name)
    looks = {name: theme.look(name, theme=request.theme, paper=request.paper) for name in request.formats}
    report("load and check")
    guide = sound(folder)
    edition = find(guide, request.edition)
    report("render")
    publication = render(select(guide, edition), edition)
    _make(request.output)
    targets = []
    for name, look in looks.items():
        report(f"write {name}")
        writer = formats.load(name)  # not before the guide is known to be sound: WeasyPrint takes half a second
        target = request.output / _file_name(guide, edition, request.paper if writer.PAGED else "a4", writer.SUFFIX)
        writer.write(publication, look, target)
        targets.append(target)
    return tuple(targets)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BuildError(
            f"The folder {folder} cannot be made: {error.strerror}. Choose another with --output."
        ) from error


def _file_name(guide: Guide, edition: Edition, paper: str, suffix: str) -> str:
    """``name.pdf`` for the first edition on A4; other editions and papers are named."""
    special = edition.id if edition != guide.info.editions[0] else None
    return "-".join(filter(None, (guide.info.name, special, paper if paper != "a4" else None))) + suffix
