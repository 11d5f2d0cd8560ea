"""Problems for a person: each on one line, and on a terminal with the line of its file and a caret below the place."""

import sys
from collections.abc import Iterable
from pathlib import Path

from studyguide.cli import own_command, terminal
from studyguide.cli.terminal import BOLD, CYAN, FAINT, RED, YELLOW, painted
from studyguide.support import safe_files
from studyguide.support.errors import Problem, shown

_TEXTS = (".yaml", ".md", ".json", ".csl")
"""The suffixes of files whose lines are shown."""
_LARGEST = 1_000_000
_BEFORE = 60
"""Most characters of a long line that are shown before the place."""
_NARROWEST = 40


class Shown:
    """Prints the problems of one guide to standard error; files are read once."""

    def __init__(self, folder: Path, *, context: bool = False) -> None:
        self._folder = folder
        self._context = context or sys.stderr.isatty()
        self._lines: dict[str, list[str]] = {}

    def each(self, problems: Iterable[tuple[Problem, str]]) -> None:
        """Print problems, whose files are relative to the guide; each with the code of a remark, or an empty text."""
        for problem, code in problems:
            print(_message(problem.below(self._folder), code), file=sys.stderr)
            if self._context and (line := self._line(problem)) is not None:
                print(_excerpt(problem, line, RED if not code else YELLOW), file=sys.stderr)

    def _line(self, problem: Problem) -> str | None:
        """The line of a problem, as far as its file can be read."""
        if problem.file not in self._lines:
            self._lines[problem.file] = _lines(self._folder, problem.file)
        lines = self._lines[problem.file]
        return lines[problem.line - 1] if 1 <= problem.line <= len(lines) else None


def _lines(folder: Path, name: str) -> list[str]:
    """The lines of a file inside the guide; none if it is not a text."""
    if not name.endswith(_TEXTS):
        return []
    try:
        text = safe_files.read(folder, name, _LARGEST).decode("utf-8-sig", "replace")
    except safe_files.RefusedError:
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _message(problem: Problem, code: str) -> str:
    """The problem on one line, as editors read it: ``file:line:column: CODE message``."""
    place = shown(f"{problem.file}:{problem.line}:{problem.column}:")
    said = f"{painted(code, YELLOW, on=sys.stderr)} " if code else ""
    return f"{painted(place, BOLD, on=sys.stderr)} {said}{shown(own_command.as_started(problem.message))}"


def _excerpt(problem: Problem, line: str, colour: str) -> str:
    """The line, cut to the width of the terminal, and a caret below the place."""
    number = f"{problem.line:>5} | "
    room = max(_NARROWEST, terminal.columns()) - len(number) - 1
    place = min(problem.column - 1, len(line))
    start = max(0, place - _BEFORE) if terminal.width(line) > room else 0
    before = ("… " if start else "") + _visible(line[start:place])
    after = _visible(line[place : place + room])
    while after and terminal.width(before + after) > room:
        after = after[:-1]
    caret = " " * terminal.width(before)
    edge = painted(number, FAINT, CYAN, on=sys.stderr)
    below = painted(f"{'':>5} | ", FAINT, CYAN, on=sys.stderr)
    return f"{edge}{before}{after}\n{below}{caret}{painted('^', BOLD, colour, on=sys.stderr)}"


def _visible(text: str) -> str:
    return shown(text.replace("\t", " "))
