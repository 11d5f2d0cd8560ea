"""Navigation: the nested contents, the landmarks and the printed pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from studyguide.formats.epub.page_markers import marker_id
from studyguide.languages.labels import Labels
from studyguide.publication import Break, Section

COVER = "cover_page.xhtml"
TITLE = "title_page.xhtml"
CONTENTS = "contents_page.xhtml"
"""Names with an underscore, which ids never have: no section can have the same name."""

BACK = {"doc-glossary": "glossary", "doc-bibliography": "bibliography", "doc-appendix": "appendix"}
"""The roles of back matter, with the landmark for each."""


@dataclass(frozen=True)
class Stop:
    """A place in the contents, with the places below it."""

    title: str
    href: str
    below: tuple["Stop", ...] = ()


@dataclass(frozen=True)
class Landmark:
    """A place that reading systems offer by its kind (``epub:type``)."""

    type: str
    title: str
    href: str


@dataclass(frozen=True)
class PageStop:
    """A printed page, and its beginning."""

    label: str
    href: str


def file_name(section_id: str) -> str:
    """The file of a section inside the book."""
    return f"{section_id}.xhtml"


def stops(sections: Iterable[Section], *, on_page: bool = False) -> tuple[Stop, ...]:
    """One stop for each ``h1``, its ``h2`` below it; `on_page`, with marks at English labels."""
    return tuple(stop for section in sections for stop in _chapter(section, on_page=on_page))


def landmarks(sections: Iterable[Section], labels: Labels) -> Iterator[Landmark]:
    """Cover, contents, the start of the text, and each part of the back matter."""
    yield Landmark("cover", labels.say("epub.cover"), COVER)
    yield Landmark("toc", labels.say("epub.contents"), f"{CONTENTS}#contents")
    body = False
    for section in sections:
        kind = BACK.get(section.role)
        if kind:
            yield Landmark(kind, section.on_page, file_name(section.id))
        elif not body:
            body = True
            yield Landmark("bodymatter", labels.say("epub.start"), file_name(section.id))


def page_list(breaks: Iterable[Break]) -> tuple[PageStop, ...]:
    """One stop for each printed page, in order."""
    return tuple(PageStop(each.label, f"{file_name(each.section)}#{marker_id(each)}") for each in breaks)


def _chapter(section: Section, *, on_page: bool) -> Iterator[Stop]:
    below = tuple(
        Stop(heading.on_page if on_page else heading.text, f"{file_name(section.id)}#{heading.id}")
        for heading in section.headings
        if heading.level == 2  # noqa: PLR2004 -- h2
    )
    yield Stop(section.on_page if on_page else section.title, file_name(section.id), below)
