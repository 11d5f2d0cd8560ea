"""Fix: correct the typography that rules remark on, at its places in the files, and prove that nothing else changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from studyguide.guide import read_file
from studyguide.guide.model import Guide
from studyguide.guide.texts import Findings, SheetTexts
from studyguide.guide.upgrade import files
from studyguide.guide.upgrade.edits import Edit, applied
from studyguide.guide.upgrade.files import GuideFile
from studyguide.lint import rules
from studyguide.lint.fix import changes, proof, texts
from studyguide.lint.fix.changes import Change, Source, TextEdits
from studyguide.lint.rules import Remark
from studyguide.support.atomic_write import rewrite
from studyguide.support.errors import Problem


@dataclass(frozen=True)
class FixedFile:
    """A file of a guide before and after its corrections, with its own line ends."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Fixed:
    """The files to write, what changes in them, and files that stay as they are, with the reason."""

    files: tuple[FixedFile, ...]
    changes: tuple[Change, ...]
    refused: tuple[Problem, ...]


def fixed(guide: Guide) -> Fixed:
    """The corrections of a guide whose files have all been read; nothing is written.

    They are what the rules in `texts.CODES` remark on, unless guide.yaml allows it. A text whose places in the file
    are not certain is left alone. Each file is read again after its edits: if anything else has changed, it is refused.
    """
    on_disk = {file.name: file for file in files.read(guide.folder).files}
    made = [_of_sheet(guide, sheet, on_disk) for sheet in Findings(guide).sheets]
    found = [each for each in made if each]
    return Fixed(
        tuple(file for file, _, _ in found if file),
        tuple(change for _, every, _ in found for change in every),
        tuple(problem for _, _, problem in found if problem),
    )


def written(folder: Path, found: Fixed) -> Fixed:
    """The same after the files have been written; a file that was saved meanwhile is refused.

    Raises `BuildError` if one cannot be written.
    """
    stale = {file.name for file in found.files if read_file.content(folder, file.name) != file.before.encode("utf-8")}
    for file in found.files:
        if file.name not in stale:
            rewrite(folder / file.name, file.after)
    return Fixed(
        tuple(file for file in found.files if file.name not in stale),
        tuple(change for change in found.changes if change.file not in stale),
        (*found.refused, *(_refused(name, "it was saved meanwhile. Run the command again.") for name in sorted(stale))),
    )


def _refused(name: str, reason: str) -> Problem:
    return Problem(name, 1, 1, f"This file is left as it is: {reason}")


def _of_sheet(
    guide: Guide, sheet: SheetTexts, on_disk: dict[str, GuideFile]
) -> tuple[FixedFile | None, tuple[Change, ...], Problem | None] | None:
    file = on_disk.get(sheet.place(()).file)
    edited = [*_edited(guide, sheet)] if file else []
    if not file or not edited:
        return None
    after = applied(file.text, [edit for each in edited for edit in _in_file(file, each)])
    fault = proof.fault(file, after, {each.source.path: each.after for each in edited}, sheet.sheet)
    if fault:
        return None, (), _refused(file.name, fault)
    return FixedFile(file.name, file.text, after), tuple(changes.shown_changes(edited)), None


def _edited(guide: Guide, sheet: SheetTexts) -> Iterator[TextEdits]:
    """The texts of a file that change."""
    place = sheet.place(())
    allowed = guide.info.allow
    codes = {code for code in texts.CODES if not any(rules.silences(each, Remark(code, place, "")) for each in allowed)}
    for path, markup, text in sheet.fields:
        source = Source(path, sheet.place(path), text)
        if found := texts.edits(source, markup, guide.info.labels, codes):
            yield TextEdits(source, found)


def _in_file(file: GuideFile, each: TextEdits) -> Iterator[Edit]:
    """The edits of a text as edits of its file."""
    for edit in each.edits:
        start, end = (file.offset(each.source.at(offset)) for offset in each.source.span(edit))
        yield Edit(start, end, edit.text)
