"""Examples: parts of the specimen, a guide that has everything once and passes the check, as its files have them."""

import re
from collections.abc import Iterator
from textwrap import dedent

from studyguide.guide import read_file
from studyguide.guide.model import Path_
from studyguide.guide.yaml_reader import Tree
from studyguide.support.paths import specimen_folder

MOST_LINES, MOST_OF_FIELD = 60, 20
"""Lines of the example of a file, and of a field; a longer one is cut before an entry of a list."""
_ENTRY = re.compile(r"( *)- ")
_CUT = "# … and so on"


def of_file(kind: str) -> str:
    """The file of a kind of chapter, or ``guide`` or ``sources``, without the line for editors."""
    text = "\n".join(line for line in _tree(kind).text.split("\n") if not line.startswith("# yaml-language-server"))
    return _shortened(text.strip().split("\n"), MOST_LINES)


def of_field(kind: str, names: tuple[str, ...]) -> str:
    """The lines with the first value of a field, by the keys that lead to it; empty if the specimen has none."""
    tree = _tree(kind)
    path = next((path for path in tree.keys if _names(path) == names), None)
    if path is None:
        return ""
    lines = tree.text.split("\n")
    first = tree.keys[path].line - 1
    indentation = len(lines[first]) - len(lines[first].lstrip(" -"))
    block = [lines[first], *_deeper(lines[first + 1 :], indentation)]
    block[0] = " " * indentation + block[0][indentation:]  # without the sign of the entry that it begins
    return _shortened(dedent("\n".join(block)).rstrip().split("\n"), MOST_OF_FIELD)


def _tree(kind: str) -> Tree:
    folder = specimen_folder()
    names = [f"{kind}.yaml"] if kind in {"guide", "sources"} else _chapters()
    trees = (read_file.parse(read_file.content(folder, name), name) for name in names)
    return next(tree for tree in trees if kind in {"guide", "sources"} or tree.value.get("kind") == kind)


def _chapters() -> list[str]:
    return sorted(f"chapters/{path.name}" for path in (specimen_folder() / "chapters").iterdir())


def _names(path: Path_) -> tuple[str, ...]:
    """The keys of a path, without the places in lists."""
    return tuple(step for step in path if isinstance(step, str))


def _deeper(lines: list[str], indentation: int) -> Iterator[str]:
    """The lines that belong to a key: deeper ones, and entries of a list below it."""
    for line in lines:
        own = len(line) - len(line.lstrip(" "))
        if line.strip() and own <= indentation and not (own == indentation and _ENTRY.match(line)):
            return
        yield line


def _shortened(lines: list[str], most: int) -> str:
    """The lines, cut before the last entry of the outermost list that ends in time."""
    if len(lines) > most:
        entries = [(len(found[1]), number) for number, line in enumerate(lines) if (found := _ENTRY.match(line))]
        possible = [entry for entry in entries if most // 2 < entry[1] <= most]
        if possible:
            indentation, end = min(possible, key=lambda entry: (entry[0], -entry[1]))
            lines = [*lines[:end], " " * indentation + _CUT]
    return "\n".join(lines)
