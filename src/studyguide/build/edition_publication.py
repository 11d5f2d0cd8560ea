"""The publication of an edition: the only path from a guide's folder to printed text. Read, check, select, render."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from studyguide.build.checked_guide import sound
from studyguide.editions import spoiler_words
from studyguide.editions.select import find, select
from studyguide.guide.info import Edition
from studyguide.guide.model import Guide
from studyguide.publication import Publication
from studyguide.render import render
from studyguide.render.text_sources import text_sources
from studyguide.support.cache import Cache
from studyguide.support.errors import GuideError
from studyguide.support.keep import Keep
from studyguide.themes import theme
from studyguide.themes.theme import Drawing


@dataclass(frozen=True)
class Updated:
    """An edition of a guide as its files are now."""

    guide: Guide
    edition: Edition
    publication: Publication


Report = Callable[[str], None]
"""Called with the name of each stage when it begins."""


def update(  # noqa: PLR0913
    folder: Path,
    keep: Keep,
    edition: str | None = None,
    *,
    drawing_of: Callable[[Edition], Drawing] | None = None,
    sourced: bool = False,
    report: Report = lambda _stage: None,
) -> Updated:
    """The publication of an edition (None: the first) of the guide in `folder`.

    `drawing_of` returns the size of its drawings, if it does not depend on its own theme and paper. If it is `sourced`,
    elements have the sources of their texts (`render.text_sources`). With the same
    `keep`, only steps whose files, chapters or answers have changed are done again; a part that is the same as before
    is the same object. Raises `GuideError` (the author's mistakes), `UsageError` (there is no such folder or edition)
    or `BuildError` (citations cannot be set).
    """
    report("load and check")
    guide = sound(folder, keep, edition)
    found = find(guide, edition)
    report("select and render")
    return Updated(guide, found, publish(guide, found, drawing_of(found) if drawing_of else None, sourced=sourced))


def keep_of(folder: Path, cache: Path | None) -> Keep:
    """This process's results for the guide in `folder`, if it was the last guide built; if not, a new `Keep`."""
    name = folder.absolute(), cache
    keep = _last.get(name)
    if keep is None:
        keep = Keep(Cache(cache))
        _last.clear()  # another thread may build another guide, so nothing is read from here again
        _last[name] = keep
    return keep


_last: dict[tuple[Path, Path | None], Keep] = {}


def publish(guide: Guide, edition: Edition, drawing: Drawing | None = None, *, sourced: bool = False) -> Publication:
    """The publication of an edition of a sound guide. Raises `GuideError` if it would give too much away.

    `drawing` is the size of drawings, if it does not depend on the edition's own theme and paper. Raises `BuildError`
    if citations cannot be set.
    """
    selected = select(guide, edition)
    if problems := spoiler_words.slips(guide, edition, selected):
        raise GuideError(problems)
    drawing = drawing or theme.drawing(edition.theme or "quiet", edition.paper or "a4")
    publication = render(selected, edition, drawing, text_sources(guide) if sourced else None)
    spoiler_words.prove(publication, guide, edition)
    return publication
