"""The order of a guide's sheets: by the chapters that they are made from, as the guide has them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from studyguide.editions.select import select
from studyguide.guide import walk
from studyguide.guide.info import Edition
from studyguide.guide.model import Chapter, Guide
from studyguide.handouts.handout_kinds import Handout, of_group


@dataclass(frozen=True)
class Home:
    """The chapter that a sheet is made from: its place in the guide, and its plain title."""

    place: int
    chapter: str


def homes(guide: Guide, edition: Edition, group: str) -> Mapping[str, Home]:
    """The home of each sheet of a group by the sheet's name, in the order of the homes.

    A sheet named after a chapter or an item belongs to that chapter, another to the first chapter that it prints from.
    """
    selected = select(guide, edition)
    owners = {name: place for place, chapter in enumerate(selected.chapters) for name in _names(chapter)}
    found = {
        name: _owner(name, module, selected, owners)
        for module in of_group(group)
        for name, _ in module.subjects(selected)
    }
    in_order = sorted(found.items(), key=lambda each: each[1])
    return {name: Home(place, selected.chapters[place].title) for name, place in in_order}


def _names(chapter: Chapter) -> Iterator[str]:
    """The id of a chapter, and those of its items."""
    yield from (name for _, name, _ in walk.named(chapter))


def _owner(sheet: str, module: Handout, guide: Guide, owners: Mapping[str, int]) -> int:
    """The place of the chapter that a sheet belongs to; a prefix such as ``log-`` is not part of an id."""
    parts = sheet.split("-")
    ends = ("-".join(parts[begin:]) for begin in range(len(parts)))
    if (name := next((end for end in ends if end in owners), None)) is not None:
        return owners[name]
    return next((place for place, chapter in enumerate(guide.chapters) if chapter.kind in module.MADE_OF), 0)
