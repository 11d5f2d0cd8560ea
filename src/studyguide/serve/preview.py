"""Preview: a guide as its files are now, edition by edition; what was last good stays while there are problems.

Nothing here knows of the network. All functions that work run in one thread.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import blake2b
from pathlib import Path

from studyguide import formats
from studyguide.build.edition_publication import Updated, update
from studyguide.formats import web
from studyguide.guide.load import read
from studyguide.guide.model import Guide
from studyguide.publication import Publication, Section
from studyguide.render.text_sources import without_sources
from studyguide.serve import faults
from studyguide.serve.places import Editor, Note, Spot
from studyguide.support import images, safe_files
from studyguide.support.errors import GuideError, UsageError, bounded
from studyguide.support.keep import Keep
from studyguide.themes import theme
from studyguide.themes.theme import Look

PAGE, PICTURES = ".html", "images/"


@dataclass(frozen=True)
class State:
    """An edition after the last save."""

    number: int = 0
    """It grows with each save."""
    edition: str = ""
    editions: tuple[tuple[str, str], ...] = ()
    """The id and the title of each edition that can be chosen."""
    problems: tuple[Note, ...] = ()
    error: str = ""
    """Why there is no new version, if it is not the guide's fault."""
    pages: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The pages of the last good version by name: a digest, and the title."""
    look: str = ""
    """A digest of the style sheet."""
    files: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)
    """The files of the last good version."""
    updated: Updated | None = None
    """The last good version; elements of its pages have sources."""
    remarks: tuple[Note, ...] | None = None
    """None: not known yet."""

    @property
    def is_current(self) -> bool:
        """Whether the pages are those of the newest files."""
        return not self.problems and not self.error and self.updated is not None


class SupersededError(Exception):
    """Files were saved while remarks were looked for."""


class Preview:
    """The states of a guide's editions."""

    def __init__(self, folder: Path, editor: str, keep: Keep) -> None:
        self.folder, self._keep = folder, keep
        self.editor = Editor(folder, editor)
        self._views: dict[str, Keep] = {}
        self._states: dict[str, State] = {}
        self._first = ""
        """The id of the first edition, which has an empty name too, in the last version of it without problems."""
        self._looks: dict[tuple[str, str, str, str], Look] = {}

    def state(self, edition: str) -> State:
        """An edition after the last `update`; empty if there was none."""
        name = edition or self._first
        return self._states.get(name, State(edition=name))

    def update(self, edition: str, number: int) -> State:
        """An edition as the files are now; an empty name is the first. The last good pages stay if there are faults."""
        before = replace(self.state(edition), number=number, problems=(), error="", remarks=None)
        try:
            updated = update(self.folder, self._keep, edition or None, sourced=True)
            self._first = self._first if edition else updated.edition.id
            state = self._shown(before, updated)
        except GuideError as error:
            guide = self._readable()
            notes = tuple(self.editor.note(each, guide.places if guide else {}) for each in bounded(error.problems))
            state = replace(before, problems=notes, editions=_editions(guide) or before.editions)
        except Exception as error:  # noqa: BLE001 (the next save is shown after any fault)
            state = replace(before, error=faults.told(error), editions=_editions(self._readable()) or before.editions)
        self._states[state.edition] = state
        return state

    def remarks(self, edition: str, between: Callable[[], None]) -> State:
        """The same with the remarks on it and the problems of other editions and handouts, if the guide is sound.

        `between` is called between rules, and may raise `SupersededError`.
        """
        from studyguide.build import edition_check
        from studyguide.lint import rules

        state = self.state(edition)
        if state.updated is None or not state.is_current:
            return state
        guide = state.updated.guide
        between()
        problems = tuple(self.editor.note(each, guide.places) for each in bounded({*edition_check.problems(guide)}))
        found = (each.problem() for each in rules.remarks(guide, between))
        notes = tuple(self.editor.note(each, guide.places) for each in found)
        state = self._states[state.edition] = replace(state, remarks=(*problems, *notes))
        return state

    def spot(self, edition: str, source: str) -> Spot | None:
        """The place of what an element shows; None if the guide has no such text."""
        updated = self.state(edition).updated
        return self.editor.spot(source, updated.guide) if updated else None

    def content(self, edition: str, name: str) -> bytes | None:
        """A file of the last good version; None if it has none of that name."""
        make = self.state(edition).files.get(name)
        if make is None:
            return None
        if name.startswith(PICTURES):  # it may have been exchanged since it was checked
            try:
                return safe_files.read(self.folder, name, images.MAX_SIZE)
            except safe_files.RefusedError:
                return None
        return make()

    def epub(self, edition: str) -> bytes:
        """The e-book of the last good version, without page numbers. Raises `UsageError` if there is none."""
        from studyguide.formats.epub import book

        keep = self._view(f"{self.state(edition).edition}.epub")
        return book.book(self.plain(edition), self.look("epub", edition), keep)

    def plain(self, edition: str) -> Publication:
        """The last good publication of an edition as it is built, without sources.

        Raises `UsageError` if none is, or if a picture in it cannot be read any more.
        """
        updated, keep = self._updated(edition), self._view(self.state(edition).edition)
        for asset in updated.publication.assets:
            self._find(asset.name)
        sections = updated.publication.sections
        plain = (keep(("plain", each.id), (each,), partial(_without_sources, each)) for each in sections)
        return replace(updated.publication, sections=tuple(plain))

    def look(self, name: str, edition: str) -> Look:
        """The look of an edition in a format."""
        return self._look(name, self._updated(edition))

    def _find(self, picture: str) -> None:
        """Raise `UsageError` if a picture is not one of the guide any more: it was exchanged since it was checked."""
        try:
            safe_files.find(self.folder, picture, images.MAX_SIZE)
        except safe_files.RefusedError as error:
            raise UsageError(f"The page is from before, and its picture is not there any more: {error}.") from error

    def _look(self, name: str, updated: Updated) -> Look:
        paper = (updated.edition.paper or "a4") if name == formats.PAGED else "a4"
        about = updated.publication.metadata
        asked = name, updated.edition.theme or "quiet", paper, about.language
        if asked not in self._looks:
            self._looks[asked] = theme.look(name, theme=asked[1], paper=paper).in_language(
                about.language, about.direction
            )
        return self._looks[asked]

    def _updated(self, edition: str) -> Updated:
        updated = self.state(edition).updated
        if updated is None:
            raise UsageError("There is no version of the guide without problems yet.")
        return updated

    def _shown(self, before: State, updated: Updated) -> State:
        name = updated.edition.id
        look, keep = self._look("web", updated), self._view(name)
        files = web.files(updated.publication, look, keep)
        titles = {web.file_name(each.id): each.title for each in updated.publication.sections}
        pages = {name: (digest(make()), titles.get(name, "")) for name, make in files.items() if name.endswith(PAGE)}
        found = replace(before, edition=name, updated=updated, editions=_editions(updated.guide))
        return replace(found, files=files, pages=pages, look=digest(files[web.STYLE]()))

    def _view(self, name: str) -> Keep:
        return self._views.setdefault(name, Keep())

    def _readable(self) -> Guide | None:
        """The newest files, as far as they can be read."""
        try:
            return read(self.folder, self._keep).guide
        except Exception:  # noqa: BLE001 (`update` has told it)
            return None


def _editions(guide: Guide | None) -> tuple[tuple[str, str], ...]:
    return tuple((each.id, each.title) for each in guide.info.editions if each.id) if guide else ()


def _without_sources(section: Section) -> Section:
    return replace(section, body=without_sources(section.body))


def digest(content: bytes) -> str:
    """A short digest of a page."""
    return blake2b(content, digest_size=12).hexdigest()
