"""The search index, written as a script, because a page on a disk may not load other data."""

import json
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial

from studyguide.formats.web.pages import Page
from studyguide.support import xhtml
from studyguide.support.keep import Keep
from studyguide.support.xhtml import Element

OPENING = {"h1", "h2", "dt"}
"""Elements whose words are the title of the text after them."""
INLINE = {"a", "abbr", "b", "cite", "code", "dfn", "em", "i", "q", "s", "span", "strong", "sub", "sup"}
"""Elements between whose words there is no gap."""
LEFT_OUT = {
    *("noteref", "back", "definitions", "chapter-label", "answer-link", "answer-lines", "scripted-only", "own-letter"),
}
"""Classes of text that is repeated from, or links to, another place."""
UNTITLED = ("label", "badge", "sources", "citation", "performer")
"""Classes of elements in a heading that are not part of its words."""
NUMBER = "division"
"""The class of a scene's number in a heading, which is found with the text of the scene."""


@dataclass
class SearchPassage:
    """Some text under a title of its own, at an id of the page (or at its top)."""

    id: str
    title: str
    heading: Element | None = None
    """The element with the title, which the text does not repeat."""
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All of it, white space collapsed."""
        return " ".join("".join(self.parts).split())


def script(pages: Iterable[Page], keep: Keep) -> str:
    """``GUIDE_INDEX``: pages as pairs of file and title, passages as lists of page number, id, title, text."""
    shown = [page for page in pages if page.body is not None]
    index = {
        "pages": [[page.name, page.title] for page in shown],
        "passages": [
            [number, *each]
            for number, page in enumerate(shown)
            for each in keep(("searched", page.name), (page,), partial(_searched, page))
        ],
    }
    return f"globalThis.GUIDE_INDEX = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))}\n"


def _searched(page: Page) -> list[tuple[str, str, str]]:
    """The id, title and text of each passage of a page."""
    return [(each.id, each.title, each.text) for each in passages(page.body, page.title)]


def passages(root: Element, title: str) -> Iterator[SearchPassage]:
    """The passages of a section in order, without empty ones."""
    found = [SearchPassage("", title)]
    _collect(root, found[0], found)
    yield from (each for each in found if each.text or each.id)


def _collect(element: Element, passage: SearchPassage, found: list[SearchPassage]) -> SearchPassage:
    """Collect the text of an element. Returns the passage for the text after it."""
    if element is passage.heading or _left_out(element):
        return passage
    title = _title(element)
    own = last = passage
    if title is not None:
        own = last = SearchPassage(_id(element), xhtml.text(_bare(title)), title)
        own.parts.extend(f"{xhtml.text(label)} " for label in xhtml.with_class(title, NUMBER))
        found.append(own)
    if element is not title:
        own.parts.append(element.text or "")
        for child in element:
            last = _collect(child, last, found)
            last.parts.append(child.tail or "")
    if element.tag not in INLINE:
        last.parts.append(" ")
    if element.tag in OPENING:
        return own
    return passage if title is not None or element.tag == "dl" else last


def _left_out(element: Element) -> bool:
    return element.tag == "thead" or element.tag.startswith("{") or bool(LEFT_OUT & set(xhtml.classes(element)))


def _title(element: Element) -> Element | None:
    """The title of an element with its own passage: the element itself, or the heading or first cell inside it."""
    if not _id(element):
        return None
    if element.tag in OPENING:
        return element
    if "entry" in xhtml.classes(element):
        return next(element.iter("h3"), None)
    return element[0] if element.tag == "tr" else None


def _id(element: Element) -> str:
    """The id of an element; that of a folded answer is on its content."""
    folded = next(xhtml.with_class(element, "folded"), None) if element.tag == "details" else None
    return str((element if folded is None else folded).get("id", ""))


def _bare(title: Element) -> Element:
    """A copy of a title with only its own words, and without the text after it."""
    copy = deepcopy(title)
    copy.tail = None
    for name in UNTITLED:
        for part in xhtml.with_class(copy, name):
            if part is not copy:
                xhtml.remove(part)
    return copy
