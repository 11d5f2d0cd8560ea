"""Editions: who a copy is for, as a pure function from guide to guide."""

from collections.abc import Iterator
from dataclasses import replace

from studyguide.errors import Problem, UsageError, suggestion
from studyguide.model import Chapter, Edition, Guide, Place, Spoiler
from studyguide.sift import sift
from studyguide.walk import items


def find(guide: Guide, name: str | None) -> Edition:
    """The edition called `name`, or the first one. Raises `UsageError` with the names there are."""
    editions = {edition.id: edition for edition in guide.info.editions}
    if name is None:
        return guide.info.editions[0]
    if name not in editions:
        raise UsageError(f"There is no edition '{name}'. {suggestion(name, editions)}")
    return editions[name]


def select(guide: Guide, edition: Edition) -> Guide:
    """The guide as this edition's readers get it: what it holds and may reveal, and nothing that points elsewhere."""
    meant = [each for each in guide.chapters if each.audience in {"student", edition.audience}]
    held = [each for each in meant if not edition.chapters or each.id in edition.chapters]
    chapters = _sifted([each.for_edition(edition) for each in held], edition, None)
    before: frozenset[str] = frozenset()
    while (ids := _ids(chapters)) != before:  # what points to something hidden may hide something itself
        chapters, before = _sifted(chapters, edition, ids), ids
    return replace(guide, chapters=tuple(chapters))


def faults(guide: Guide) -> Iterator[Problem]:
    """Editions of a sound guide that would hold nothing, or nothing of a chapter that they name."""
    for number, edition in enumerate(guide.info.editions):
        if edition.chapters or edition.reveals != Spoiler.ENDING:
            yield from _faults(guide, edition, number)


def _faults(guide: Guide, edition: Edition, number: int) -> Iterator[Problem]:
    places = guide.places["guide.yaml"]
    held = {chapter.id for chapter in select(guide, edition).chapters}
    if not held and not set(edition.chapters) - set(guide.info.chapters):
        message = f"The edition '{edition.id}' holds nothing. Let it reveal more, or name other chapters."
        yield _at(places["editions", number], message)
        return
    for place, name in enumerate(edition.chapters):
        if name not in held and name in guide.info.chapters:  # that there is no such chapter is said elsewhere
            message = (
                f"Nothing of the chapter '{name}' can be in the edition '{edition.id}': it gives away more than "
                f"'{edition.reveals}', or needs a chapter that is left out. Let the edition reveal more, name that "
                "chapter too, or take this one out."
            )
            yield _at(places["editions", number, "chapters", place], message)


def _at(place: Place, message: str) -> Problem:
    return Problem(place.file, place.line, place.column, message)


def _sifted(chapters: list[Chapter], edition: Edition, ids: frozenset[str] | None) -> list[Chapter]:
    seen = (chapter for chapter in chapters if chapter.spoiler.rank <= edition.reveals.rank)
    return [kept for kept in (sift(chapter, edition.reveals, ids) for chapter in seen) if kept is not None]


def _ids(chapters: list[Chapter]) -> frozenset[str]:
    found = (getattr(part, "id", None) for chapter in chapters for _, part in items(chapter))
    return frozenset(name for name in found if name)
