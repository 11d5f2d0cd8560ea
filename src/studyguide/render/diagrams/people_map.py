"""The maps of a cast, and which sentence about a tie each number on them leads to."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from studyguide.guide.chapters.cast import Cast
from studyguide.languages.labels import Labels
from studyguide.languages.lists import together
from studyguide.markdown import plain
from studyguide.render.diagrams import split_people, text_width
from studyguide.render.diagrams.geometry import Number
from studyguide.render.diagrams.network import Bond, Network, network
from studyguide.render.diagrams.split_rows import divided
from studyguide.support.keep import Keep
from studyguide.themes.theme import Drawing

MOST = 64
"""The most people for whom maps are drawn: more would fill too many sheets."""
SIZE = 12
BOX = 40
"""The width of a group's box in the key."""
ROOMY = 10
"""The most people on each of several maps: larger maps often fail, after a long time."""
ALTERNATIVE = 150
"""The most characters of a map's alternative text, which is read aloud before the sentences about the ties."""


@dataclass(frozen=True)
class PeopleMap:
    """A map, its description in words, and the numbers of its ties."""

    network: Network
    words: str
    ties: tuple[int, ...]


@dataclass(frozen=True)
class Group:
    """A group of people in the key to their boxes."""

    number: int
    title: str
    lines: tuple[str, ...]
    """The title in lines."""
    height: Number


@dataclass(frozen=True)
class PeopleMaps:
    """The maps of a cast: one if all relationships fit, or as many as necessary; none if there are too many people."""

    maps: tuple[PeopleMap, ...]
    keys: tuple[tuple[Group, ...], ...]
    """The key to the boxes, in as many drawings as necessary."""
    is_apart: bool
    """Whether the key does not fit below the last map."""
    order: tuple[int, ...]
    """The positions of the relationships in the chapter, in the order of their numbers: map by map."""
    missing: tuple[str, ...]
    """Pairs that are on no map, because their names are too long for a sheet."""
    is_shared: bool
    """Whether somebody is on several of them."""
    alone: str
    """The names of the people without a relationship, as a list in words; empty if there are none."""
    alone_count: int
    """How many people that are."""


def people_maps(cast: Cast, drawing: Drawing, labels: Labels, keep: Keep) -> PeopleMaps | None:
    """The maps of relationships; None if there are none. They take long to compute, so they are cached."""
    groups = [(group.title, [(person.id, person.name) for person in group.people]) for group in cast.groups]
    ties = [(tie.source, tie.target, tie.both_ways) for tie in cast.relationships]
    words = labels.language, [labels.table[key] for key in _LABELS]
    make = partial(_people_maps, cast, drawing, labels)
    return keep.on_disk("people-maps", (groups, ties, drawing, words), make, PeopleMaps | None)


_LABELS = ("people.description", "people.others", "people.pair", "people.title", "people.unnamed")


def _people_maps(cast: Cast, drawing: Drawing, labels: Labels) -> PeopleMaps | None:
    ids = list(dict.fromkeys(name for tie in cast.relationships for name in (tie.source, tie.target)))
    groups = [group for group in cast.groups if any(person.id in ids for person in group.people)]
    people = {person.id: (plain(person.name), number) for number, group in enumerate(groups) for person in group.people}
    if not ids or not set(ids) <= set(people):
        return None
    names = [people[name] for name in ids]
    sheets = list(_sheets(names, _bonds(cast, ids), drawing)) if len(ids) <= MOST else []
    order = list(dict.fromkeys([*(n for bonds, _ in sheets for n in _ties(bonds)), *range(len(cast.relationships))]))
    missing = [_pair(names, bond, labels) for bonds, drawn in sheets if not drawn for bond in bonds]
    maps = tuple(_map(names, bonds, drawn, order, labels) for bonds, drawn in sheets if drawn)
    key = [_group(number, plain(group.title), drawing) for number, group in enumerate(groups)]
    used = sum(group.height for group in key) + (maps[-1].network.height if maps else 0)
    keys = divided(key, lambda group: group.height, drawing)
    alone = [plain(person.name) for group in cast.groups for person in group.people if person.id not in ids]
    shown = Counter(number for bonds, drawn in sheets if drawn for number in {n for bond in bonds for n in bond.pair})
    in_words = together(alone, labels.language)
    is_shared = max(shown.values(), default=0) > 1
    return PeopleMaps(maps, keys, used > drawing.height, tuple(order), tuple(missing), is_shared, in_words, len(alone))


