"""Proof: a file after its edits says what it said before, except for the texts that were to change."""

from collections.abc import Mapping
from typing import Any

from studyguide.guide import chapter_file, field_messages, read_file
from studyguide.guide.info import GuideInfo
from studyguide.guide.model import Path_
from studyguide.guide.upgrade.files import GuideFile

_OTHER = "its content would change in other places too"


def fault(file: GuideFile, after: str, expected: Mapping[Path_, str], sheet: str) -> str | None:
    """What is wrong with the new text of a file; None if only the texts in `expected` have changed, as they should.

    `sheet` is the id of the chapter, or ``guide.yaml``.
    """
    if after.count("\n") != file.text.count("\n") or after.count("\r") != file.text.count("\r"):
        return "its lines would change."
    new = file.with_text(after)
    if new.tree.problems:
        return f"after the corrections, line {new.tree.problems[0].line} would be wrong: {new.tree.problems[0].message}"
    if [*new.tree.keys] != [*file.tree.keys] or [*new.tree.places] != [*file.tree.places]:
        return f"{_OTHER}."
    body = read_file.BODY
    paths = {(body,) if _is_body(file, path) else path: text for path, text in expected.items()}
    for path in file.tree.places:
        before, now = file.value(path), new.value(path)
        if isinstance(before, (dict, list)):
            continue
        if now != (_within(before, paths[path]) if path in paths else before):
            return f"{_OTHER}, on line {new.tree.places[path].line}."
    return _of_model(after, file.name, sheet)


def _is_body(file: GuideFile, path: Path_) -> bool:
    """Whether a path is that of the text below the front matter of a Markdown file."""
    return (read_file.BODY,) in file.tree.places and path not in file.tree.places


def _within(before: Any, text: str) -> str:
    """A text with the spaces that were around it."""
    was = str(before)
    start, end = len(was) - len(was.lstrip()), len(was) - len(was.rstrip())
    return f"{was[:start]}{text}{was[len(was) - end :]}"


def _of_model(after: str, name: str, sheet: str) -> str | None:
    """What the fields say of the new texts: one may have become too long."""
    data = after.encode("utf-8")
    if name == "guide.yaml":
        tree = read_file.parse(data, name)
        field_messages.read(GuideInfo, tree, tree.value)
    else:
        tree = chapter_file.parsed(data, sheet, name).tree
    if not tree.problems:
        return None
    return f"after the corrections, line {tree.problems[0].line} would be wrong: {tree.problems[0].message}"
