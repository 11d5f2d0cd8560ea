"""Upgrade: what changes in the files of a guide that was written for an earlier version of the program.

Each change is a module in ``changes`` with a function ``edits(guide, file)``: for one file of a guide, it yields an
`Edit` for each place to change, and a `Remark` for each place that the author has to look at. Changes run in the order
of their names, each on the files as the one before left them. Only the edited places of a file change: comments, order
and layout stay as the author wrote them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import cast

from studyguide.guide.upgrade import changes
from studyguide.guide.upgrade.edits import Edit, Remark, applied, moved
from studyguide.guide.upgrade.files import GuideFile, GuideFiles, read
from studyguide.support.errors import Problem

_UNSURE = "From here on, this file has an old form that the program cannot change safely. See CHANGELOG.md."

Change = Callable[[GuideFiles, GuideFile], Iterator[Edit | Remark]]


@dataclass(frozen=True)
class Upgraded:
    """The files that change, with their new content, and what to tell the author."""

    files: dict[str, str]
    """The name of each file that changes, and its new text."""
    done: tuple[Problem, ...]
    """Each change, at its place in the new text."""
    remarks: tuple[Problem, ...]
    """What the author has to look at, in the new text."""
    unread: tuple[Problem, ...]
    """The problems of files that could not be read, and were left as they are."""


def upgrade(folder: Path) -> Upgraded:
    """All changes to the guide in `folder`; writes nothing. Raises `UsageError` if there is no such folder."""
    guide = read(folder)
    before = {file.name: file.text for file in guide.files}
    notes: list[tuple[str, Edit | Remark]] = []
    for change in _changes():
        guide, notes = _step(guide, change, notes)
    texts = {file.name: file.text for file in guide.files if file.text != before[file.name]}
    placed = [(_placed(guide, name, note), note) for name, note in notes]
    return Upgraded(
        texts,
        tuple(sorted(problem for problem, note in placed if isinstance(note, Edit) and note.message)),
        tuple(sorted(problem for problem, note in placed if isinstance(note, Remark))),
        guide.unread,
    )


def _step(
    guide: GuideFiles, change: Change, notes: list[tuple[str, Edit | Remark]]
) -> tuple[GuideFiles, list[tuple[str, Edit | Remark]]]:
    """The guide after one change, and all notes at their places in it."""
    for number, file in enumerate(guide.files):
        found = [*change(guide, file)]
        edits = [each for each in found if isinstance(each, Edit)]
        after = file.with_text(applied(file.text, edits)) if edits else file
        if after.tree.problems:
            after, found, edits = file, [Remark(edits[0].start, _UNSURE)], []
        notes = [*notes, *((file.name, each) for each in found)]
        notes = [(name, moved(each, edits) if name == file.name else each) for name, each in notes]
        guide = replace(guide, files=(*guide.files[:number], after, *guide.files[number + 1 :]))
    return guide, notes


def _placed(guide: GuideFiles, name: str, note: Edit | Remark) -> Problem:
    text = next(file.text for file in guide.files if file.name == name)
    before = text[: note.start]
    return Problem(name, before.count("\n") + 1, len(before) - before.rfind("\n"), note.message)


def _changes() -> Iterator[Change]:
    for module in sorted(iter_modules(changes.__path__), key=lambda each: each.name):
        yield cast("Change", import_module(f"{changes.__name__}.{module.name}").edits)
