"""Long words in tables: an address breaks at the edge of its column, while other words still say how wide theirs is."""

import re

from studyguide.support.xhtml import Element

LETTERS = 25
"""In a long word."""
_LONG = re.compile(rf"\S{{{LETTERS},}}")


def mark(root: Element) -> None:
    """Put each long word in a cell into ``<span class="long-word">``."""
    for cell in list(root.iter("td", "th", "caption")):
        for holder in list(cell.iter("*")):
            if not str(holder.tag).startswith("{"):  # of a drawing
                _mark_text(holder)
            if holder is not cell:
                _mark_tail(holder)


def _mark_text(holder: Element) -> None:
    before, spans = _split(holder, holder.text)
    if spans and holder.get("class") != "long-word":
        holder.text = before
        for place, span in enumerate(spans):
            holder.insert(place, span)


def _mark_tail(holder: Element) -> None:
    before, spans = _split(holder, holder.tail)
    if spans:
        holder.tail = before
        for span in reversed(spans):
            holder.addnext(span)


def _split(holder: Element, text: str | None) -> tuple[str, list[Element]]:
    """What comes before the first long word, and a span for each, with what follows it."""
    pieces = list(_LONG.finditer(text or ""))
    spans = []
    for place, found in enumerate(pieces):
        span = holder.makeelement("span", {"class": "long-word"})
        span.text = found[0]
        end = pieces[place + 1].start() if place + 1 < len(pieces) else None
        span.tail = (text or "")[found.end() : end]
        spans.append(span)
    return (text or "")[: pieces[0].start()] if pieces else (text or ""), spans
