"""The problems and remarks of a guide as data for editors and CI, and their JSON Schema (2020-12)."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from studyguide.lint.fix.changes import Change
from studyguide.lint.rules import Remark, catalogue
from studyguide.support.errors import Problem

NAME = "data/problems"
"""Its name for ``studyguide schema``, and that of its file below the folder of the schemas."""

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Finding:
    """A problem, which stops builds, or a remark, which does not; a remark has a code."""

    severity: Severity
    problem: Problem
    """The place and the message, without the code; the file is relative to the guide."""
    code: str = ""


def findings(problems: Iterable[Problem], remarks: Iterable[Remark]) -> Iterator[Finding]:
    """Remarks, then problems, which are last because they matter most."""
    for remark in remarks:
        yield Finding("warning", remark.problem()._replace(message=remark.message), remark.code)
    yield from (Finding("error", problem) for problem in problems)


def data(
    folder: Path, chapters: int, found: Iterable[Finding], changes: Iterable[Change], *, written: bool
) -> dict[str, Any]:
    """The findings as data, and the changes of ``check --fix``; `written`: whether these were made."""
    return {
        "guide": str(folder),
        "chapters": chapters,
        "problems": [_finding(folder, each) for each in found],
        "changes": [{**_placed(folder, each), "code": each.code, **_words(each, written=written)} for each in changes],
    }


def _finding(folder: Path, each: Finding) -> dict[str, Any]:
    code = {"code": each.code} if each.code else {}
    return {"severity": each.severity, **code, **_placed(folder, each.problem), "message": each.problem.message}


def _placed(folder: Path, each: Problem | Change) -> dict[str, Any]:
    return {"file": (folder / each.file).as_posix(), "line": each.line, "column": each.column}


def _words(each: Change, *, written: bool) -> dict[str, Any]:
    return {"before": each.before, "after": each.after, "written": written}


def write(folder: Path) -> None:
    """Write the schema below a folder, as ``data/problems.json``."""
    file = folder / f"{NAME}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n", "utf-8", newline="\n")


def schema() -> dict[str, Any]:
    """The schema as data."""
    place = {
        "file": {"type": "string", "description": "The file, below the folder that was given to the command."},
        "line": {"type": "integer", "minimum": 1, "description": "The line, counted from 1."},
        "column": {"type": "integer", "minimum": 1, "description": "The character in the line, counted from 1."},
    }
    code = {"enum": [*catalogue()], "description": "The code of a remark; `studyguide explain` says what it means."}
    finding = {
        "severity": {"enum": ["error", "warning"], "description": "A problem stops builds; a remark is a warning."},
        "code": code,
        **place,
        "message": {"type": "string", "description": "What was found, and what to do."},
    }
    change = {
        **place,
        "code": code,
        "before": {"type": "string", "description": "The words as they were."},
        "after": {"type": "string", "description": "The words as they are, or with `--dry-run` as they would be."},
        "written": {"type": "boolean", "description": "Whether the file was changed."},
    }
    whole = {
        "guide": {"type": "string", "description": "The folder of the guide."},
        "chapters": {"type": "integer", "minimum": 0, "description": "How many chapters could be read."},
        "problems": {"type": "array", "items": _object(finding, "code"), "description": "Remarks, then problems."},
        "changes": {"type": "array", "items": _object(change), "description": "What `--fix` has changed."},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "description": "The problems and remarks of a study guide: the output of `studyguide check --format json`.",
        **_object(whole),
    }


def _object(properties: Mapping[str, Any], *optional: str) -> dict[str, Any]:
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": dict(properties), "additionalProperties": False, "required": required}
