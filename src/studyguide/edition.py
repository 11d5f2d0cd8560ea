"""Editions: who a copy is for, as a pure function from guide to guide."""

from dataclasses import replace

from studyguide.errors import UsageError, suggestion
from studyguide.model import Edition, Guide


def find(guide: Guide, name: str | None) -> Edition:
    """The edition called `name`, or the first one. Raises `UsageError` with the names there are."""
    editions = {edition.id: edition for edition in guide.info.editions}
    if name is None:
        return guide.info.editions[0]
    if name not in editions:
        raise UsageError(f"There is no edition '{name}'. {suggestion(name, editions)}")
    return editions[name]


def select(guide: Guide, edition: Edition) -> Guide:
    """The guide as this edition's readers get it: without what gives away more than the edition reveals."""
    kept = (chapter for chapter in guide.chapters if chapter.spoiler.rank <= edition.reveals.rank)
    return replace(guide, chapters=tuple(chapter.for_edition(edition) for chapter in kept))
