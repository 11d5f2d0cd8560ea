"""Lines that repeat, looked at twice: outloud takes some for running heads, or for text that is never read aloud.

outloud's PAG-001 asks whether a line near the edge of three pages is a running head that is tagged as content. A label such
as *Evidence*, or the head of a table, may be there three times and still be content. Its TAG-002 asks whether a long line
that is marked as an artifact is read nowhere. The head of a table that continues is read where the table begins, and
the foot of a sheet of one page has the titles of the guide and of the sheet.
"""

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

ENOUGH = 3
"""The pages on which outloud takes a line for a running head."""
EDGE = 0.12
"""The share of a page, above and below, where outloud looks for running heads."""
LIKE_PROSE = 4
"""The words with a small first letter that make a line prose for outloud."""
MOST_OTHER = 4
"""The most words of a head or foot that are in no title: *For teachers*, or *answer key, for teachers* in Turkish."""
PLACED = {"TH", "TD", "LI", "Lbl", "LBody", "Caption", "H1", "H2", "H3", "H4", "H5", "H6"}
"""Roles that a program never gives to a running head by mistake."""


def explained(file: Path, found: dict[str, Any]) -> bool:
    """Whether a finding of outloud is about lines that repeat and are in order."""
    if found["rule"] not in ("PAG-001", "TAG-002"):
        return False
    from outloud.model import Document  # it is missing where the judges are

    document = Document(str(file))
    try:
        if found["rule"] == "PAG-001":
            return _all_are_content(document)
        return _all_are_read_elsewhere(document, found["page"] - 1)
    finally:
        document.close()


def _all_are_content(document: Any) -> bool:
    """Whether each line that repeats near the edges of pages is content.

    It is if its role says so everywhere, or if it is in the middle of at least as many pages: a running head stays in place.
    """
    order = _reading_order(document)
    at_edge: dict[str, set[int]] = defaultdict(set)
    in_middle: dict[str, set[int]] = defaultdict(set)
    doubtful = set()
    for page in document.pages:
        for line in document.content(page.index).lines:
            if line.tagged_share < 0.8:
                continue
            key = _key(line.text)
            if not _is_at_edge(line, page.height):
                in_middle[key].add(page.index)
                continue
            at_edge[key].add(page.index)
            if not all(_is_placed(order, (page.index, run.stream, run.mcid)) for run in line.runs):
                doubtful.add(key)
    enough = min(ENOUGH, len(document.pages))
    repeated = [key for key in doubtful if len(at_edge[key]) >= enough]
    return all(key and len(in_middle[key]) >= len(at_edge[key]) for key in repeated)


def _key(text: str) -> str:
    """The line as outloud compares lines: small letters, without digits; empty for a bare number."""
    return " ".join(re.sub(r"\d+", "", text.lower()).split())


Place = tuple[int, Any, int]
"""A page, a stream of it, and a number of marked content."""


def _reading_order(document: Any) -> dict[Place, set[str]]:
    """The roles around each piece of content; a piece just before a heading has ``heading follows`` among them."""
    placed: dict[Place, set[str]] = {}
    last: list[Place] = []
    block = None
    for element in document.elements:
        roles, above = {element.type}, element.logical_parent
        while above is not None:
            roles.add(above.type)
            above = above.logical_parent
        for reference in element.mcrefs:
            place = (reference.page, reference.stream, reference.mcid)
            placed[place] = set(roles)
            around = _block(element)
            if around is not block:
                if element.is_heading or any(role in ("H1", "H2", "H3", "H4", "H5", "H6") for role in roles):
                    for each in last:
                        placed[each].add("heading follows")
                block, last = around, []
            last.append(place)
    return placed


def _block(element: Any) -> Any:
    """The paragraph, heading or cell that an element is in."""
    while element.type in ("Span", "Link", "NonStruct", "Lbl", "Reference") and element.logical_parent is not None:
        element = element.logical_parent
    return element


def _is_placed(order: dict[Place, set[str]], place: Place) -> bool:
    return bool(order.get(place, set()) & (PLACED | {"heading follows"}))


def _all_are_read_elsewhere(document: Any, page: int) -> bool:
    """Whether each artifact of a page is a tagged line of another page, or a head or foot made of titles."""
    here = document.content(page).lines
    artifacts = [line for line in here if line.artifact_share >= 0.8 and _lower(line.text) >= LIKE_PROSE]
    tagged = {
        line.text for each in document.pages for line in document.content(each.index).lines if line.tagged_share >= 0.8
    }
    headings = (_text(document, each) for each in document.elements if each.is_heading)
    titles = " ".join([document.title or "", *headings])
    known, height = set(_words(titles)), document.pages[page].height
    return all(
        line.text in tagged
        or (_is_at_edge(line, height) and sum(word not in known for word in _words(line.text)) <= MOST_OTHER)
        for line in artifacts
    )


def _text(document: Any, heading: Any) -> str:
    pieces = [reference for each in (heading, *heading.descendants()) for reference in each.mcrefs]
    texts = (document.content(piece.page).mcid_text.get((piece.stream, piece.mcid)) for piece in pieces)
    return " ".join(text for text in texts if text)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


def _lower(text: str) -> int:
    return sum(word[:1].islower() for word in text.split())


def _is_at_edge(line: Any, height: float) -> bool:
    return bool(line.bbox[3] <= EDGE * height or line.bbox[1] >= (1 - EDGE) * height)
