"""Insertion: new lines in a chapter of questions, or in the list of chapters, which keeps its other lines."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from studyguide.guide.model import Path_
from studyguide.guide.upgrade.edits import Edit, applied
from studyguide.guide.upgrade.files import GuideFile
from studyguide.imports.chapter import yaml_text

Fields = Mapping[str, Any]
_COMMENT = re.compile(r"[ \t]*(#.*)?(\r\n|\r|\n)?")
_DASH = re.compile(r"( *)-(?= |$|\r|\n)")


@dataclass(frozen=True)
class NewSet:
    """Questions that go into a set: one that is there, by its position, or a new one with a heading."""

    position: int | None
    id: str
    title: str
    questions: tuple[Fields, ...]


def chapter(file: GuideFile, sets: Sequence[NewSet]) -> str | None:
    """The text of a chapter with the new questions; None if it cannot be changed with certainty.

    It can if its `sets` and their `questions` are lists with a line for each entry.
    """
    edits = [_into(file, each) for each in sets if each.position is not None]
    new = [each for each in sets if each.position is None]
    if new:
        edits.append(_at_end(file, ("sets",), [line for each in new for line in _lines(file, each)]))
    sure = [edit for edit in edits if edit is not None]
    if len(sure) < len(edits):
        return None
    text = applied(file.text, sure)
    return text if file.with_text(text).tree.value == _expected(file.tree.value, sets) else None


def new_chapter(title: str, sets: Sequence[NewSet]) -> str:
    """The text of a new chapter."""
    lines = [line for each in sets for line in _set(each, 2)]
    return "\n".join(["kind: questions", *yaml_text.pairs({"title": title}, 0), "sets:", *lines, ""])


def chapter_list(file: GuideFile, name: str) -> str | None:
    """The text of guide.yaml with one more chapter at the end of its list; None if it cannot be changed."""
    entries = file.tree.value.get("chapters") if isinstance(file.tree.value, dict) else None
    if not isinstance(entries, list) or not entries:
        return None
    last: Path_ = ("chapters", len(entries) - 1)
    if file.text[file.start(("chapters",))] == "[":
        edit: Edit | None = Edit(file.end(last), file.end(last), f", {name}")
    else:
        edit = _at_end(file, ("chapters",), [f"{_margin(file, ('chapters',)) or ''}- {name}"])
    text = applied(file.text, [edit]) if edit else ""
    changed = file.with_text(text).tree.value if edit else None
    return text if changed == {**file.tree.value, "chapters": [*entries, name]} else None


def _into(file: GuideFile, new: NewSet) -> Edit | None:
    path: Path_ = ("sets", new.position or 0, "questions")
    margin = _margin(file, path)
    if margin is None:
        return None
    lines = [line for question in new.questions for line in _question(question, len(margin))]
    return _at_end(file, path, lines)


def _lines(file: GuideFile, new: NewSet) -> list[str]:
    margin = _margin(file, ("sets",))
    return [] if margin is None else _set(new, len(margin))


def _set(new: NewSet, indent: int) -> list[str]:
    lines = yaml_text.entry({"id": new.id, "title": new.title}, indent)
    lines.append(f"{' ' * (indent + 2)}questions:")
    return [*lines, *(line for question in new.questions for line in _question(question, indent + 4))]


def _question(fields: Fields, indent: int) -> list[str]:
    return yaml_text.entry(fields, indent)


def _margin(file: GuideFile, path: Path_) -> str | None:
    """The spaces before the dashes of a list; None if it is not written with dashes."""
    if (*path, 0) not in file.tree.places or file.text[file.start(path)] == "[":
        return None
    start = file.line_start(file.start((*path, 0)))
    found = _DASH.match(file.text, start)
    return found[1] if found else None


def _at_end(file: GuideFile, path: Path_, lines: Sequence[str]) -> Edit | None:
    """New lines at the end of a list, after comments that are indented like its entries."""
    margin = _margin(file, path)
    if margin is None or not lines:
        return None
    at = _end_of(file, path, len(margin))
    before = "" if file.text[:at].endswith(("\n", "\r")) else file.line_end
    return Edit(at, at, before + "".join(f"{line}{file.line_end}" for line in lines))


def _end_of(file: GuideFile, path: Path_, margin: int) -> int:
    """Where the lines of a list end: before the next key or entry that is not in it, and before its comments."""
    inside = file.start(path)
    later = (file.key(each) for each in file.tree.keys if each[: len(path)] != path and file.key(each) > inside)
    at = file.line_start(min(later, default=len(file.text)))
    if at == file.line_start(len(file.text)) and file.text[at:].strip():
        at = min(later, default=len(file.text))
    while (above := file.line_start(at - 1)) < at and _is_outside(file.text[above:at], margin):
        at = above
    return at


def _is_outside(line: str, margin: int) -> bool:
    """Whether a line is empty, or a comment that is less indented than the entries of a list."""
    indented = len(line) - len(line.lstrip(" "))
    return bool(_COMMENT.fullmatch(line)) and (indented < margin or not line.strip())


def _expected(value: Any, sets: Sequence[NewSet]) -> Any:
    """The values that a chapter must have afterwards: those of before, and the new ones."""
    found = [dict(each) for each in value["sets"]]
    for new in sets:
        questions = [as_read(fields) for fields in new.questions]
        if new.position is None:
            found.append({"id": new.id, "title": new.title, "questions": questions})
        else:
            found[new.position]["questions"] = [*found[new.position]["questions"], *questions]
    return {**value, "sets": found}


def as_read(value: Any) -> Any:
    """A value as the reader of YAML returns it: all scalars are texts."""
    if isinstance(value, Mapping):
        return {key: as_read(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [as_read(each) for each in value]
    return value if isinstance(value, str) else yaml_text.scalar(value)
