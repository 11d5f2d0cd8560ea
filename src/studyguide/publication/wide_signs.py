"""Wide signs, such as ``（`` and ``。``: they have their own space inside, so that no other is printed beside them.

Templates have spaces between what they join, and authors between a sentence and its citation. In Chinese and Japanese
such a space and that of the sign would make a gap in the line.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from studyguide.languages import punctuation
from studyguide.publication.text_positions import INLINE
from studyguide.support import xhtml

if TYPE_CHECKING:
    from studyguide.support.xhtml import Element

_SPACES = " \t\r\n"
_BEHIND = "、。，．：；（）「」『』《》〈〉【】［］〔〕"
"""Signs that no space follows. One that an author typed after ``？`` stays: Japanese has a wide one there."""
_BEFORE = _BEHIND + "？！"
"""Signs that no space precedes."""
_BESIDE = re.compile(rf"[{_SPACES}]+(?=[{_BEFORE}])|(?<=[{_BEHIND}])[{_SPACES}]+")
_APART = frozenset({"code", "kbd", "pre", "samp", "script", "style", "textarea"})
_VERSE = "verse"

Place = tuple["Element", str]
"""An element and which of its texts: ``text`` or ``tail``."""


def are_in(language: str) -> bool:
    """Whether the signs of a language are wide."""
    return not punctuation.of(language).gap


def begins(text: str) -> bool:
    """Whether a text begins with a wide sign, so that no space precedes it."""
    return text[:1] != "" and text[0] in _BEFORE


def close(root: "Element", language: str) -> None:
    """Take the spaces beside wide signs out of the lines below an element, apart from drawings, verse and code."""
    if are_in(language):
        for line in _lines(root):
            _close(line)


def _close(line: list[Place]) -> None:
    done: list[Place] = []
    for place in line:
        text = _BESIDE.sub("", _text(place))
        if done and _text(done[-1])[-1] in _BEHIND:
            text = text.lstrip(_SPACES)
        setattr(*place, text)
        if begins(text):
            _strip(done)
        if text:
            done.append(place)


def _strip(done: list[Place]) -> None:
    """Take the spaces away that are at the end of a line."""
    while done:
        setattr(*done[-1], _text(done[-1]).rstrip(_SPACES))
        if _text(done[-1]):
            return
        done.pop()


def _text(place: Place) -> str:
    return getattr(*place) or ""


def _lines(root: "Element") -> Iterator[list[Place]]:
    """The texts that are in one line, or would be if the page were wide enough."""
    line: list[Place] = []
    for place in _places(root):
        if place is None:
            yield line
            line = []
        elif _text(place):
            line.append(place)
    yield line


def _places(element: "Element") -> Iterator[Place | None]:
    """The places of texts in the order of the page; None where a line ends."""
    if _is_apart(element):
        yield None
        return
    if element.tag not in INLINE:
        yield None
    yield element, "text"
    for child in element:
        yield from _places(child)
        yield child, "tail"
    if element.tag not in INLINE:
        yield None


def _is_apart(element: "Element") -> bool:
    tag = element.tag
    return not isinstance(tag, str) or tag.startswith("{") or tag in _APART or _VERSE in xhtml.classes(element)
