"""Source files: sources.yaml and sources.json, as authors write them or as Zotero and Better BibTeX export them."""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studyguide.citations import zotero
from studyguide.guide import field_messages, read_file
from studyguide.guide.model import Path_, Place
from studyguide.guide.sources import Source
from studyguide.guide.yaml_reader import Tree
from studyguide.support import safe_files
from studyguide.support.keep import Keep

NAMES = ("sources.yaml", "sources.json")
_ROOTS = ("references", "items")


@dataclass(frozen=True)
class ReadSources:
    """The sound sources, the files they were read from, and the place of every value, by the number of its source."""

    items: tuple[dict[str, Any], ...]
    trees: tuple[Tree, ...]
    places: dict[Path_, Place]


def read(folder: Path, keep: Keep) -> ReadSources:
    """The sources of the guide in `folder`."""
    present = safe_files.listing(folder)
    contents = tuple((name, read_file.content(folder, name)) for name in NAMES if name in present)
    almost = "" if contents else safe_files.almost(NAMES[0], present) or ""
    return keep("sources", (contents, almost), lambda: _parsed(contents, almost))


def _parsed(contents: tuple[tuple[str, bytes | str], ...], almost: str) -> ReadSources:
    trees = tuple(read_file.parse(content, name) for name, content in contents) or _almost(almost)
    sources: list[dict[str, Any]] = []
    places: dict[Path_, Place] = {(): Place(NAMES[0], 1, 1)}
    first: dict[str, Place] = {}
    for tree in trees:
        items = _items(tree)
        inside = _places_by_item(tree, len(items[0][0]) if items else 0)
        for path, item in items:
            model = _source(tree, path, item)
            if not model.id:
                continue
            place = _key_place(tree, path)
            if first.setdefault(model.id, place) is not place:
                tree.refuse(place, _twice(model.id, place, first[model.id]))
            places |= {(len(sources), *at): where for at, where in inside[path].items()}
            places[len(sources), "id"] = place
            sources.append(model.model_dump(mode="json", by_alias=True, exclude_none=True, warnings=False))
    return ReadSources(tuple(sources), trees, places)


def _almost(name: str) -> tuple[Tree, ...]:
    """A tree with a problem if a file has almost the right name, such as sources.yml."""
    if not name:
        return ()
    tree = Tree(NAMES[0])
    message = "This is almost called 'sources.yaml', the file of the sources. Rename it to that."
    tree.refuse(Place(name, 1, 1), message, whole=False)
    return (tree,)


def _items(tree: Tree) -> list[tuple[Path_, Any]]:
    """Each source with its path: the file is a list, or has one under ``references`` or ``items``."""
    value: Any = tree.value
    path: Path_ = ()
    if isinstance(value, dict):
        root = next((name for name in _ROOTS if name in value), None)
        path, value = ((root,), value[root]) if root else (path, value)
    if isinstance(value, list):
        return [((*path, number), item) for number, item in enumerate(value)]
    if tree.value is not None:
        tree.refuse(tree.places[path], f"{tree.file} is a list. Begin each source with '- id: ...'.", whole=False)
    return []


def _source(tree: Tree, path: Path_, item: Any) -> Any:
    exported = len(path) > 1 or tree.text.lstrip()[:1] in {"[", "{"}
    return field_messages.read(Source, tree, zotero.normalised(item, exported=exported), path)


def _key_place(tree: Tree, path: Path_) -> Place:
    """The place of a source's key."""
    return next(tree.places[*path, name] for name in ("citation-key", "id") if (*path, name) in tree.places)


def _places_by_item(tree: Tree, depth: int) -> dict[Path_, dict[Path_, Place]]:
    """The places in each item whose path has `depth` steps, by the rest of the path."""
    found: dict[Path_, dict[Path_, Place]] = defaultdict(dict)
    for at, place in tree.places.items():
        found[at[:depth]][at[depth:]] = place
    return found


def _twice(key: str, place: Place, first: Place) -> str:
    there = f"on line {first.line}" if first.file == place.file else f"in {first.file}:{first.line}"
    return f"The source '{key}' is here and {there}. Keep one, or rename it."
