"""Problems for programs: as JSON for editors, and as annotations for GitHub Actions."""

from pathlib import Path

from studyguide.lint.fix.changes import Change
from studyguide.lint.problem_data import Finding
from studyguide.support.errors import Problem, shown


def annotation(finding: Finding, folder: Path) -> str:
    """A workflow command: ``::error file=...,line=...,col=...,title=...::message``."""
    return _command(finding.severity, finding.problem.below(folder), finding.code or "studyguide")


def notice(change: Change, folder: Path) -> str:
    """The same for something that was corrected."""
    problem = Problem(change.file, change.line, change.column, change.words)
    return _command("notice", problem.below(folder), change.code)


def _command(kind: str, problem: Problem, title: str) -> str:
    file = Path(problem.file).as_posix()
    about = {"file": file, "line": str(problem.line), "col": str(problem.column), "title": title}
    properties = ",".join(f"{name}={_property(value)}" for name, value in about.items())
    return f"::{kind} {properties}::{_message(shown(problem.message))}"


def _message(text: str) -> str:
    """A message with the escapes that GitHub's toolkit defines (packages/core/src/command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """The value of a property, which may not have the signs that end one either."""
    return _message(text).replace(":", "%3A").replace(",", "%2C")
