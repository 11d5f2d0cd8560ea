"""Directions: in a language that is written from right to left, what runs from left to right says so.

Browsers and e-readers order letters by Unicode's bidirectional algorithm, but its guess is wrong at the ends of a
title such as *Who’s Afraid?*, and WeasyPrint 70 does not see beyond an element: it sets the elements of a line from
right to left. With ``dir="ltr"`` around each passage that has elements in it, all of them read the same, and no marks
of Unicode (U+200E, U+2066) are in the text that is copied out, searched or read aloud.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from studyguide import markdown
from studyguide.support import xhtml
from studyguide.support.xhtml import Element

INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "br", "cite", "code", "del", "em", "i", "q", "s", "small", "span", "strong"),
        *("sub", "sup"),
    }
)
"""The elements that are in a line with the text around them."""
_FIGURES = re.compile(r"[\s\d.,:/–-]*\d")
"""Figures that belong to the Latin letters before them, such as ``Windows 95`` (UAX #9, rule W7)."""
_UNMARKED = frozenset({"button", "option", "script", "select", "style", "textarea"})
"""Elements whose text can have no elements in it, or is none of ours."""
_LEFT, _RIGHT, _NONE = "ltr", "rtl", ""


def mark(root: Element, language: str) -> None:
    """Mark what runs from left to right in a body, if its language runs from right to left."""
    if markdown.direction(language) != _RIGHT:
        return
    mark_languages(root, language)
    for block in [root, *root.iter("*")]:
        if _is_block(block) and not _has_direction(block):
            _mark_line(block)


def mark_languages(root: Element, language: str) -> None:
    """Give each element in a language from left to right its direction, in a body that runs from right to left."""
    if markdown.direction(language) == _RIGHT:
        for element in root.iter("*"):
            if (own := element.get("lang")) and element.get("dir") is None and not _is_drawn(element):
                element.set("dir", markdown.direction(own) or _LEFT)


def of(text: str) -> str:
    """``rtl`` if a text has letters that run from right to left, ``ltr`` if it has only others, empty without any."""
    found = _NONE
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in {"R", "AL"}:
            return _RIGHT
        if kind == "L":
            found = _LEFT
    return found


def passages(text: str) -> Iterator[tuple[int, int]]:
    """Where the words from left to right in a text begin and end; all of it if there are no others."""
    if of(text) != _RIGHT:
        if of(text) == _LEFT:
            yield 0, len(text)
        return
    begin = 0
    for is_right, letters in groupby(text, lambda letter: of(letter) == _RIGHT):
        part = "".join(letters)
        if not is_right and (end := _end(part)):
            yield begin + _start(part), begin + end
        begin += len(part)


def _is_drawn(element: Element) -> bool:
    return str(element.tag).startswith("{")


def _is_block(element: Element) -> bool:
    """Whether an element has lines of its own; a note is at the foot of the page, and a drawing has no lines."""
    if _is_drawn(element) or element.tag in _UNMARKED:
        return False
    return element.tag not in INLINE or "note" in xhtml.classes(element)


def _has_direction(element: Element) -> bool:
    """Whether an element, or one around it, runs from left to right already."""
    around = (each.get("dir") for each in (element, *element.iterancestors()))
    return next(filter(None, around), _RIGHT) == _LEFT


class _Passage(NamedTuple):
    """A passage from left to right in the content of an element."""

    first: int
    """The number of its first element."""
    last: int
    start: int
    """The letter that it begins with in the text before its first element."""
    end: int
    """The letter that it ends before in the text after its last element."""


def _mark_line(element: Element) -> None:
    """Mark the passages in the content of a block, or of an element in its line."""
    children = list(element)
    texts = [element.text or "", *(child.tail or "" for child in children)]
    ways = [_way(child) for child in children]
    every = {*ways, *map(of, texts)}
    if _LEFT in every and _RIGHT not in every:
        _wrap_all(element, children, texts)
        return
    for passage in reversed(list(_passages(ways, texts))):
        _wrap(element, children, texts, passage)
    for child, way in zip(children, ways, strict=True):
        if way == _RIGHT and child.tag in INLINE and not child.get("dir") and "note" not in xhtml.classes(child):
            _mark_line(child)


def _way(element: Element) -> str:
    """The direction of an element; one that is not in the line, or has its own direction, ends a passage."""
    if element.tag not in INLINE or "note" in xhtml.classes(element):
        return _RIGHT
    return element.get("dir") or of(xhtml.text(element))


def _passages(ways: Sequence[str], texts: Sequence[str]) -> Iterator[_Passage]:
    """The passages that have an element in them; letters in a text alone are put in order without help."""
    first = 0
    while first < len(ways):
        last = first
        if ways[first] == _LEFT:
            for place in range(first + 1, len(ways)):
                if ways[place] == _RIGHT or not _joins(texts[place]):
                    break
                last = place if ways[place] == _LEFT else last
            yield _Passage(first, last, _start(texts[first]), _end(texts[last + 1]))
        first = last + 1


def _joins(text: str) -> bool:
    """Whether a text between two elements makes one passage of them: Latin words do, and a comma does not."""
    return of(text) == _LEFT or not text.strip()


def _start(text: str) -> int:
    """The place of the first of the words from left to right that end a text; its length if there are none."""
    found = len(text)
    for place in range(len(text) - 1, -1, -1):
        way = of(text[place])
        if way == _RIGHT:
            break
        found = place if way == _LEFT else found
    return found


def _end(text: str) -> int:
    """The place after the words from left to right that begin a text, and after their figures."""
    found = 0
    for place, letter in enumerate(text):
        way = of(letter)
        if way == _RIGHT:
            break
        found = place + 1 if way == _LEFT else found
    figures = _FIGURES.match(text, found) if found else None
    return figures.end() if figures else found


def _wrap(element: Element, children: Sequence[Element], texts: Sequence[str], passage: _Passage) -> None:
    """Give a passage its direction: on its only element, or on a new one around it."""
    first, last, start, end = passage
    if first == last and start == len(texts[first]) and not end:
        children[first].set("dir", _LEFT)
        return
    made = element.makeelement("span", {"dir": _LEFT})
    made.text = texts[first][start:]
    made.tail = children[last].tail and children[last].tail[end:]
    xhtml.set_text_before(children[first], texts[first][:start])
    children[last].tail = texts[last + 1][:end]
    children[first].addprevious(made)
    made.extend(children[first : last + 1])


def _wrap_all(element: Element, children: Sequence[Element], texts: Sequence[str]) -> None:
    """Give all content of an element its direction."""
    if len(children) == 1 and not "".join(texts).strip():
        children[0].set("dir", _LEFT)
        return
    made = element.makeelement("span", {"dir": _LEFT})
    made.text, element.text = element.text, None
    made.extend(children)
    element.append(made)
