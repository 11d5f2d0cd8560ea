"""Chapter file: a file of the folder ``chapters`` becomes a chapter of the kind that its first key names."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studyguide.guide import field_messages, read_file
from studyguide.guide.chapters import KINDS
from studyguide.guide.model import Chapter
from studyguide.guide.yaml_reader import Tree
from studyguide.support.errors import suggestion
from studyguide.support.keep import Keep


@dataclass(frozen=True)
class ChapterFile:
    """A file of the folder ``chapters``: its tree, and its chapter, reduced to the right parts."""

    tree: Tree
    chapter: Chapter | None


def read(folder: Path, stem: str, name: str, keep: Keep, unsaved: Mapping[str, bytes]) -> ChapterFile:
    """The file `name` in a guide's folder, or in `unsaved`; `stem` is the id of its chapter."""
    content = unsaved[name] if name in unsaved else read_file.content(folder, name)
    return keep(("chapter", stem), (name, content), lambda: parsed(content, stem, name))


def parsed(content: bytes | str, stem: str, name: str) -> ChapterFile:
    """The chapter of a file with this `content`, or with the reason why it cannot be read."""
    tree = read_file.parse(content, name)
    chapter = _chapter(stem, tree)  # which adds its problems to the tree
    return ChapterFile(tree, chapter)


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
    if read_file.BODY in value:
        _move_body(value, kind, tree)
    chapter = field_messages.read(kind, tree, {**value, "id": "id"})
    return chapter.model_copy(update={"id": stem})  # a stem that cannot be an id is a problem of the list in guide.yaml


def _kind(tree: Tree) -> type[Chapter] | None:
    """The class for the kind that a chapter names."""
    if "kind" not in tree.value:
        almost = next((key for key in tree.value if key.casefold() == "kind"), None)
        if almost:
            tree.refuse(tree.keys[almost,], "Keys are in small letters. Write 'kind'.", whole=False)
        elif tree.whole:
            message = f"A chapter begins with its kind, such as 'kind: prose'. {suggestion('', KINDS)}"
            tree.refuse(tree.places[()], message)
        return None
    if next(iter(tree.value)) != "kind":
        tree.refuse(tree.keys["kind",], "'kind' is the first key of a chapter. Move this line to the top.")
    kind = tree.value["kind"]
    if not isinstance(kind, str) or kind not in KINDS:
        message = f"There is no kind of chapter {field_messages.found(kind)}. {suggestion(str(kind), KINDS)}"
        tree.refuse(tree.places["kind",], message)
        return None
    return KINDS[kind]


def _move_body(value: dict[str, Any], kind: type[Chapter], tree: Tree) -> None:
    """Give the text of a Markdown file to the field that holds it."""
    body, place = value.pop(read_file.BODY), tree.places.pop((read_file.BODY,))
    name = "text" if "text" in kind.model_fields else "intro"
    if name in value:
        message = f"The text under the front matter is '{name}', which the front matter has too. Keep one of them."
        tree.refuse(tree.keys[name,], message)
    value[name] = body
    tree.places[name,] = place
