"""Page maps: which page of one edition is which page of another, as data and as a section at the end of a guide."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from studyguide.build.text_alignment import Alignment
from studyguide.languages import language_marks
from studyguide.publication import Break, Heading, Publication, Section, text_positions
from studyguide.support import xhtml
from studyguide.support.templates import render

ID = "page-map"
NAME = "pages"
"""What the name of a file with a page map ends in, before its suffix."""
IN_A_BLOCK = 30
"""Pages in each of the tables that are side by side."""


@dataclass(frozen=True)
class Paged:
    """An edition's id and title, with its publication and page breaks."""

    id: str
    title: str
    publication: Publication
    breaks: tuple[Break, ...]


@dataclass(frozen=True)
class MapRow:
    """A page, and the pages of other editions that have its first words; None for an edition without them."""

    label: str
    others: tuple[str | None, ...]


@dataclass(frozen=True)
class PageMap:
    """The page map of an edition: the other editions by id and title, and a row for each shared page."""

    others: Mapping[str, str]
    rows: tuple[MapRow, ...]

    def data(self) -> dict[str, Any]:
        """The map for other programs: titles by id, and for each page the same pages by edition."""
        rows = [
            {"page": row.label} | {name: label for name, label in zip(self.others, row.others, strict=True) if label}
            for row in self.rows
        ]
        return {"editions": dict(self.others), "pages": rows}


def compare(own: Paged, others: Sequence[Paged]) -> PageMap:
    """The page map of an edition."""
    finders = [_Finder(own.publication, other) for other in others]
    rows = (MapRow(each.label, tuple(finder.page(each) for finder in finders)) for each in own.breaks)
    shared = tuple(row for row in rows if any(row.others))
    return PageMap({other.id: other.title for other in others}, shared)


def with_room(publication: Publication, titles: Sequence[str]) -> Publication:
    """A publication with room for a page map at its end: a section under the same headings, without rows."""
    return replace(publication, sections=(*publication.sections, _section(publication, titles, ())))


def with_map(publication: Publication, found: PageMap) -> Publication:
    """A publication with its page map in the reserved section. An edition with the same numbers needs no column."""
    same = [number for number in range(len(found.others)) if _agree(found.rows, number)]
    titles = list(found.others.values())
    columns = [number for number in range(len(titles)) if number not in same]
    rows = [MapRow(row.label, tuple(row.others[number] for number in columns)) for row in found.rows]
    shown = [row for row in rows if any(row.others)]
    section = _section(publication, [titles[number] for number in columns], shown, [titles[number] for number in same])
    return replace(publication, sections=(*publication.sections[:-1], section))


def _agree(rows: Sequence[MapRow], number: int) -> bool:
    """Whether all pages that another edition has are under the same numbers there."""
    return all(row.others[number] in {row.label, None} for row in rows)


def _section(
    publication: Publication, titles: Sequence[str], rows: Sequence[MapRow], same: Sequence[str] = ()
) -> Section:
    labels = publication.labels.marked()
    marked = labels.say("page-map.title")
    title = language_marks.unmarked(marked)
    body = render(
        "page-map.html.j2",
        id=ID,
        say=labels.markup,
        **labels.signs,
        title=marked,
        guide=publication.metadata.title,
        names=titles,
        same=same,
        blocks=[rows[start : start + IN_A_BLOCK] for start in range(0, len(rows), IN_A_BLOCK)],
    )
    return Section(
        ID,
        ID,
        "doc-appendix",
        title,
        title,
        (Heading(f"{ID}--title", 1, title, "" if marked == title else marked),),
        language_marks.wrapped(body),
    )


class _Finder:
    """Finds positions of one publication in another."""

    def __init__(self, own: Publication, other: Paged) -> None:
        self._own = dict(_texts(own))
        self._other = dict(_texts(other.publication))
        self._order = {section.id: number for number, section in enumerate(other.publication.sections)}
        self._breaks = [each for each in other.breaks if each.section in self._order]
        self._aligned: dict[str, Alignment] = {}

    def page(self, place: Break) -> str | None:
        """The page of the other publication that has a position of the first one."""
        if place.section not in self._own or place.section not in self._other:
            return None
        position = self._alignment(place.section).position(place.position)
        if position is None:
            return None
        here = self._order[place.section], position  # its page may begin with the end of the section before
        before = [each for each in self._breaks if (self._order[each.section], each.position) <= here]
        return before[-1].label if before else None

    def _alignment(self, section: str) -> Alignment:
        if section not in self._aligned:
            self._aligned[section] = Alignment(self._own[section], self._other[section])
        return self._aligned[section]


def _texts(publication: Publication) -> Iterator[tuple[str, str]]:
    for section in publication.sections:
        if section.kind != ID:
            yield section.id, text_positions.text(xhtml.parse(section.body))
