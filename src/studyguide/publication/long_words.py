"""Long words in tables: an address may break at the edge of its column; other words still set their column's width."""

import re

from studyguide.support.line_ends import WIDE
from studyguide.support.xhtml import Element

LETTERS = 25
"""The least letters of a long word."""
_LONG = re.compile(rf"[^\s{WIDE}]{{{LETTERS},}}")


def mark(root: Element) -> None:
    """Put each long word in a cell into ``<span class="long-word">``."""
    for cell in list(root.iter("td", "th", "caption")):
        for element in list(cell.iter("*")):
            if not str(element.tag).startswith("{"):  # not in a drawing
                _mark_text(element)
            if element is not cell:
                _mark_tail(element)


def _mark_text(element: Element) -> None:
    before, spans = _split(element, element.text)
    if spans and element.get("class") != "long-word":
        element.text = before
        for place, span in enumerate(spans):
            element.insert(place, span)


def _mark_tail(element: Element) -> None:
    before, spans = _split(element, element.tail)
    if spans:
        element.tail = before
        for span in reversed(spans):
            element.addnext(span)


def _split(element: Element, text: str | None) -> tuple[str, list[Element]]:
    """The text before the first long word, and a span for each long word, with the text after it."""
    pieces = list(_LONG.finditer(text or ""))
    spans = []
    for place, found in enumerate(pieces):
        span = element.makeelement("span", {"class": "long-word"})
        span.text = found[0]
        end = pieces[place + 1].start() if place + 1 < len(pieces) else None
        span.tail = (text or "")[found.end() : end]
        spans.append(span)
    return (text or "")[: pieces[0].start()] if pieces else (text or ""), spans
