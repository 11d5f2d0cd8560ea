"""Add questions: what a guide's files become with new questions, and whether the guide is then sound."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from studyguide.build.checked_guide import new_problems
from studyguide.guide.chapter_list import FOLDER
from studyguide.guide.load import information
from studyguide.guide.read_file import MAX_SIZE, parse
from studyguide.guide.upgrade.files import GuideFile, GuideFiles, read
from studyguide.imports.chapter import insertion, question_ids, sets, sound_question, target
from studyguide.imports.chapter.insertion import NewSet
from studyguide.imports.found import Found, NewQuestion
from studyguide.languages.labels import Labels
from studyguide.markdown import as_typed
from studyguide.support import safe_files
from studyguide.support.errors import GuideError, Problem, UsageError

_PASSES = 5
"""How often problems of the whole guide may take away questions: a question may need one that was taken away."""


@dataclass(frozen=True)
class Wanted:
    """What to add, and where."""

    file: str
    """The file that the questions come from, for messages."""
    found: Found
    set_title: str
    """The heading or the id of the set for questions that name none."""
    chapter: str | None = None
    """The id of the chapter; None for the only one with questions, or a new one."""
    is_partly: bool = False
    """Whether to add the others if some are refused."""


@dataclass(frozen=True)
class Added:
    """The result, which is not written yet."""

    texts: Mapping[str, bytes] = field(default_factory=dict)
    """The new content of files, by their names in the guide; empty if nothing is to be written."""
    refused: tuple[Problem, ...] = ()
    sets: tuple[NewSet, ...] = ()
    """The sets that get questions, with these."""
    skipped: int = 0
    """How many questions are in the chapter already, word for word."""
    takes_lines: bool = False
    """Whether the guide's own pages lose their ruled lines, because these are its first questions with hints."""


def words(folder: Path) -> Labels:
    """The words of a guide, or those of the program while guide.yaml has problems."""
    info = information(folder)
    return info.labels if info else Labels.of()


def add(folder: Path, wanted: Wanted) -> Added:
    """The files with the new questions. Nothing is written.

    Raises `UsageError` if there is no such guide or chapter, or if a file cannot be changed with certainty; and
    `GuideError` if the guide would get problems that are not those of a single question.
    """
    guide = read(folder)
    chapter = target.name(guide, wanted.chapter)
    if safe_files.leads_outside(folder, chapter):
        raise UsageError(f"{chapter} is behind a link to a place outside the guide. Copy the folder into the guide.")
    new, skipped = _new(wanted.found, target.known(guide, chapter))
    kept, refused = _sound(replace(wanted, found=new), target.taken(guide))
    for _ in range(_PASSES):
        if not kept or (refused and not wanted.is_partly):
            break
        made = _made(folder, guide, chapter, kept, wanted.set_title)
        bad = _bad(folder, made.texts, chapter, kept, wanted.file)
        if not bad:
            takes = not target.has_help(guide) and any(target.helps(each.fields) for each in kept.values())
            return replace(made, refused=tuple(sorted(refused)), skipped=skipped, takes_lines=takes)
        refused += [problem for problems in bad.values() for problem in problems]
        kept = {name: question for name, question in kept.items() if name not in bad}
    return Added(refused=tuple(sorted({*refused})), skipped=skipped)


def _new(found: Found, known: list[tuple[str, Any]]) -> tuple[Found, int]:
    """The questions that the chapter has not yet, and the number of those that it has, with the same in every field."""
    new = tuple(each for each in found.questions if not target.double(each.fields, known))
    return replace(found, questions=new), len(found.questions) - len(new)


def _sound(wanted: Wanted, taken: set[str]) -> tuple[dict[str, NewQuestion], list[Problem]]:
    """The questions that the model takes, by their new ids; and the problems of all others."""
    kept: dict[str, NewQuestion] = {}
    refused = [*wanted.found.refused]
    for question, name in question_ids.named(wanted.found.questions, taken, wanted.file):
        if isinstance(name, Problem):
            refused.append(name)
        elif problems := sound_question.problems(question, name, wanted.file):
            refused += problems
        else:
            kept[name] = question
    return kept, refused


def _made(folder: Path, guide: GuideFiles, chapter: str, kept: Mapping[str, NewQuestion], title: str) -> Added:
    file = next((each for each in guide.files if each.name == chapter), None)
    new = sets.sets(file, kept, title, target.taken(guide) | {*kept})
    if file:
        return Added({chapter: _content(chapter, insertion.chapter(file, new))}, sets=new)
    info = next(each for each in guide.files if each.name == "guide.yaml")
    text = insertion.new_chapter(as_typed.inline(words(folder).say("imports.title")), new)
    listed = insertion.chapter_list(info, chapter.removeprefix(f"{FOLDER}/").removesuffix(".yaml"))
    return Added({chapter: _content(chapter, text), info.name: _content(info.name, listed)}, sets=new)


def _content(name: str, text: str | None) -> bytes:
    """The bytes of a changed file. Raises `UsageError` if it could not be changed, or has become too long."""
    if text is None:
        raise UsageError(
            f"{name} cannot be changed with certainty: its lists are between brackets, or written in an unusual way. "
            "Begin each entry on a line of its own, with a dash."
        )
    data = text.encode("utf-8")
    if len(data) > MAX_SIZE:
        raise UsageError(f"{name} would have {len(data):,} bytes, and {MAX_SIZE:,} are allowed. Add fewer questions.")
    return data


def _bad(
    folder: Path, texts: Mapping[str, bytes], chapter: str, kept: Mapping[str, NewQuestion], file: str
) -> dict[str, list[Problem]]:
    """New problems of the guide by the new question that has them. Raises `GuideError` for problems of no question."""
    problems = new_problems(folder, texts)
    if not problems:
        return {}
    text = texts[chapter]
    begins = target.starts(GuideFile(chapter, text.decode("utf-8"), parse(text, chapter)))
    lines = [line for line, _ in begins]
    found: dict[str, list[Problem]] = {}
    others: list[Problem] = []
    for problem in problems:
        name = begins[max(0, bisect_right(lines, problem.line) - 1)][1] if problem.file == chapter else ""
        if name in kept:
            found.setdefault(name, []).append(Problem(file, kept[name].line, 1, problem.message))
        else:
            others.append(problem)
    if others and not found:
        raise GuideError(others)
    return found
