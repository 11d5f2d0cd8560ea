"""The HTML to lay out, in parts that each begin on a new page: the front matter, then one part for each section.

The sections of a guide that runs on are one part, below its title: it has no cover, and no contents.
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property, partial
from math import ceil
from typing import Any

from studyguide.formats.pdf.layout.prepare import measured
from studyguide.languages import language_marks
from studyguide.publication import Heading, Publication, Section, page_refs, short_words
from studyguide.support import templates, xhtml
from studyguide.support.keep import Keep

MANY_ENTRIES, MOST_ENTRIES = 80, 120
"""The lines in the contents above which themes with large letters, or all themes, list only the chapters."""

A_PAGE, A_DEEP_PAGE = 40, 80
"""The estimated lines of the contents on a page, in one column and in two."""

ONE_COLUMN = 30
"""The lines above which the contents have two columns even without lines of sections, as in long teachers' editions."""

A_LINE = 45
"""The letters of a title that fit on a line of the contents in two columns."""

SHORT, BACK = 1800, ("answers", "glossary")
"""The characters below which a section runs on, about two thirds of a page; and the kinds that always do."""

FOLLOWS = "follows"
"""The class of a section that begins below another."""


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
        self._deep, self._many = entries <= MOST_ENTRIES, entries > MANY_ENTRIES
        lines = sum(len(self._listed(section)) for section in publication.sections)
        self._in_columns = lines > min(len(publication.sections), ONE_COLUMN)
        a_page = A_DEEP_PAGE if self._in_columns else A_PAGE
        self.extent = page_refs.Extent(int(page_refs.TYPICAL * (1 + ceil(lines / a_page))), {})
        self.targets = tuple(heading.id for section in self._sections for heading in self._listed(section))

    def html(self, numbers: page_refs.PageMap, first_page: int) -> str:
        """The part as a complete HTML document, with its page numbers."""
        entries = [self._entry(self._listed(section), numbers) for section in self._sections]
        second = _second_column(entries) if self._in_columns else 0
        return document(
            self._publication, first_page, entries=entries, many=self._many, deep=self._in_columns, second=second
        )

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
            ContentsEntry(heading.id, heading.on_page, page_refs.number_of(heading.id, numbers)) for heading in headings
        ]
        return ContentsEntry(lines[0].id, lines[0].text, lines[0].page, tuple(lines[1:]))


def _second_column(entries: Sequence[ContentsEntry]) -> int:
    """The place of the entry that begins the second column, so that both have about as many lines.

    WeasyPrint would find it by setting the contents again and again, which takes longer than all other pages.
    """
    lines = [sum(ceil(len(each.text) / A_LINE) for each in (entry, *entry.parts)) for entry in entries]
    return min(range(1, len(lines) + 1), key=lambda place: max(sum(lines[:place]), sum(lines[place:])))


class Body:
    """One section."""

    def __init__(self, publication: Publication, section: Section, keep: Keep | None = None) -> None:
        self.publication = publication
        self.opens_right = publication.openings == "right"
        self.ids: tuple[str, ...] = (section.id,)
        make = partial(measured, section, publication.labels)
        self._keep = keep or Keep()
        self._prepared = self._keep(("prepared", section.id), (section, publication.labels), make)
        self.extent, self.has_locators = self._prepared.extent, self._prepared.has_locators
        self.notes, self.targets = self._prepared.notes, self._prepared.targets

    @cached_property
    def root(self) -> xhtml.Element:
        """The body of the section, which may be changed: numbers are filled in."""
        return deepcopy(self._prepared.root)

    def html(self, numbers: page_refs.PageMap, first_page: int) -> str:
        """The part as a complete HTML document, with its page numbers."""
        blank = self.opens_right and first_page % 2 == 0
        make = partial(self._document, numbers, first_page, blank=blank)
        if self.publication.is_sheet:  # the body is changed until it fits
            return make()
        shown = self._shown(numbers)
        about = self._prepared, self.publication.metadata, self.publication.labels, shown
        return self._keep(("html", *self.ids, first_page, blank, any(shown)), about, make)

    def _document(self, numbers: page_refs.PageMap, first_page: int, *, blank: bool) -> str:
        return document(self.publication, first_page, body=self.filled(numbers), blank=blank)

    def filled(self, numbers: page_refs.PageMap) -> str:
        """The XHTML of the section, with its page numbers."""
        root = deepcopy(self.root) if self.has_locators else self.root  # locators are removed and joined
        page_refs.fill(root, numbers, self.publication.labels)
        page_refs.locate(root, numbers, self.publication.labels.signs["comma"])
        return xhtml.serialise(root)

    def with_last(self, section: Section) -> "Body":
        """Another section in its place."""
        return Body(self.publication, section)

    def located(self, numbers: page_refs.PageMap) -> tuple[tuple[int, ...], ...]:
        """The page numbers of each entry of an index: they decide which are printed. Empty for other sections."""
        if not self.has_locators:
            return ()
        make = partial(_located, self._prepared.root, numbers)
        return self._keep(("located", *self.ids), (self._prepared, self._shown(numbers)), make)

    def _shown(self, numbers: page_refs.PageMap) -> tuple[int, ...]:
        """The number of each id that the section has a reference to."""
        return tuple(page_refs.number_of(name, numbers) for name in self.targets)


