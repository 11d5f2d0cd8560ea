"""Source spans: where each character of a text is in the file, in every form that YAML has for texts."""

import re
from collections.abc import Iterator

from studyguide.guide.model import Place
from studyguide.support.line_ends import is_joined

Span = tuple[int, int]
"""Where something begins and ends in the source of a place."""

_BLANK = re.compile(r"[ \t\n]+")
_LENGTHS = {"x": 4, "u": 6, "U": 10}
"""Characters of an escape with digits (YAML 1.1, 5.7); all others have two."""
_BROKEN_LINE = re.compile(r"\\\n[ \t\n]*")


def spans(place: Place, text: str) -> tuple[Span, ...] | None:
    """For each character of a text its span in ``place.source``; None if they do not fit together.

    The text may lack the spaces around it. A line break that YAML turned into a space, and the spaces around it, are
    one span; a line break that `joined` took out has none.
    """
    found = tuple(_spans(place.source, text, place.style))
    return found if len(found) == len(text) else None


def joined(place: Place, text: str) -> str:
    """A text without the spaces that YAML put where lines end in Chinese and Japanese; a space that is typed stays."""
    if text.isascii() or place.style == "|" or "\n" not in place.source or not (found := spans(place, text)):
        return text
    spaces = (at for at in range(1, len(text) - 1) if text[at] == " " and is_joined(text[at - 1], text[at + 1]))
    broken = {at for at in spaces if "\n" in place.source[slice(*found[at])]}
    return "".join(sign for at, sign in enumerate(text) if at not in broken)


def line_and_column(place: Place, offset: int) -> tuple[int, int]:
    """The line and the column in the file, counted from 1, of an offset in ``place.source``."""
    before = place.source[:offset]
    line = before.count("\n")
    return place.line + line, offset - before.rfind("\n") + (0 if line else place.column - 1)


def _spans(source: str, text: str, style: str) -> Iterator[Span]:
    """The spans, up to the first character that is not where it should be."""
    is_block = style in {"|", ">"}
    done = len(text) - len(text.lstrip()) if is_block else 0  # the source of a block begins with its first word
    yield from ((0, 0) for _ in range(done))
    at = 0 if not done and text[:1].isspace() else len(source) - len(source.lstrip())
    while done < len(text):
        blank = _BLANK.match(source, at)
        if blank and done and blank[0].count("\n") == 1 and style != "|" and is_joined(text[done - 1], text[done]):
            at = blank.end()
        elif blank and "\n" in blank[0] and not (is_block and text[done] == source[at] != "\n"):
            number = _blanks(text, done) if is_block else max(1, blank[0].count("\n") - 1)
            expected = text[done : done + number]
            if not expected or expected.strip(" \t\n"):
                return
            yield from (blank.span() for _ in range(number))
            at, done = blank.end(), done + number
        elif style == '"' and (broken := _BROKEN_LINE.match(source, at)):
            at = broken.end()
        else:
            end = at + _length(source, at, style)
            if end == at + 1 and source[at:end] != text[done]:
                return
            yield at, end
            at, done = end, done + 1


def _blanks(text: str, start: int) -> int:
    """How many characters from `start` on are blank."""
    found = _BLANK.match(text, start)
    return found.end() - start if found else 0


def _length(source: str, at: int, style: str) -> int:
    """How many characters of the source stand for one of the text."""
    if style == "'" and source.startswith("''", at):
        return 2
    if style == '"' and source.startswith("\\", at):
        return _LENGTHS.get(source[at + 1 : at + 2], 2)
    return 1
