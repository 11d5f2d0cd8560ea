"""People: the map of a cast, and which list entry each number on it stands for."""

from dataclasses import dataclass

from studyguide.chapters.cast import Cast
from studyguide.markdown import plain
from studyguide.pictures.network import Bond, Network, network


@dataclass(frozen=True)
class PeopleMap:
    """A map with the groups that it shows, and what it says in words."""

    network: Network
    groups: tuple[str, ...]
    """Titles, by the numbers that names carry."""
    words: str


def people_map(cast: Cast) -> PeopleMap | None:
    """The map of who is bound to whom; None where nothing binds anybody, or too much for one sheet."""
    ids = list(dict.fromkeys(name for tie in cast.relationships for name in (tie.source, tie.target)))
    groups = [group for group in cast.groups if any(person.id in ids for person in group.people)]
    people = {person.id: (plain(person.name), number) for number, group in enumerate(groups) for person in group.people}
    if not ids or not set(ids) <= set(people):
        return None
    bonds = _bonds(cast, ids)
    drawn = network(tuple(people[name] for name in ids), bonds)
    if drawn is None:
        return None
    words = f"{len(ids)} people; the numbers lead to the list below. "
    words += "; ".join(_words([people[name][0] for name in ids], bond) for bond in bonds) + "."
    return PeopleMap(drawn, tuple(plain(group.title) for group in groups), words)


def _bonds(cast: Cast, ids: list[str]) -> tuple[Bond, ...]:
    """One bond a pair, in the order of the list, with all that the list says of the two."""
    found: dict[tuple[int, int], Bond] = {}
    for number, tie in enumerate(cast.relationships, start=1):
        one, other = ids.index(tie.source), ids.index(tie.target)
        if one != other:
            pair = min(one, other), max(one, other)
            old = found.get(pair, Bond(pair, (), forth=False, back=False))
            forth, back = tie.both_ways or one < other, tie.both_ways or one > other
            found[pair] = Bond(pair, (*old.numbers, number), old.forth or forth, old.back or back)
    return tuple(found.values())


def _words(names: list[str], bond: Bond) -> str:
    return f"{names[bond.pair[0]]} and {names[bond.pair[1]]}: {', '.join(map(str, bond.numbers))}"
