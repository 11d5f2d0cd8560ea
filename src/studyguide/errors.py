"""What can go wrong, as one tree.

    StudyguideError
    ├── GuideError     the author's material has problems (a list of them); exit code 1
    ├── BuildError     the material is fine, but it could not be laid out or written; exit code 1
    │   ├── FitError   what is on a sheet does not fit its pages
    │   └── NoPangoError   the library that lays out pages is not on this machine
    └── UsageError     the command was asked for something that does not exist; exit code 2

Anything else that escapes is a fault of studyguide itself and shows its traceback.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing for the author to mend: a place (lines and columns count from 1) and a message.

    The message says what was found, what was expected and what to do.
    """

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class StudyguideError(Exception):
    """The root of the tree."""


class GuideError(StudyguideError):
    """The guide has problems; ``problems`` holds all of them, in the order of files and lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type["GuideError"], tuple[tuple[Problem, ...]]]:
        """The way from one process to another."""
        return type(self), (self.problems,)


class BuildError(StudyguideError):
    """A sound guide could not be laid out or written (no Pango, no space, no permission)."""


class NoPangoError(BuildError):
    """Pages cannot be laid out on this machine."""


class FitError(BuildError):
    """What is on a sheet does not fit its pages. `names` are the ids of what could be cut, the likeliest first."""

    def __init__(self, message: str, names: Iterable[str]) -> None:
        self.names = tuple(names)
        super().__init__(message)

    def __reduce__(self) -> tuple[type["FitError"], tuple[str, tuple[str, ...]]]:
        """The way from one process to another."""
        return type(self), (str(self), self.names)


class UsageError(StudyguideError):
    """An edition, format, theme or paper was asked for that does not exist."""


MAX_NAMES = 20
"""A longer list of names would not be read."""


def suggestion(found: str, names: Iterable[str]) -> str:
    """``Did you mean 'plot'? There are: cast, plot.`` for a name that is not there."""
    from difflib import get_close_matches  # late: a build with nothing to do has no use for it

    known = sorted(set(names))
    close = get_close_matches(found, known, n=1)
    hint = f"Did you mean '{close[0]}'? " if close else ""
    if len(known) > MAX_NAMES:
        return hint.strip() or f"None of the {len(known)} that there are comes close."
    return f"{hint}There are: {', '.join(known)}." if known else f"{hint}There are none."
