"""The places of words and references in the author's file."""

import re
from bisect import bisect_left
from functools import lru_cache
from urllib.parse import unquote

from studyguide.guide.model import Place
from studyguide.markdown import Reference

_SIGNS = {
    "cite": "@{}",
    "note": "[^{}]",
    "unused note": "[^{}]:",
    "note twice": "[^{}]:",
    "block in note": "[^{}]:",
    "unused definition": "[{}]:",
    "definition twice": "[{}]:",
}

MOST_SEARCHES = 500
"""How often one text is searched as a whole; without a limit, time would be quadratic for a long text."""
NEAR = 2_000
"""The next reference is first sought in this many characters after the last one."""


def written(start: Place, line: int, words: str, earlier: int) -> Place:
    """The place of words in a text that begins at `start`, sought from one of its lines on (counted from 0)."""
    source = _source(start.source)
    begin = source.line(line)
    found = source.occurrences(words, begin) or source.occurrences(words, 0)
    if not found:
        return _moved(start, begin) if source.is_spent else start
    return _moved(start, found[min(earlier, len(found) - 1)])


def on_line(start: Place, line: int) -> Place:
    """The place of the first letter on a line, counted from 0, of a text that begins at `start`."""
    source = _source(start.source)
    begin = source.line(line)
    return _moved(start, begin + len(source.text[begin:]) - len(source.text[begin:].lstrip(" "))) if line else start


class _Source:
    """A text as written in its file, with results that are needed more than once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._ends = [match.start() for match in re.finditer("\n", text)]
        self._found: dict[tuple[str, int], list[int]] = {}

    @property
    def is_spent(self) -> bool:
        """Whether it was searched so often that it will not be searched again."""
        return len(self._found) >= MOST_SEARCHES

    def line(self, number: int) -> int:
        """The offset of a line, counted from 0; the end of the text if there is no such line."""
        if number <= 0:
            return 0
        return self._ends[number - 1] + 1 if number <= len(self._ends) else len(self.text)

    def line_of(self, offset: int) -> int:
        """The number of the line that an offset is on."""
        return bisect_left(self._ends, offset)

    def occurrences(self, words: str, begin: int) -> list[int]:
        """The offsets of words from an offset on.

        A new line with indentation, or marks of emphasis and links, may be between words; quotes may be doubled.
        """
        if (words, begin) not in self._found:
            if self.is_spent:
                return []
            spaced = r"[\s*_\[\]]+".join(map(re.escape, words.split())).replace("'", "''?").replace('"', r"\\?\"")
            self._found[words, begin] = [match.start() for match in re.compile(spaced).finditer(self.text, begin)]
        return self._found[words, begin]


@lru_cache(maxsize=4)
def _source(text: str) -> _Source:
    return _Source(text)


def _moved(start: Place, offset: int) -> Place:
    """The place `offset` characters after `start` in its source."""
    source = _source(start.source)
    line = source.line_of(offset)
    column = offset - source.line(line) + (1 if line else start.column)
    return Place(start.file, start.line + line, column)


class Seeker:
    """Finds the references of a text in its source, one after the other."""

    def __init__(self, start: Place) -> None:
        self._start, self._source = start, _source(start.source)
        self._found: dict[tuple[str, int], int | None] = {}
        self._last = self._far = self._line = 0

    def place(self, reference: Reference) -> Place:
        """The place of a reference, sought from its line on, then in the whole text; its line, if it is an escape."""
        target = reference.target
        if "%" in target and target not in self._source.text:
            target = unquote(target)  # Markdown escapes addresses
        sign = _SIGNS.get(reference.kind, "{}").format(target)
        begin = self._source.line(reference.line)
        if reference.line < self._line:  # losses follow all links and images
            self._last = 0
        self._line = reference.line
        if not sign:
            return _moved(self._start, begin)
        if (sign, begin) not in self._found:
            self._found[sign, begin] = self._offset(re.compile(re.escape(sign) + r"(?![\w-])"), begin)
        offset = self._found[sign, begin]
        return self._start if offset is None else _moved(self._start, offset)

    def _offset(self, pattern: re.Pattern[str], begin: int) -> int | None:
        text, near = self._source.text, max(begin, self._last)
        found = pattern.search(text, near, near + NEAR)
        if not found and self._far < MOST_SEARCHES:
            self._far += 1
            found = pattern.search(text, begin) or pattern.search(text)
        if not found:
            return begin if self._far >= MOST_SEARCHES else None
        self._last = max(self._last, found.start())
        return found.start()
