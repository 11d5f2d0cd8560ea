"""The errors of the program, as one tree.

    StudyguideError
    ├── GuideError     the author's material has problems (a list of them); exit code 1
    ├── BuildError     the material is fine, but it could not be laid out or written; exit code 1
    │   ├── FitError   the content of a sheet does not fit its pages
    │   │   └── OverrunError   it takes more paper than intended, but can be written
    │   ├── NoPangoError   the library that lays out pages is not on this machine
    │   └── request.SomeFailedError   of several formats, some failed and the others were written
    └── UsageError     the command names something that does not exist; exit code 2

Any other exception is a fault of studyguide itself and shows its traceback.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple


class Problem(NamedTuple):
    """One fault for the author to correct: a place (lines and columns count from 1) and a message.

    The message says what was found, what was expected and what to do.
    """

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return shown(f"{self.file}:{self.line}:{self.column}: {self.message}")

    def below(self, folder: Path) -> "Problem":
        """The same problem with the path of the guide's folder before that of its file; the message does not change."""
        return self._replace(file=str(folder / self.file))


def shown(text: str) -> str:
    r"""`text` on one line of a terminal: control and invisible characters become escapes such as ``\\x1b``."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


MOST_ALIKE = 100
"""The most problems of one kind that are listed for one file; the rest are counted."""
_NAMES = re.compile(r"'[^']*'|\d+")


def bounded(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Problems in their order; after a hundred of one kind in one file, a last problem counts the rest.

    Two are of one kind if their messages differ only in quotations and in figures.
    """
    counted: dict[tuple[str, str], list[Problem]] = {}
    for problem in sorted(problems):
        alike = counted.setdefault((problem.file, _NAMES.sub("", problem.message)), [])
        alike.append(problem)
        if len(alike) <= MOST_ALIKE:
            yield problem
    for alike in counted.values():
        if rest := alike[MOST_ALIKE:]:
            yield rest[0]._replace(message=more(len(rest), rest[0].message))


def more(number: int, message: str) -> str:
    """A message about `number` problems or remarks that are not listed; `message` is that of the first."""
    return f"{number:,} more of the same kind follow in this file, from here on. The first: {message}"


class StudyguideError(Exception):
    """The root of the tree."""


class GuideError(StudyguideError):
    """The guide has problems; ``problems`` holds all of them, in the order of files and lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[type["GuideError"], tuple[tuple[Problem, ...]]]:
        """Pickle the error, to send it to another process."""
        return type(self), (self.problems,)


class BuildError(StudyguideError):
    """A sound guide could not be laid out or written (no Pango, no space, no permission)."""


class NoPangoError(BuildError):
    """Pages cannot be laid out on this machine."""


class FitError(BuildError):
    """The content of a sheet does not fit its pages. `names` are the ids of items to shorten, the likeliest first."""

    def __init__(self, message: str, names: Iterable[str]) -> None:
        self.names = tuple(names)
        super().__init__(message)

    def __reduce__(self) -> tuple[type["FitError"], tuple[str, tuple[str, ...]]]:
        """Pickle the error, to send it to another process."""
        return type(self), (str(self), self.names)


class OverrunError(FitError):
    """A sheet takes more paper than intended."""


class UsageError(StudyguideError):
    """A requested edition, format, theme or paper does not exist."""


MAX_NAMES = 30
"""The most names in a list: nobody would read more."""

CLOSE = 0.65
"""The least similarity of names, by difflib; at 0.6, its default, a movie is like a novel."""

SYNONYMS = {
    "movie": "film",
    "picture": "film",
    "motion-picture": "film",
    "tv": "series",
    "show": "series",
    "drama": "play",
    "poetry": "poem",
    "verse": "poem",
    "fiction": "novel",
    "characters": "cast",
    "people": "cast",
    "story": "plot",
    "scenes": "plot",
    "summary": "overview",
    "introduction": "overview",
    "text": "prose",
    "vocabulary": "glossary",
    "bibliography": "works-cited",
    "references": "works-cited",
    "reviews": "reception",
    "quiz": "questions",
    "exercises": "activities",
    "pupil": "student",
    "instructor": "teacher",
    "during": "while",
    "multiple-choice": "choice",
    "open": "discussion",
    "heading": "title",
    "author": "by",
    "director": "by",
    "description": "text",
}
"""Common words for names with the same meaning; used only if the name is among the known ones."""


LONGEST_NAME = 100
"""The most characters of a text that may be a misspelt name."""


class Hints:
    """Suggestions for unknown names; only the first hundred, because each takes time, and nobody would read more."""

    MOST = 100

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted(set(names))
        self._given: dict[str, str] = {}

    def of(self, found: str) -> str:
        """The `suggestion` for a name, after a space; empty after the first hundred."""
        if found not in self._given:
            self._given[found] = f" {suggestion(found, self._names)}" if len(self._given) < self.MOST else ""
        return self._given[found]


def suggestion(found: str, names: Iterable[str]) -> str:
    """``Did you mean 'plot'? Choose one of: cast, plot.`` for an unknown name."""
    known = sorted(set(names))
    close = meant(found, known)
    hint = f"Did you mean '{close}'? " if close else ""
    if len(known) > MAX_NAMES:
        return hint.strip() or f"Choose one of the {len(known)} known ones."
    return f"{hint}Choose one of: {', '.join(known)}." if known else f"{hint}There are none."


def meant(found: str, names: Iterable[str]) -> str | None:
    """The known name that an unknown one probably means; None if there is none."""
    return _meant(found, tuple(sorted(set(names)))) if len(found) <= LONGEST_NAME else None


@lru_cache(maxsize=10_000)
def _meant(found: str, known: tuple[str, ...]) -> str | None:
    """The known name that differs only in case and spaces, means the same, or is similar; None if there is none."""
    from difflib import get_close_matches  # late: not needed if nothing has changed

    spelt = {_plain(name): name for name in reversed(known)}
    sought = _plain(found)
    if sought in spelt:
        return spelt[sought]
    if SYNONYMS.get(sought) in known:
        return SYNONYMS[sought]
    return next((spelt[name] for name in get_close_matches(sought, spelt, n=1, cutoff=CLOSE)), None)


def _plain(name: str) -> str:
    return "-".join(name[:100].casefold().replace("_", " ").split())
