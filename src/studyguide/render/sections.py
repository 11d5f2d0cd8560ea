"""Sections: the chapters of a guide, each rendered separately by the template named after its kind."""

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import astuple, dataclass, field, replace
from functools import partial

from studyguide.guide.model import Chapter, Guide
from studyguide.languages import language_marks
from studyguide.publication import Heading, Section, mirrored_drawings
from studyguide.render import diagrams
from studyguide.render.guide_index import GuideIndex
from studyguide.render.template_functions import TemplateFunctions
from studyguide.render.text_sources import TextSources
from studyguide.render.whole_guide import Asked, WholeGuide
from studyguide.support import templates, xhtml
from studyguide.themes.theme import Drawing

_CITING_HEADING = re.compile(r"<h[12]\b(?:(?!</h[12]>).)*<x-cite", re.DOTALL)


@dataclass(frozen=True)
class _Written:
    """A section, and the answers that it depends on."""

    section: Section
    asked: Asked


@dataclass(frozen=True)
class SectionWriter:
    """Writes the sections of one edition. An earlier section is used again if it would be the same."""

    guide: Guide
    """The guide of the edition."""
    edition: str
    drawing: Drawing
    sources: Mapping[str, TextSources] = field(default_factory=dict)
    """By the ids of chapters: with them, elements have the sources of their texts."""

    def write(self) -> list[Section]:
        """The sections in their order, with citations."""
        whole, chapters = WholeGuide(self.guide), self.guide.chapters
        written = {each.id: self._section(each, whole) for each in chapters if each.kind != "index"}
        if len(written) < len(chapters):
            marked, entries = GuideIndex(self.guide, self.edition).search(written.values())
            knowing = WholeGuide(self.guide, entries)
            written = dict(zip(written, marked, strict=True))
            written |= {each.id: self._section(each, knowing) for each in chapters if each.kind == "index"}
        answers, notes = ([self._section(c, whole, part) for c in chapters if part in c.back_matter] for part in _PARTS)
        return self._settled(whole, [*_with_answers([written[each.id] for each in chapters], answers), *notes])

    def _section(self, chapter: Chapter, whole: WholeGuide, part: str = "") -> Section:
        sources = self.sources.get(chapter.id)
        name = "section", self.edition, chapter.id, part, sources is None
        made_of = chapter, self.guide.info, astuple(self.drawing), sources
        make = partial(_written, chapter, whole, self.drawing, part, sources)
        return self.guide.keep(name, made_of, make, lambda written: written.asked.holds(whole)).section

    def _settled(self, whole: WholeGuide, sections: list[Section]) -> list[Section]:
        """The sections with their citations, which a heading may have too."""
        for_teachers = sum(each.is_for_teachers for each in sections)
        settled = whole.settled([each.body for each in sections], for_teachers, self.edition)
        bodies = map(language_marks.wrapped, settled)  # a list of works may say that it is empty
        return [
            self.guide.keep(("settled", self.edition, each.id), (each, body), partial(_with_body, each, body))
            for each, body in zip(sections, bodies, strict=True)
        ]


_PARTS = ("answers", "notes")
"""The sections that chapters may have at the back of a guide."""


def _written(chapter: Chapter, whole: WholeGuide, drawing: Drawing, part: str, sources: TextSources | None) -> _Written:
    functions = TemplateFunctions(whole, chapter.id, sources)
    page = templates.render(
        f"chapters/{'.'.join(filter(None, (chapter.kind, part)))}.html.j2",
        functions.filters,
        **functions.functions,
        **diagrams.functions(functions.asked, whole.guide, drawing),
        chapter=chapter,
        guide=whole.guide.info,
    )
    body = language_marks.wrapped(sources.placed(page) if sources else page)
    body = mirrored_drawings.mirrored(body, whole.guide.info.language)
    root = xhtml.parse(body)
    headings = tuple(_headings(root))
    section = Section(
        id=root.get("id"),
        kind=part or chapter.kind,
        role=root.get("role"),
        title=headings[0].text,
        short=headings[0].text if part else chapter.short or headings[0].text,
        headings=headings,
        body=body,
        is_for_teachers=part == "notes" or chapter.audience == "teacher",
    )
    return _Written(section, functions.asked)


def _with_body(section: Section, body: str) -> Section:
    """The section with a body whose citations are set; its headings may have some, too."""
    cites = _CITING_HEADING.search(section.body)
    return replace(section, body=body, headings=tuple(_headings(xhtml.parse(body))) if cites else section.headings)


def _headings(root: xhtml.Element) -> list[Heading]:
    found = (element for element in root.iter("h1", "h2"))
    return [_heading(element) for element in found]


def _heading(element: xhtml.Element) -> Heading:
    """A heading without its notes, for contents, bookmarks and running heads."""
    copy = deepcopy(element)
    for note in xhtml.with_class(copy, "note"):
        xhtml.remove(note)
    text = xhtml.text(copy)
    language_marks.mark(copy)
    marked = xhtml.text(copy)
    return Heading(element.get("id"), int(element.tag[1]), text, marked if marked != text else "")


def _with_answers(chapters: list[Section], answers: list[Section]) -> list[Section]:
    """The chapters with the answers after the last chapter that is not a reference list."""
    lists = ("doc-glossary", "doc-bibliography", "doc-index")
    back = next((n for n, section in enumerate(chapters) if section.role in lists), len(chapters))
    return [*chapters[:back], *answers, *chapters[back:]]
