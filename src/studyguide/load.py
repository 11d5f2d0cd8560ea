"""Load: from a folder to a Guide, with every problem of its files in one run."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studyguide import chapter_files, files, sheet, source_files, wording
from studyguide.chapters import KINDS
from studyguide.errors import GuideError, Problem, UsageError, suggestion
from studyguide.model import Chapter, Guide, GuideInfo, Place
from studyguide.strict_yaml import Tree
from studyguide.wording import validated

_ID = re.compile(r"(?<![\w-])id: *['\"]?([\w:.-]+)")
_STEM = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Draft:
    """What could be read of a guide, and what could not."""

    guide: Guide | None
    """Without the chapters and sources that have problems; None if guide.yaml itself has."""
    problems: tuple[Problem, ...]
    ids: frozenset[str]
    """What seem to be ids in chapters with problems, so that pointing to them is not called wrong."""
    keys: frozenset[str]
    """The same for the keys of sources."""
    all_ids: bool = True
    """False if there is a chapter of which nothing could be read."""
    all_keys: bool = True
    """False if nothing of the sources could be read."""


def load(folder: Path) -> Guide:
    """The guide in `folder`. Raises `GuideError` with all problems, `UsageError` if there is no such folder."""
    draft = read(folder)
    if draft.guide is None or draft.problems:
        raise GuideError(draft.problems)
    return draft.guide


def information(folder: Path) -> GuideInfo | None:
    """What guide.yaml says, by itself; None if it has problems."""
    tree = _info_tree(folder)
    info = validated(GuideInfo, tree, tree.value)
    return None if tree.problems else info


def read(folder: Path) -> Draft:
    """Whatever can be read of the guide in `folder`. Raises `UsageError` if there is no such folder."""
    if not folder.is_dir():
        raise UsageError(f"There is no folder '{folder}'. Name the folder that holds guide.yaml.")
    trees = {"guide.yaml": _info_tree(folder)}
    info = validated(GuideInfo, trees["guide.yaml"], trees["guide.yaml"].value)
    sources, source_trees, source_places = source_files.read(folder)
    trees |= {tree.file: tree for tree in source_trees}
    match = chapter_files.match(folder, trees["guide.yaml"])
    listed = {stem: name for stem, name in match.files.items() if stem not in trees}  # "guide.yaml" is no id
    trees |= {stem: sheet.read(folder, name) for stem, name in listed.items()}
    chapters = tuple(chapter for stem in listed if (chapter := _chapter(stem, trees[stem])))
    problems = {*match.problems, *(problem for tree in trees.values() for problem in tree.problems)}
    places = {key: tree.places for key, tree in trees.items()}
    places |= {source_files.NAMES[0]: source_places} if source_trees else {}
    guide = None if info is None else Guide(folder, info, chapters, sources, places)
    ids = _ids(*(trees[stem] for stem in listed)) | frozenset(listed)
    all_ids = match.complete and all(trees[stem].text for stem in listed)
    all_keys = all(tree.text for tree in source_trees)
    return Draft(guide, tuple(sorted(problems)), ids, _ids(*source_trees), all_ids, all_keys=all_keys)


def _info_tree(folder: Path) -> Tree:
    names = files.listing(folder)
    if "guide.yaml" in names:
        return sheet.read(folder, "guide.yaml")
    tree = Tree("guide.yaml")
    if name := files.almost("guide.yaml", names):
        tree.refuse(
            Place(name, 1, 1),
            "This is almost called 'guide.yaml', the file that a guide begins with. Rename it to that.",
            whole=False,
        )
        return tree
    message = "There is no guide.yaml in this folder, and a guide begins with one. Write it, or name another folder."
    tree.refuse(Place(tree.file, 1, 1), message, whole=False)
    return tree


def _chapter(stem: str, tree: Tree) -> Chapter | None:
    """The chapter in a tree, if it is sound; its id is the file's stem."""
    if not isinstance(tree.value, dict):
        if tree.whole:
            tree.refuse(
                tree.places[()], "A chapter is made of keys. Write them one below the other, such as 'kind: prose'."
            )
        return None
    kind = _kind(tree)
    if kind is None:
        return None
    value = dict(tree.value)
    if "id" in value:
        message = f"A chapter's id is its file's name, here '{stem}'. Take the key out."
        tree.refuse(tree.keys["id",], message)
    if sheet.BODY in value:
        _move_body(value, kind, tree)
    return validated(kind, tree, {**value, "id": stem if _STEM.fullmatch(stem) else "id"})  # guide.yaml is told of it


def _kind(tree: Tree) -> type[Chapter] | None:
    """The class that a chapter's first key names."""
    if "kind" not in tree.value:
        if tree.whole:
            message = f"A chapter begins with its kind, such as 'kind: prose'. {suggestion('', KINDS)}"
            tree.refuse(tree.places[()], message)
        return None
    if next(iter(tree.value)) != "kind":
        tree.refuse(tree.keys["kind",], "'kind' is the first key of a chapter. Move this line to the top.")
    kind = tree.value["kind"]
    if not isinstance(kind, str) or kind not in KINDS:
        message = f"There is no kind of chapter {wording.found(kind)}. {suggestion(str(kind), KINDS)}"
        tree.refuse(tree.places["kind",], message)
        return None
    return KINDS[kind]


def _move_body(value: dict[str, Any], kind: type[Chapter], tree: Tree) -> None:
    """Give the text of a Markdown file to the field that holds it."""
    body, place = value.pop(sheet.BODY), tree.places.pop((sheet.BODY,))
    name = "text" if "text" in kind.model_fields else "intro"
    if name in value:
        message = f"The text under the front matter is '{name}', which the front matter has too. Keep one of them."
        tree.refuse(tree.keys[name,], message)
    value[name] = body
    tree.places[name,] = place


def _ids(*trees: Tree) -> frozenset[str]:
    """What seem to be ids in files that have problems."""
    return frozenset(found for tree in trees if tree.problems for found in _ID.findall(tree.text))
