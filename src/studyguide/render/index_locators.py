"""The places in the finished sections that mention an index entry."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from studyguide.publication import Section, mediums
from studyguide.publication.text_positions import INLINE
from studyguide.render.index_context import Context
from studyguide.render.index_terms import IndexEntry, Locator
from studyguide.support import word_edges, xhtml
from studyguide.support.xhtml import Element

LISTS = ("doc-appendix", "doc-bibliography", "doc-index")
"""Sections that are not searched."""
_PASSED_OVER = {
    *("note", "sources", "citation", "page-ref", "chapter-label", "meta", "part-facts", "lead-facts"),
    *(mediums.PRINT_ONLY, mediums.SCREEN_ONLY),  # every format removes one of them, and no locator may lead there
}
_HEADINGS = {"h1", "h2", "h3", "caption", "thead", f"{{{xhtml.SVG}}}svg"}
_TITLES = {"cite", "em", "i"}
"""Elements whose whole content may be the title of a work, which may be a name: *Macbeth*."""


@dataclass(frozen=True)
class MarkedSection:
    """A section with an id wherever an entry is mentioned, and these places, each with the label of its entry."""

    section: Section
    found: tuple[tuple[str, Locator], ...] = ()


def mark(section: Section, entries: Iterable[IndexEntry], honorifics: Collection[str] = ()) -> MarkedSection:
    """The section with the places of the entries. `LISTS` are not searched, nor what students do not have.

    `honorifics` are those of the guide, see `conventions`.
    """
    if section.role in LISTS or section.is_for_teachers:
        return MarkedSection(section)
    root = xhtml.parse(section.body)
    search = _Search(section, tuple(entries), Context(xhtml.text(root), honorifics))
    for element in root.iter("*"):
        search.place(element)
    for element in list(_readable(root)):
        search.visit(element)
    marked = replace(section, body=xhtml.serialise(root)) if search.count else section
    return MarkedSection(marked, tuple(search.found))


def _readable(element: Element) -> Iterator[Element]:
    """An element and those inside it, without headings, notes, citations and pictures."""
    yield element
    for child in element:
        if child.tag not in _HEADINGS and not _PASSED_OVER & set(xhtml.classes(child)):
            yield from _readable(child)


class _Search:
    """Searches the elements of one section for entries."""

    def __init__(self, section: Section, entries: tuple[IndexEntry, ...], context: Context) -> None:
        self._section = section
        self._context = context
        self.count = 0
        self.found: list[tuple[str, Locator]] = []
        by_name = {name: entry for entry in entries for name in entry.names}
        by_words = {words: entry for entry in entries for words in _sought(entry) if words}
        self._by_words = {**by_name, **by_words}
        longest = sorted(self._by_words, key=lambda words: (-len(words), words))
        self._pattern = re.compile(word_edges.whole(longest) or "(?!)")
        self._by_id = {name: entry for entry in entries for name in entry.ids}
        self._titles = {words: entry for entry in entries if entry.title for words in entry.words}
        self._places = defaultdict(list)
        for entry in entries:
            for name in entry.ids | entry.places:
                self._places[name].append(entry)
        self._told: set[tuple[str, Element]] = set()
        self._defines = section.role == "doc-glossary"

    def place(self, element: Element) -> None:
        """Note the entries that an element explains or is about."""
        for entry in self._places.get(element.get("id"), ()):
            self._add(entry, element.get("id"))

    def visit(self, element: Element) -> None:
        """Mark entries that are mentioned in an element's own text."""
        if self._defines:  # some formats copy meanings, and ids must stay unique
            return
        if entry := self._whole(element):
            self._told.add((entry.label, _block(element)))
            span = self._wrap_content(element, entry)
            if not entry.title:
                self._texts(span)
        else:
            self._texts(element)

    def _whole(self, element: Element) -> IndexEntry | None:
        """The entry that a link leads to, or whose title is emphasised."""
        if element.tag == "a":
            return self._by_id.get(str(element.get("href", ""))[1:])
        return self._titles.get(xhtml.text(element)) if element.tag in {"em", "cite"} else None

    def _texts(self, element: Element) -> None:
        """Wrap each name in the text directly inside an element, and go on with the span's tail."""
        block = _block(element)
        place, attribute = element, "text"
        children = iter(list(element))
        while place is not None:
            if match := self._next(getattr(place, attribute) or "", element, block):
                place, attribute = self._wrap(element, place, attribute, match), "tail"
            else:
                place, attribute = next(children, None), "tail"

    def _next(self, text: str, element: Element, block: Element) -> re.Match[str] | None:
        """The first name in a text that is to be marked."""
        return next((each for each in self._pattern.finditer(text) if self._counts(each, element, block)), None)

    def _counts(self, match: re.Match[str], element: Element, block: Element) -> bool:
        """Whether a name is to be marked: that of a person once in a paragraph, and only if it can be no other name."""
        entry = self._by_words[match[0]]
        if match[0] in entry.words:
            return True
        told = entry.label, block
        if element.tag in _TITLES or told in self._told or not self._context.is_name(match, entry):
            return False
        self._told.add(told)
        return True

    def _wrap(self, parent: Element, place: Element, attribute: str, match: re.Match[str]) -> Element:
        whole = match.string
        span = parent.makeelement("span", {"id": self._id(self._by_words[match[0]])})
        span.text, span.tail = match[0], whole[match.end() :]
        setattr(place, attribute, whole[: match.start()])
        parent.insert(0 if attribute == "text" else parent.index(place) + 1, span)
        return span

    def _wrap_content(self, element: Element, entry: IndexEntry) -> Element:
        span = element.makeelement("span", {"id": self._id(entry)})
        span.text, element.text = element.text, None
        span.extend(list(element))
        element.append(span)
        return span

    def _id(self, entry: IndexEntry) -> str:
        self.count += 1
        name = f"{self._section.id}--ix-{self.count}"
        self._add(entry, name)
        return name

    def _add(self, entry: IndexEntry, name: str) -> None:
        self.found.append((entry.label, Locator(name, self._section.short)))


def _sought(entry: IndexEntry) -> tuple[str, ...]:
    """The words of an entry to look for in texts; of a title, only those in marks of their own: 《边城》."""
    return tuple(words for words in entry.words if words != entry.label) if entry.title else entry.words


def _block(element: Element) -> Element:
    """The paragraph, item or cell around a piece of text."""
    while element.tag in INLINE and (parent := element.getparent()) is not None:
        element = parent
    return element
