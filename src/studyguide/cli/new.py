"""The command that begins a guide: from a title alone, or from answers to a few questions."""

import argparse
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import uuid4

from studyguide.cli import new_answers, new_report
from studyguide.support.errors import BuildError, UsageError, shown, suggestion

if TYPE_CHECKING:
    from studyguide.guide.new_guide import NewGuide, NewWork


def new(options: argparse.Namespace) -> int:
    """Write the files of a new guide into a folder that does not exist or is empty."""
    from studyguide.guide import new_guide

    if options.folder:
        _require_room(options.folder)
    new_answers.ask_for_what_is_missing(options, _refuse)
    begun = _begun(options)
    files = new_guide.files(begun)
    folder = _folder(options)
    _require_room(folder)
    _require_sound(files)
    try:
        _write(folder, files)
    except OSError as error:
        raise BuildError(f"{folder} cannot be written to: {error.strerror}.") from error
    for line in new_report.lines(folder, options, begun, files):
        print(shown(line))
    return 0


def _begun(options: argparse.Namespace) -> "NewGuide":
    """The guide that the options describe."""
    from studyguide.guide import new_guide
    from studyguide.guide.starter_texts import NOBODY

    works = new_answers.works(options)
    return new_guide.NewGuide(
        title=options.title,
        works=works,
        identifier=uuid4().urn,
        date=datetime.now(UTC).astimezone().date(),
        authors=options.author or [NOBODY],
        language=options.language,
        reading_age=new_answers.ages(options.reading_age),
        kinds=_kinds(options.kind, works),
    )


def _folder(options: argparse.Namespace) -> Path:
    """The folder to write: the one that was named, or one named after the title."""
    from studyguide.guide import new_guide

    return options.folder or Path(new_guide.slug(options.title) or "guide")


def _refuse(options: argparse.Namespace) -> None:
    """Raise an error if a guide cannot begin with these options, as far as they have been given."""
    from studyguide.guide import new_guide

    _require_room(_folder(options))
    _require_sound(new_guide.files(_begun(options)))


def _require_room(folder: Path) -> None:
    """Nothing is ever overwritten."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already, with something in it. Choose another folder, or empty it.")


def _require_sound(files: Mapping[str, str]) -> None:
    """Check the guide elsewhere before anything is written."""
    from studyguide.build.checked_guide import review

    with TemporaryDirectory() as folder:
        _write(Path(folder), files)
        problems = review(Path(folder)).problems
    if problems:
        messages = dict.fromkeys(problem.message for problem in problems)  # one title is in several files
        raise UsageError("\n".join(["A guide cannot begin like this.", *messages]))


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files; guide.yaml comes last, because a folder without it is not yet a guide."""
    for name in sorted(files, key="guide.yaml".__eq__):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[name], "utf-8", newline="\n")


def _kinds(named: Sequence[str], works: Sequence["NewWork"]) -> Sequence[str]:
    """The kinds of chapter to begin with, in order; a chapter that cites brings the list of works cited."""
    from studyguide.guide.new_guide import CITING, COMPARING, LISTING, USUAL, kinds

    known = kinds()
    for name in named:
        if name not in known:
            raise UsageError(f"A new guide cannot begin with '{name}'. {suggestion(name, known)}")
        if name == COMPARING and not works[1:]:
            raise UsageError(f"A chapter of the kind '{name}' compares two works. Give each of them with --work.")
    usual = (*USUAL[:-1], COMPARING, USUAL[-1]) if works[1:] else USUAL
    chosen = [name for name in dict.fromkeys(named or usual) if name != LISTING]
    return (*chosen, LISTING) if CITING & {*chosen} or LISTING in named else tuple(chosen)
