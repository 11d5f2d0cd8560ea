"""Long words in tables: an address breaks at the edge of its column, while other words still say how wide theirs is."""

import re

from studyguide.support.xhtml import Element

LETTERS = 25
"""In a long word."""
_LONG = re.compile(rf"\S{{{LETTERS},}}")


def mark(root: Element) -> None:
    """Put each long word in a cell into ``<span class="long-word">``."""
    for cell in list(root.iter("td", "th", "caption")):
        for element in list(cell.iter("*")):
            if not str(element.tag).startswith("{"):  # of a drawing
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
    """What comes before the first long word, and a span for each, with what follows it."""
    pieces = list(_LONG.finditer(text or ""))
    spans = []
    for place, found in enumerate(pieces):
        span = element.makeelement("span", {"class": "long-word"})
        span.text = found[0]
        end = pieces[place + 1].start() if place + 1 < len(pieces) else None
        span.tail = (text or "")[found.end() : end]
        spans.append(span)
    return (text or "")[: pieces[0].start()] if pieces else (text or ""), spans
