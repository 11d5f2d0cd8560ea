"""What mutations need: a file, a line, a place in the structure of a file, by chance."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.mutations.values import VALUES

Mutation = Callable[[Random, Path], None]
MOST = 1_000_000
"""Bytes of a file that is damaged further; a larger one was made large by a mutation."""


def edit_lines(random: Random, folder: Path, edit: Callable[[list[str], int], Any]) -> None:
    """Change the lines of a file, around one of them."""
    file, text = any_text(random, folder)
    lines = text.split("\n")
    edit(lines, random.randrange(len(lines)))
    save(file, "\n".join(lines))


def edit_tree(random: Random, folder: Path, edit: Callable[[Any], None]) -> None:
    """Change the keys and values of a file; one that cannot be read any more stays as it is."""
    file, text = any_text(random, folder)
    body = ""
    if file.suffix == ".md":
        _, text, body = (*text.split("---\n", 2), "", "")[:3]
    try:
        tree = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (it makes texts of all values)
        edit(tree)
        text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=1000)
    except (yaml.YAMLError, ValueError, IndexError, TypeError, AttributeError, RecursionError):
        return
    save(file, f"---\n{text}---\n{body}" if file.suffix == ".md" else text)


def spots(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every value in a tree, as what holds it and the key or number under which it does."""
    for key, value in (
        [*tree.items()] if isinstance(tree, dict) else [*enumerate(tree)] if isinstance(tree, list) else ()
    ):
        yield tree, key
        yield from spots(value)


def spot(random: Random, tree: Any, parent: type = object, held: type = object) -> tuple[Any, Any]:
    """One of them, in a `parent` and with a value of the type `held`. Raises `IndexError` where there is none."""
    return random.choice([(p, k) for p, k in spots(tree) if isinstance(p, parent) and isinstance(p[k], held)])


def value(random: Random, tree: Any) -> Any:
    """Something to put in the place of a value."""
    text = random.choice(VALUES)
    holder, key = random.choice([*spots(tree)])
    return random.choice((text, text, text, [text], {"id": text}, [], {}, [[text]], [None], None, holder[key]))


def some_file(random: Random, folder: Path, patterns: tuple[str, ...]) -> Path:
    """A file of the guide; never a link, which may lead to what is not the guide's."""
    found = sorted({path for pattern in patterns for path in folder.rglob(pattern) if _is_ours(path)})
    return random.choice(found)


def _is_ours(path: Path) -> bool:
    return not path.is_symlink() and path.is_file() and path.stat().st_size <= MOST


def any_file(random: Random, folder: Path) -> tuple[Path, bytearray]:
    """A file of any kind, and what is in it."""
    file = some_file(random, folder, ("*.yaml", "*.md", "*.json", "images/*"))
    return file, bytearray(file.read_bytes() or b"\n")


def any_text(random: Random, folder: Path) -> tuple[Path, str]:
    """A file with text, and its text."""
    file = some_file(random, folder, ("*.yaml", "*.md"))
    return file, file.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")


def save(file: Path, text: str) -> None:
    """Write a text as it is."""
    file.write_text(text, "utf-8", newline="")
