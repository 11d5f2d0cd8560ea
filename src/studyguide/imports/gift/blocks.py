r"""Blocks of a GIFT file: its questions, each with its line, its category and its escapes out of the way.

Empty lines separate questions, and lines that begin with ``//`` are comments. A backslash before one of ``~ = # { } :``
makes the sign part of the text, and ``\n`` is a line break.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from studyguide.imports.found import MOST_QUESTIONS
from studyguide.support.errors import UsageError

_ESCAPES = {"~": "\ufdd0", "=": "\ufdd1", "#": "\ufdd2", "{": "\ufdd3", "}": "\ufdd4", ":": "\ufdd5", "\\": "\ufdd6"}
"""Noncharacters in place of escaped signs; a text that has them is refused before."""
_LINE_BREAK = "\ufdd7"
_ESCAPED = re.compile(r"\\([~=#{}:\\n])")
_SIGNS = {each: sign for sign, each in _ESCAPES.items()} | {_LINE_BREAK: "\n"}
_HIDDEN = re.compile(f"[{''.join(_SIGNS)}]")
_CATEGORY = re.compile(r"\$CATEGORY:(.*)")
_SLASHES = re.compile(r"(?<!/)/(?!/)")
LONGEST = 50_000
"""Characters of a question; a chapter allows fewer in each of its texts."""


@dataclass(frozen=True)
class Block:
    """A question as it is in the file, with noncharacters in place of escaped signs."""

    line: int
    """From 1."""
    text: str
    category: str
    """The last part of the category's path, as people read it."""


def blocks(text: str, name: str) -> Iterator[Block]:
    """The questions of a file. Raises `UsageError` if there are too many."""
    category, number = "", 0
    for line, lines in _separate(text):
        while lines and (found := _CATEGORY.match(lines[0])):
            last = _SLASHES.split(found[1].strip())[-1].replace("//", "/").strip()
            category = shown(_without_escapes(last))
            lines, line = lines[1:], line + 1  # noqa: PLW2901 (a category may be directly above a question)
        if lines:
            number += 1
            if number > MOST_QUESTIONS:
                raise UsageError(f"{name} has more than {MOST_QUESTIONS:,} questions. Split it into several files.")
            yield Block(line, _without_escapes("\n".join(lines)), category)


def shown(text: str) -> str:
    """A text with the signs that were escaped."""
    return _HIDDEN.sub(lambda found: _SIGNS[found[0]], text)


def _separate(text: str) -> Iterator[tuple[int, list[str]]]:
    """The line where each group of lines begins, and its lines without comments."""
    first, lines = 0, list[str]()
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        stripped = line.strip()
        if stripped and not stripped.startswith("//"):
            first = first if lines else number
            lines.append(stripped)
        elif lines and not stripped:
            yield first, lines
            lines = []


def _without_escapes(text: str) -> str:
    return _ESCAPED.sub(lambda found: _ESCAPES.get(found[1], _LINE_BREAK), text)
