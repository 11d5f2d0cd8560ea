"""Which file holds which chapter: the list in guide.yaml against the folder ``chapters``."""

from collections.abc import Iterator
from pathlib import Path

from studyguide import files
from studyguide.errors import Problem, suggestion
from studyguide.model import Place
from studyguide.strict_yaml import Tree

FOLDER = "chapters"
SUFFIXES = (".yaml", ".md")


def match(folder: Path, info: Tree) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The file of each chapter by its id, in the order of guide.yaml, and what does not match.

    Where guide.yaml has no list that can be read (which is said elsewhere), all chapters that there are.
    """
    there = {name: name.rpartition(".")[0] for name in files.listing(folder, FOLDER) if name.endswith(SUFFIXES)}
    file_of = {stem: f"{FOLDER}/{name}" for name, stem in there.items()}
    entries = info.value.get("chapters") if isinstance(info.value, dict) else None
    if not isinstance(entries, list):
        return file_of, ()
    listed = {
        entry: info.places["chapters", number]
        for number, entry in reversed([*enumerate(entries)])
        if isinstance(entry, str)
    }
    problems = (*_missing(listed, file_of), *_extra(folder, listed), *_twice(there))
    return {entry: file_of[entry] for entry in reversed(listed) if entry in file_of}, problems


def _missing(listed: dict[str, Place], file_of: dict[str, str]) -> Iterator[Problem]:
    free = sorted(set(file_of) - set(listed))
    for entry, place in listed.items():
        if entry not in file_of:
            hint = suggestion(entry, free) if free else "Write it, or take it off the list."
            message = f"There is no file {FOLDER}/{entry}.yaml or {FOLDER}/{entry}.md. {hint}"
            yield Problem(place.file, place.line, place.column, message)


def _extra(folder: Path, listed: dict[str, Place]) -> Iterator[Problem]:
    for name in files.listing(folder, FOLDER):
        if not name.endswith(SUFFIXES):
            message = "This is no chapter: chapters are .yaml or .md files. Rename it, or move it away."
        elif name.rpartition(".")[0] not in listed:
            message = "This chapter is not listed. List it under 'chapters' in guide.yaml, or move it away."
        else:
            continue
        yield Problem(f"{FOLDER}/{name}", 1, 1, message)


def _twice(there: dict[str, str]) -> Iterator[Problem]:
    for name, stem in there.items():
        if name.endswith(".md") and f"{stem}.yaml" in there:
            message = f"There is also {stem}.yaml, so there are two chapters '{stem}'. Keep one, or rename the other."
            yield Problem(f"{FOLDER}/{name}", 1, 1, message)