def _located(root: xhtml.Element, numbers: page_refs.PageMap) -> tuple[tuple[int, ...], ...]:
    return page_refs.locate(deepcopy(root), numbers)


class RunOn:
    """Sections that share pages: all those of a guide that runs on, or short ones with the one before."""

    opens_right = False

    def __init__(self, publication: Publication, bodies: Sequence[Body]) -> None:
        self.publication = publication
        self._bodies = bodies
        self._is_whole = publication.openings == "run-on"
        for body in bodies[1:]:
            body.root.set("class", f"{body.root.get('class')} {FOLLOWS}")
        self.ids = tuple(name for body in bodies for name in body.ids)
        self.extent = page_refs.joined([body.extent for body in bodies])
        self.has_locators = any(body.has_locators for body in bodies)
        self.notes = sum(body.notes for body in bodies)
        self.targets = tuple(dict.fromkeys(name for body in bodies for name in body.targets))

    def html(self, numbers: page_refs.PageMap, first_page: int) -> str:
        """See `Body`."""
        body = "\n".join(body.filled(numbers) for body in self._bodies)
        return document(self.publication, first_page, body=body, runs_on=self._is_whole)

    def located(self, numbers: page_refs.PageMap) -> tuple[tuple[int, ...], ...]:
        """See `Body`."""
        return tuple(entry for body in self._bodies for entry in body.located(numbers))

    def with_last(self, section: Section) -> "RunOn":
        """The part with another last section."""
        return RunOn(self.publication, [*self._bodies[:-1], self._bodies[-1].with_last(section)])


def parts(publication: Publication, keep: Keep | None = None) -> Sequence[Front | Body | RunOn]:
    """The parts of a guide, in reading order. With the same `keep`, only sections that have changed are prepared."""
    found = bodies(publication, keep)
    if publication.openings == "run-on":
        return [RunOn(publication, found)]
    joined = _joined(publication, found) if publication.openings == "short-run-on" else [[each] for each in found]
    shared = [RunOn(publication, lot) if len(lot) > 1 else lot[0] for lot in joined]
    return [Front(publication), *shared]


def _joined(publication: Publication, found: Sequence[Body]) -> list[list[Body]]:
    """The sections, each short one with the one before; chapters for teachers do not share pages with others."""
    lots: list[list[Body]] = []
    before: Section | None = None
    for section, body in zip(publication.sections, found, strict=True):
        is_alike = before is not None and before.is_for_teachers == section.is_for_teachers
        if is_alike and section.kind != "index" and (section.kind in BACK or body.extent.length < SHORT):
            lots[-1].append(body)
        else:
            lots.append([body])
        before = section
    return lots


def bodies(publication: Publication, keep: Keep | None = None) -> Sequence[Body]:
    """The sections as parts, without the front matter; a handout has one."""
    return [Body(publication, section, keep) for section in publication.sections]


def document(publication: Publication, first_page: int, body: str = "", **more: Any) -> str:
    """The HTML of a part; `more` is what `document.html.j2` says beside its body."""
    text = templates.render(
        "pdf/document.html.j2",
        metadata=publication.metadata,
        say=publication.labels.marked().markup,
        **publication.labels.signs,
        kept=partial(short_words.kept, labels=publication.labels),
        first_page=first_page,
        body=templates.Markup(body),
        setting="sheet" if publication.is_sheet else "usual",  # sheets are fitted to their pages in another way
        **{"entries": (), "deep": False, "second": 0, "blank": False, "many": False, "runs_on": False, **more},
    )
    return language_marks.wrapped(text)
