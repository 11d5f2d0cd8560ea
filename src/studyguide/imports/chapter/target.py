"""Target: the chapter of a guide that questions are added to, and the names that the guide has already."""

from collections.abc import Iterator, Mapping
from typing import Any

from studyguide.guide.chapter_list import FOLDER
from studyguide.guide.upgrade.files import GuideFile, GuideFiles
from studyguide.imports.chapter.insertion import as_read
from studyguide.support.errors import GuideError, UsageError

KIND = "questions"
_HELP = ("hints", "starters", "challenge")


def name(guide: GuideFiles, wanted: str | None) -> str:
    """The file of the chapter to change, or of a new one: the `wanted` one, or the only one with questions.

    Raises `UsageError` if it is not certain which, or if it has no questions; `GuideError` if it cannot be read.
    """
    files = {file.name: file for file in guide.files}
    found = [file.name for file in guide.files if file.kind == KIND]
    if wanted is None and len(found) > 1:
        names = ", ".join(each.removeprefix(f"{FOLDER}/").rpartition(".")[0] for each in found)
        raise UsageError(f"This guide has several chapters with questions: {names}. Choose one with --chapter.")
    chosen = f"{FOLDER}/{wanted}.yaml" if wanted else next(iter(found), f"{FOLDER}/{KIND}.yaml")
    unread = [problem for problem in guide.unread if problem.file in {"guide.yaml", chosen}]
    if unread:
        raise GuideError(unread)
    if chosen.endswith(".md") or f"{chosen.removesuffix('.yaml')}.md" in files:
        raise UsageError(
            f"The chapter in {chosen.removesuffix('.yaml')} is Markdown. Choose one in YAML, or a new name."
        )
    if chosen in files and files[chosen].kind != KIND:
        kind = files[chosen].kind or "unknown"
        raise UsageError(f"{chosen} is a chapter of the kind '{kind}', not '{KIND}'. Choose another with --chapter.")
    return chosen


def taken(guide: GuideFiles) -> set[str]:
    """Every id in a guide, of chapters, items, works and editions."""
    stems = {file.name.rpartition("/")[2].rpartition(".")[0] for file in guide.files}
    return stems | {each for file in guide.files for each in _ids(file.tree.value)}


def starts(file: GuideFile) -> list[tuple[int, str]]:
    """The line where each set and question of a chapter begins, and its id; also other keys, without one."""
    found = [(place.line, "") for path, place in file.tree.keys.items() if len(path) == 1]
    for path, place in file.tree.places.items():
        if path[:1] == ("sets",) and isinstance(path[-1], int) and len(path) in {2, 4}:
            value = file.value(path)
            found.append((place.line, str(value.get("id", "")) if isinstance(value, dict) else ""))
    return sorted(found)


def known(guide: GuideFiles, chapter: str) -> list[tuple[str, Any]]:
    """The id of each question of a chapter, and its other fields as they are read."""
    file = next((each for each in guide.files if each.name == chapter), None)
    sets = file.tree.value.get("sets") if file else None
    found = [each for part in sets or () if isinstance(part, dict) for each in part.get("questions") or ()]
    questions = (each for each in found if isinstance(each, dict))
    return [(str(each.get("id")), {key: each[key] for key in each if key != "id"}) for each in questions]


def double(fields: Mapping[str, Any], questions: list[tuple[str, Any]]) -> bool:
    """Whether one of the questions has the same fields."""
    wanted = as_read(fields)
    return any(each == wanted for _, each in questions)


def helps(fields: Mapping[str, Any]) -> bool:
    """Whether a question or an activity has what worksheets print for some students (see `editions.answer_space`)."""
    return any(fields.get(key) for key in _HELP)


def has_help(guide: GuideFiles) -> bool:
    """Whether a question or an activity of a guide has that."""
    return any(helps(each) for file in guide.files for each in _mappings(file.tree.value))


def _ids(value: Any) -> Iterator[str]:
    return (each["id"] for each in _mappings(value) if isinstance(each.get("id"), str))


def _mappings(value: Any) -> Iterator[Mapping[str, Any]]:
    """Every mapping in a value, at any depth."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from _mappings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _mappings(each)
