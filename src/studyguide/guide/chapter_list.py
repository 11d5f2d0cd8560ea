"""Which file holds which chapter: the list in guide.yaml against the folder ``chapters``."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from studyguide.guide.model import Place
from studyguide.guide.wanted_values import as_id
from studyguide.guide.yaml_reader import Tree
from studyguide.support import safe_files
from studyguide.support.errors import Problem, suggestion

FOLDER = "chapters"
SUFFIXES = (".yaml", ".md")
_DOCUMENTS = {
    "doc",
    "docx",
    "odt",
    "rtf",
    "pdf",
    "pages",
    "ppt",
    "pptx",
    "odp",
    "xls",
    "xlsx",
    "ods",
    "htm",
    "html",
    "epub",
}
_PICTURES = {"png", "jpg", "jpeg", "svg", "gif", "webp", "tif", "tiff", "bmp", "heic", "heif", "avif"}


@dataclass(frozen=True)
class Match:
    """The file of each chapter by its id, in the order of guide.yaml, and a problem for each mismatch."""

    files: dict[str, str]
    problems: tuple[Problem, ...] = ()
    complete: bool = True
    """False if a listed chapter has no file, so its ids are not known."""


def match(folder: Path, info: Tree, unsaved: Collection[str] = ()) -> Match:
    """The chapters of a guide. If guide.yaml has no readable list (which is reported elsewhere), all chapter files.

    `unsaved` has the names of files that count as if they were there.
    """
    new = (name.removeprefix(f"{FOLDER}/") for name in unsaved if name.startswith(f"{FOLDER}/"))
    names = tuple(sorted({*safe_files.listing(folder, FOLDER), *new}))
    there = {name: name.rpartition(".")[0] for name in names if name.endswith(SUFFIXES)}
    file_of = {stem: f"{FOLDER}/{name}" for name, stem in there.items()}
    entries = info.value.get("chapters") if isinstance(info.value, dict) else None
    if not isinstance(entries, list):
        return Match(file_of, complete=False)
    if not (names or (folder / FOLDER).is_dir()):
        return Match({}, (_no_folder(folder, info.places["chapters",]),), complete=False)
    listed = {
        entry: info.places["chapters", number]
        for number, entry in reversed([*enumerate(entries)])
        if isinstance(entry, str)
    }
    badly = {entry: stem for entry in listed if entry not in file_of and (stem := as_id(entry)) in file_of}
    found = {entry: file_of[entry] for entry in reversed(listed) if entry in file_of}
    listed = {badly.get(entry, entry): place for entry, place in listed.items()}  # the list in guide.yaml refuses them
    almost = {name: meant for name in names if (meant := _meant(name, listed, file_of))}
    missing = tuple(_missing(listed, file_of, almost))
    problems = (*missing, *_extra(names, listed, almost), *_twice(there))
    return Match(found, problems, complete=not (missing or almost or badly))


def _no_folder(folder: Path, place: Place) -> Problem:
    if name := safe_files.almost(FOLDER, safe_files.listing(folder)):
        return Problem(
            name, 1, 1, f"The folder of the chapters is called '{FOLDER}', in small letters. Rename this one."
        )
    message = f"There is no folder '{FOLDER}'. Make it, and write a file in it for each chapter on this list."
    return Problem(place.file, place.line, place.column, message)


def _meant(name: str, listed: dict[str, Place], file_of: dict[str, str]) -> str | None:
    """The expected file that this one was probably meant to be, such as plot.yaml for Plot.yml."""
    wanted = [f"{stem}{suffix}" for stem in listed if stem not in file_of for suffix in SUFFIXES]
    return safe_files.almost(name, wanted)


def _missing(listed: dict[str, Place], file_of: dict[str, str], almost: dict[str, str]) -> Iterator[Problem]:
    free = sorted(set(file_of) - set(listed))
    found = {name.rpartition(".")[0] for name in almost.values()}
    for entry, place in listed.items():
        if entry not in file_of and entry not in found:
            hint = suggestion(entry, free) if free else "Write it, or take it off the list."
            message = f"There is no file {FOLDER}/{entry}.yaml or {FOLDER}/{entry}.md. {hint}"
            yield Problem(place.file, place.line, place.column, message)


def _extra(names: tuple[str, ...], listed: dict[str, Place], almost: dict[str, str]) -> Iterator[Problem]:
    for name in names:
        if name in almost:
            message = f"This is almost called '{almost[name]}', which guide.yaml lists. Rename it to that."
        elif not name.endswith(SUFFIXES):
            message = f"This is not a chapter: chapters are .yaml or .md files. {_remedy(name)}"
        elif name.rpartition(".")[0] not in listed:
            message = "This chapter is not listed. List it under 'chapters' in guide.yaml, or move it away."
        else:
            continue
        yield Problem(f"{FOLDER}/{name}", 1, 1, message)


def _remedy(name: str) -> str:
    """What to do with a file that is not a chapter, by its suffix."""
    suffix = name.rpartition(".")[2].lower()
    if suffix in _DOCUMENTS:
        return "Copy its text into one, and move it away."
    return "Move it to the folder images." if suffix in _PICTURES else "Rename it, or move it away."


def _twice(there: dict[str, str]) -> Iterator[Problem]:
    for name, stem in there.items():
        if name.endswith(".md") and f"{stem}.yaml" in there:
            message = f"There is also {stem}.yaml, so there are two chapters '{stem}'. Keep one, or rename the other."
            yield Problem(f"{FOLDER}/{name}", 1, 1, message)
