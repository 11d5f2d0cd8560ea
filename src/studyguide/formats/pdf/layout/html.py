"""The HTML to lay out, in parts that each begin on a new page: the front matter, then one part for each section.

The sections of a guide that runs on are one part, below its title: it has no cover, and no contents.
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from math import ceil
from typing import Any

from studyguide.formats.pdf.layout.break_points import let_parts_break, let_rows_break
from studyguide.languages.labels import Labels
from studyguide.publication import Heading, Publication, Section, long_words, page_refs
from studyguide.support import templates, xhtml
from studyguide.support.errors import BuildError

MOST_ENTRIES = 80
"""The most lines in the contents, about two pages; if there are more, only the chapters are listed."""

A_PAGE = 40
"""The estimated lines of the contents on a page."""

FOREIGN = ("base", "embed", "iframe", "link", "meta", "object", "script", "style")
"""Elements that reach outside the text. Our templates never write them."""

HEADS = ("data-short", "data-guide", "data-sheet")
"""The attributes with the text of running heads and feet. Their order is fixed: parts are cached by their HTML."""

LONGEST_HEAD, BRIEF_HEAD = 70, 26
"""The most characters in a running head or foot."""

SOURCES = ("href", "{http://www.w3.org/1999/xlink}href", "src", "data")
"""The attributes that hold an address."""


@dataclass(frozen=True)
class ContentsEntry:
    """A line of the contents, with the lines below it."""

    id: str
    text: str
    page: int
    parts: tuple["ContentsEntry", ...] = ()


class Front:
    """The cover and the contents.

    Sections for teachers are listed by their titles alone, so that the contents take as many pages as in a students'
    edition, and the pages after them have the same numbers.
    """

    ids: tuple[str, ...] = ()
    notes = 0
    opens_right = False
    has_locators = False

    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        self._sections = publication.sections
        entries = sum(len(each.headings) for each in publication.sections if not each.is_for_teachers)
        self._deep = entries <= MOST_ENTRIES
        lines = sum(len(self._listed(section)) for section in publication.sections)
        self.extent = page_refs.Extent(int(page_refs.TYPICAL * (1 + ceil(lines / A_PAGE))), {})
        self.targets = tuple(heading.id for section in self._sections for heading in self._listed(section))

    def html(self, numbers: page_refs.PageMap, first_page: int) -> str:
        """The part as a complete HTML document, with its page numbers."""
        entries = [self._entry(self._listed(section), numbers) for section in self._sections]
        return _document(self._publication, first_page, entries=entries)

    def located(self, _numbers: page_refs.PageMap) -> tuple[tuple[int, ...], ...]:
        """See `Body`."""
        return ()

    def with_last(self, _section: Section) -> "Front":
        """See `Body`; the front matter is never last."""
        return self

    def _listed(self, section: Section) -> Sequence[Heading]:
        return section.headings if self._deep and not section.is_for_teachers else section.headings[:1]

    def _entry(self, headings: Sequence[Heading], numbers: page_refs.PageMap) -> ContentsEntry:
        lines = [
            ContentsEntry(heading.id, heading.text, page_refs.number_of(heading.id, numbers)) for heading in headings
        ]
        return ContentsEntry(lines[0].id, lines[0].text, lines[0].page, tuple(lines[1:]))


class Body:
    """One section."""

    def __init__(self, publication: Publication, section: Section) -> None:
        self.publication = publication
        self.opens_right = publication.openings == "right"
        self.ids: tuple[str, ...] = (section.id,)
        self.root = xhtml.parse(section.body)
        _refuse_foreign(self.root)
        page_refs.prepare(self.root)
        _shorten_heads(self.root)
        _number_lists(self.root)
        long_words.mark(self.root)
        let_parts_break(self.root)
        let_rows_break(self.root)
        _label_bookmarks(self.root, section.headings)
        self.extent = page_refs.extent(section.body)
        self.has_locators = next(xhtml.with_class(self.root, "locators"), None) is not None
        self.notes = _label_notes(self.root, publication.labels)
        self.targets = tuple(dict.fromkeys(filter(None, (mark.get("data-ref") for mark in self.root.iter("*")))))

    def html(self, numbers: page_refs.PageMap, first_page: int) -> str:
        """The part as a complete HTML document, with its page numbers."""
        blank = self.opens_right and first_page % 2 == 0
        return _document(self.publication, first_page, body=self.filled(numbers), blank=blank)

    def filled(self, numbers: page_refs.PageMap) -> str:
        """The HTML of the section, with its page numbers."""
        root = deepcopy(self.root) if self.has_locators else self.root  # locators are removed and joined
        page_refs.fill(root, numbers, self.publication.labels)
        page_refs.locate(root, numbers)
        return xhtml.serialise(root, method="html")

    def with_last(self, section: Section) -> "Body":
        """Another section in its place."""
        return Body(self.publication, section)

    def located(self, numbers: page_refs.PageMap) -> tuple[tuple[int, ...], ...]:
        """The page numbers of each entry of an index: they decide which are printed. Empty for other sections."""
        return page_refs.locate(deepcopy(self.root), numbers) if self.has_locators else ()


class RunOn:
    """All sections of a guide whose chapters run on, below its title."""

    opens_right = False

    def __init__(self, publication: Publication, bodies: Sequence[Body]) -> None:
        self.publication = publication
        self._bodies = bodies
        self.ids = tuple(name for body in bodies for name in body.ids)
        self.extent = page_refs.joined([body.extent for body in bodies])
        self.has_locators = any(body.has_locators for body in bodies)
        self.notes = sum(body.notes for body in bodies)
        self.targets = tuple(dict.fromkeys(name for body in bodies for name in body.targets))

    def html(self, numbers: page_refs.PageMap, first_page: int) -> str:
        """See `Body`."""
        body = "\n".join(body.filled(numbers) for body in self._bodies)
        return _document(self.publication, first_page, body=body, runs_on=True)

    def located(self, numbers: page_refs.PageMap) -> tuple[tuple[int, ...], ...]:
        """See `Body`."""
        return tuple(entry for body in self._bodies for entry in body.located(numbers))

    def with_last(self, section: Section) -> "RunOn":
        """The part with another last section."""
        return RunOn(self.publication, [*self._bodies[:-1], self._bodies[-1].with_last(section)])


def parts(publication: Publication) -> Sequence[Front | Body | RunOn]:
    """The parts of a guide, in reading order."""
    if publication.openings == "run-on":
        return [RunOn(publication, bodies(publication))]
    return [Front(publication), *bodies(publication)]


def bodies(publication: Publication) -> Sequence[Body]:
    """The sections as parts, without the front matter; a handout has one."""
    return [Body(publication, section) for section in publication.sections]


def _document(publication: Publication, first_page: int, body: str = "", **more: Any) -> str:
    """The document of a part; `more` is what `document.html.j2` says beside its body."""
    return templates.render(
        "pdf/document.html.j2",
        metadata=publication.metadata,
        say=publication.labels.markup,
        first_page=first_page,
        body=templates.Markup(body),
        **{"entries": (), "blank": False, "runs_on": False, **more},
    )


def _shorten_heads(root: xhtml.Element) -> None:
    """Shorten running heads and feet, and add a shorter version (``-brief``) for large print."""
    for element in root.iter("header"):
        for name, words in [(name, element.get(name)) for name in HEADS if name in element.attrib]:
            element.set(f"{name}-brief", _shortened(words, BRIEF_HEAD))
            element.set(name, _shortened(words, LONGEST_HEAD))


def _shortened(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _number_lists(root: xhtml.Element) -> None:
    """Set the first number of a list in CSS: WeasyPrint reads ``start`` only with other outdated attributes."""
    for element in root.iter("ol"):
        if start := element.get("start"):
            element.set("style", f"counter-reset: list-item {int(start) - 1}")


def _label_notes(root: xhtml.Element, labels: Labels) -> int:
    """Give each note the descriptions of the links to it and back; return the number of notes."""
    notes = list(xhtml.with_class(root, "note"))
    for note in notes:
        note.set("data-note", labels.say("notes.mark", number="{number}"))
        note.set("data-note-back", labels.say("notes.back", mark="{number}"))
    return len(notes)


def _label_bookmarks(root: xhtml.Element, headings: Sequence[Heading]) -> None:
    """Keep the marks of notes out of bookmarks, which by default have the whole text of a heading."""
    titles = {heading.id: heading.text for heading in headings}
    for element in root.iter("h1", "h2"):
        if next(xhtml.with_class(element, "note"), None) is not None:
            element.set("data-bookmark", titles[element.get("id")])


def _refuse_foreign(root: xhtml.Element) -> None:
    for element in root.iter("*"):
        name = element.tag.rpartition("}")[2]
        source = next((element.get(key) for key in SOURCES if element.get(key)), xhtml.text(element))
        if name in FOREIGN or (name == "use" and not source.startswith("#")):
            raise BuildError(f"A chapter holds <{name}> {source[:200]}: nothing outside the guide is read.")
