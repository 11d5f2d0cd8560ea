"""Damage to the structure of a YAML file, and to its values."""

from pathlib import Path
from random import Random
from typing import Any

from tests.mutations import places
from tests.mutations.values import VALUES


def drop_key(random: Random, folder: Path) -> None:
    """A key is left out."""

    def drop(tree: Any) -> None:
        parent, key = places.spot(random, tree)
        del parent[key]

    places.edit_tree(random, folder, drop)


def rename_key(random: Random, folder: Path) -> None:
    """A key is misspelt, or is another one of the guide."""

    def rename(tree: Any) -> None:
        parent, key = places.spot(random, tree, dict)
        others = [str(name) for _, name in places.spots(tree) if isinstance(name, str)]
        new = random.choice(
            (f"{key}s", str(key).upper(), str(key)[:-1], f"{key} ", random.choice(others), random.choice(VALUES))
        )
        parent[new] = parent.pop(key)

    places.edit_tree(random, folder, rename)


def add_key(random: Random, folder: Path) -> None:
    """A key too many, or an optional one with a value that it may not have."""
    names = (
        "id",
        "spoiler",
        "sources",
        "seen",
        "status",
        "fact",
        "claims",
        "lines",
        "marks",
        "short",
        "theme",
        "paper",
        "high",
        "gates",
        "reading_age",
        "answers",
        "page_maps",
        "openings",
        "citation_style",
        "chapters",
        "reveals",
        "about",
        "number",
        "options",
        "words",
        "key_scenes",
        "phase",
        "work",
        "when",
        "note",
        "quotations",
    )

    def add(tree: Any) -> None:
        mappings = [tree, *(parent[key] for parent, key in places.spots(tree))]
        random.choice([each for each in mappings if isinstance(each, dict)])[random.choice(names)] = places.value(
            random, tree
        )

    places.edit_tree(random, folder, add)


def change_value(random: Random, folder: Path) -> None:
    """A value becomes something else."""

    def change(tree: Any) -> None:
        parent, key = places.spot(random, tree)
        parent[key] = places.value(random, tree)

    places.edit_tree(random, folder, change)


def change_text(random: Random, folder: Path) -> None:
    """A text gets an odd end, or becomes an odd text."""

    def change(tree: Any) -> None:
        parent, key = places.spot(random, tree, held=str)
        parent[key] = random.choice((str(parent[key]) + random.choice((" ", "", "\n\n")), "")) + random.choice(VALUES)

    places.edit_tree(random, folder, change)


def swap_values(random: Random, folder: Path) -> None:
    """Two values change places."""

    def swap(tree: Any) -> None:
        one, key = places.spot(random, tree, held=str)
        two, other = places.spot(random, tree, held=str)
        one[key], two[other] = two[other], one[key]

    places.edit_tree(random, folder, swap)


def double_entry(random: Random, folder: Path) -> None:
    """An entry of a list stands there twice, or many times."""

    def double(tree: Any) -> None:
        parent, key = places.spot(random, tree, list)
        parent[key:key] = [parent[key]] * random.choice((1, 1, 30))

    places.edit_tree(random, folder, double)


def many_entries(random: Random, folder: Path) -> None:
    """A list has far more entries, each with an id of its own."""

    def multiply(tree: Any) -> None:
        parent, key = places.spot(random, tree, list)
        pattern = parent[key]
        for number in range(random.choice((5, 40))):
            parent.append({**pattern, "id": f"more-{number}"} if isinstance(pattern, dict) else f"{pattern} {number}")

    places.edit_tree(random, folder, multiply)


def other_type(random: Random, folder: Path) -> None:
    """A list is a mapping, a mapping a list, a text one of both, or a number."""

    def change(tree: Any) -> None:
        parent, key = places.spot(random, tree)
        parent[key] = random.choice(_others(parent[key]))

    places.edit_tree(random, folder, change)


def _others(value: Any) -> list[Any]:
    """What a value could be taken for."""
    if isinstance(value, dict):
        pairs = [{key: each} for key, each in value.items()]
        return [pairs, [value], [*value], [*value.values()], ", ".join(value), {"a": value}, {**value, "": ""}]
    if isinstance(value, list):
        named = {str(number): each for number, each in enumerate(value)}
        return [named, [value], value[0], dict.fromkeys(map(str, value)), ", ".join(map(str, value)), value[::-1]]
    texts = str(value)
    return [[value], {texts: None}, {"text": value}, [*texts], texts.split(" "), True, 10**400, -1, 1.5, float("nan")]
