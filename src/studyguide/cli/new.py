"""The command that begins a guide: from a title alone, or from answers to a few questions."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, get_args
from uuid import uuid4

from studyguide.cli import output
from studyguide.support.errors import BuildError, UsageError, shown, suggestion

if TYPE_CHECKING:
    from studyguide.guide.new_guide import NewGuide, NewWork

NOBODY, UNKNOWN, UNKNOWN_YEAR = "Your Name", "Somebody", "0000"
"""What guide.yaml has where nobody said who and when."""


def new(options: argparse.Namespace) -> int:
    """Write the files of a new guide into a folder that does not exist or is empty."""
    from studyguide.guide import new_guide

    _ask_for_what_is_missing(options)
    folder = options.folder or Path(new_guide.slug(options.title) or "guide")
    _require_room(folder)
    works = _works(options.work or [f"novel: {options.title}"])
    begun = new_guide.NewGuide(
        title=options.title,
        works=works,
        identifier=uuid4().urn,
        date=datetime.now(UTC).astimezone().date(),
        authors=options.author or [NOBODY],
        language=options.language,
        reading_age=_ages(options.reading_age),
        kinds=_kinds(options.kind, works),
    )
    files = new_guide.files(begun)
    _require_sound(files)
    try:
        _write(folder, files)
    except OSError as error:
        raise BuildError(f"{folder} cannot be written to: {error.strerror}.") from error
    chapters = output.count(len(begun.kinds), "chapter")
    print(shown(f"{folder} written: {chapters}. Next: studyguide build {folder}, then change the files in it."))
    if left := [*_to_fill_in(begun)]:
        print(shown(f"Fill in, in {folder / 'guide.yaml'}: {'; '.join(left)}."))
    return 0


def _ask_for_what_is_missing(options: argparse.Namespace) -> None:
    """Without a title, ask at a terminal for everything that no option says."""
    if options.title is None and sys.stdin.isatty():
        options.title = _asked("Title of the guide: ")
        options.work = options.work or (_asked_works() if options.title else [])
        if options.title:
            options.author = options.author or [name for name in [_asked("Your name: ")] if name]
            options.reading_age = options.reading_age or _asked(
                "Reading age of your class, such as 11-14 (Enter: not checked): "
            )
    if not options.title:
        raise UsageError("A guide needs a title. Give one with --title.")


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
        raise UsageError("\n".join(["A guide cannot begin like this.", *(problem.message for problem in problems)]))


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


def _works(described: Sequence[str]) -> list["NewWork"]:
    """The works of ``TYPE: TITLE; AUTHOR; YEAR``, in which all but the title may be missing."""
    from studyguide.guide.new_guide import NewWork, slug
    from studyguide.guide.work_types import WorkType

    types = {name: name for name in get_args(WorkType)}

    made: list[NewWork] = []
    for text in described:
        kind, _, rest = text.partition(":")
        kind = kind.strip().lower()
        if kind not in types:
            raise UsageError(f"There is no type of work '{kind}'. {suggestion(kind, types)}")
        title, by, year, *more = [*(part.strip() for part in rest.split(";")), "", ""]
        if not title or any(more):
            what = "has more than a title, an author and a year" if title else "has no title"
            raise UsageError(f"The work '{text}' {what}. Write it like this: 'play: Macbeth; Shakespeare; 1606'.")
        of_type = sum(work.type == kind for work in made)
        name = f"{slug(kind)}-{of_type + 1}" if of_type else slug(kind)
        made.append(NewWork(name, types[kind], title, by or UNKNOWN, year or UNKNOWN_YEAR))
    return made


def _ages(text: str | None) -> tuple[int, ...]:
    """The two ages of ``11-14``; nothing for nothing."""
    ages = [part.strip() for part in (text or "").replace("–", "-").split("-") if part.strip()]
    if text and not (len(ages) == 2 and all(age.isascii() and age.isdigit() for age in ages)):  # noqa: PLR2004
        raise UsageError(f"'{text}' is not a reading age. Give the lowest and the highest in years, such as 11-14.")
    return tuple(map(int, ages))


def _to_fill_in(begun: "NewGuide") -> Iterator[str]:
    """What nobody said, and what therefore must be changed before anybody reads the guide."""
    if NOBODY in begun.authors:
        yield f"the author ({NOBODY})"
    for work in begun.works:
        if work.by == UNKNOWN:
            yield f"who made '{work.title}' ({UNKNOWN})"
        if work.year == UNKNOWN_YEAR:
            yield f"when '{work.title}' came out ({UNKNOWN_YEAR})"


def _asked(question: str) -> str:
    try:
        return input(question).strip()
    except EOFError:
        print()
        return ""


def _asked_works() -> list[str]:
    """One work after the other, until nothing is typed."""
    print("Which works is it about? One on a line, such as  play: Macbeth; Shakespeare; 1606")
    return list(iter(lambda: _asked("Work (Enter: no more): "), ""))
