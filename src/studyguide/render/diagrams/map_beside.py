"""The ties of a cast, map by map, and whether a map and its sentences fit on one page, side by side."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from studyguide.guide.chapters.cast import Cast, Relationship
from studyguide.markdown import plain
from studyguide.render.diagrams.people_map import PeopleMap, PeopleMaps

LETTERS = 46
"""The letters that fit on a line of a sentence beside a map, on any paper that has room for both."""
LINE = 15
"""The units of a map that are as high as a line of a sentence."""
GAP = 0.4
"""The white space after a sentence, and what its badges and sources may add, in lines."""
MOST = 52
"""The lines that a page has for a map and its sentences, below a heading; a tenth is left for what is misjudged."""
CAPTION = 3
INTRO = 70
"""The letters that fit on a line of the introduction."""


@dataclass(frozen=True)
class MappedTies:
    """A map and the ties on it, with their numbers; or the ties that are on no map."""

    map: PeopleMap | None
    ties: tuple[tuple[int, Relationship], ...]
    is_whole: bool
    """Whether the map and its sentences fit on one page."""


def mapped_ties(cast: Cast, drawn: PeopleMaps | None) -> tuple[MappedTies, ...]:
    """All ties of a cast, each once: those of each map, and last those that are on no map."""
    order = drawn.order if drawn else range(len(cast.relationships))
    every = tuple((number, cast.relationships[place]) for number, place in enumerate(order, 1))
    return tuple(_mapped(cast, drawn, every)) if drawn else (MappedTies(None, every, is_whole=False),)


def _mapped(cast: Cast, drawn: PeopleMaps, every: Sequence[tuple[int, Relationship]]) -> Iterator[MappedTies]:
    room = MOST - len(cast.relationships_intro or "") / INTRO
    for each in drawn.maps:
        ties = tuple(every[number - 1] for number in each.ties)
        keys = drawn.keys if each is drawn.maps[-1] else ()
        map_lines = (each.network.height + sum(group.height for key in keys for group in key)) / LINE + CAPTION
        yield MappedTies(each, ties, is_whole=_height(map_lines, _sentences(cast, ties)) <= room)
        room = MOST
    shown = {number for each in drawn.maps for number in each.ties}
    if rest := tuple(tie for tie in every if tie[0] not in shown):
        yield MappedTies(None, rest, is_whole=False)


def _height(map_lines: float, sentences: Iterable[str]) -> float:
    """The lines of a map with sentences beside it, and below it in two columns."""
    lines = sum(1 + len(sentence) // LETTERS + GAP for sentence in sentences)
    return max(map_lines, (map_lines + lines) / 2 + 1)


def _sentences(cast: Cast, ties: Sequence[tuple[int, Relationship]]) -> Iterator[str]:
    names = {person.id: person.name for group in cast.groups for person in group.people}
    return (plain(f"{number} {names[tie.source]} {names[tie.target]} {tie.label}") for number, tie in ties)