def _group(number: int, title: str, drawing: Drawing) -> Group:
    lines = text_width.wrapped(title, drawing.width - BOX, SIZE)
    return Group(number, title, lines, 20 + (len(lines) - 1) * SIZE * text_width.LEADING)


def _map(
    names: Sequence[tuple[str, int]], bonds: Sequence[Bond], drawn: Network, order: list[int], labels: Labels
) -> PeopleMap:
    here = [names[number][0] for number in dict.fromkeys(number for bond in bonds for number in bond.pair)]
    drawn = _with_commas(drawn, labels.signs["comma"].rstrip())
    return PeopleMap(drawn, _description(here, labels), tuple(order.index(tie) + 1 for tie in _ties(bonds)))


def _with_commas(drawn: Network, comma: str) -> Network:
    """The map with commas of the guide’s script between the numbers on its lines; they are as wide as Latin ones."""
    written = (replace(line, lines=tuple(row.replace(",", comma) for row in line.lines)) for line in drawn.lines)
    return replace(drawn, lines=tuple(written))


def _description(names: Sequence[str], labels: Labels) -> str:
    """How many people are on a map, and as many of their names as fit."""
    room = ALTERNATIVE - 1 - max(len(labels.say("people.title", by=by)) for by in ("first", "next"))
    for count in range(len(names), 0, -1):
        some = [*names[:count], *([labels.say("people.others")] if count < len(names) else [])]
        said = labels.say("people.description", n=len(names), names=together(some, labels.language))
        if len(said) <= room:
            return said
    return labels.say("people.unnamed", n=len(names))


def _sheets(
    names: Sequence[tuple[str, int]], bonds: tuple[Bond, ...], drawing: Drawing, most: int = MOST, first: int = 1
) -> Iterator[tuple[tuple[Bond, ...], Network | None]]:
    """All bonds in as few legible maps as possible; connected bonds stay on one map if there is room.

    The numbers on the maps go on from one to the next, beginning with `first`.
    """
    drawn = _drawn(names, _numbered(bonds, first), drawing, most)
    if drawn or len(bonds) < 2:  # noqa: PLR2004 (what cannot be divided)
        yield bonds, drawn
        return
    for part in split_people.halves(bonds):
        yield from _sheets(names, part, drawing, ROOMY, first)
        first += len(_ties(part))


def _ties(bonds: Sequence[Bond]) -> list[int]:
    """The positions of all relationships of some bonds, in the order of the chapter."""
    return sorted(tie for bond in bonds for tie in bond.numbers)


def _numbered(bonds: Sequence[Bond], first: int) -> tuple[Bond, ...]:
    """The bonds with the numbers that are printed, in place of the positions of their relationships."""
    numbers = {tie: number for number, tie in enumerate(_ties(bonds), first)}
    return tuple(replace(bond, numbers=tuple(numbers[tie] for tie in bond.numbers)) for bond in bonds)


def _drawn(names: Sequence[tuple[str, int]], bonds: tuple[Bond, ...], drawing: Drawing, most: int) -> Network | None:
    """The map of these bonds alone, with the people in them."""
    here = sorted({number for bond in bonds for number in bond.pair})
    if len(here) > most:
        return None
    renumbered = {number: place for place, number in enumerate(here)}
    moved = (replace(bond, pair=(renumbered[bond.pair[0]], renumbered[bond.pair[1]])) for bond in bonds)
    return network(tuple(names[number] for number in here), tuple(moved), drawing)


def _bonds(cast: Cast, ids: list[str]) -> tuple[Bond, ...]:
    """One bond for each pair, in the order of the list, with all its relationships."""
    found: dict[tuple[int, int], Bond] = {}
    for number, tie in enumerate(cast.relationships):
        one, other = ids.index(tie.source), ids.index(tie.target)
        if one != other:
            pair = min(one, other), max(one, other)
            old = found.get(pair, Bond(pair, (), forth=False, back=False))
            forth, back = tie.both_ways or one < other, tie.both_ways or one > other
            found[pair] = Bond(pair, (*old.numbers, number), old.forth or forth, old.back or back)
    return tuple(found.values())


def _pair(names: Sequence[tuple[str, int]], bond: Bond, labels: Labels) -> str:
    one, other = (names[number][0] for number in bond.pair)
    return labels.say("people.pair", one=one, other=other)
