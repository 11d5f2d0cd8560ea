"""Render: a guide becomes a publication, chapter by chapter, through the templates named after their kinds."""

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from studyguide.guide.info import Edition
from studyguide.guide.model import Chapter, Guide
from studyguide.publication import Accessibility, Heading, Metadata, Publication, Section
from studyguide.render import diagrams, index_locators, index_terms, template_functions
from studyguide.render.coverage import coverage
from studyguide.render.facts import sheet as fact_sheet
from studyguide.support import xhtml
from studyguide.support.cache import NO_STORE, Cache
from studyguide.support.templates import Templates
from studyguide.themes.theme import USUAL, Drawing

_CITING_HEADING = re.compile(r"<h[12]\b(?:(?!</h[12]>).)*<x-cite", re.DOTALL)


def render(guide: Guide, edition: Edition, store: Cache = NO_STORE, drawing: Drawing = USUAL) -> Publication:
    """The publication of a guide from which `edition.select` has already taken what its readers may not see.

    Citations that were set before are taken from `store`; `drawing` is the room for a picture. Raises `BuildError`
    where citations cannot be set.
    """
    writer = template_functions.TemplateFunctions(guide)
    index = index_terms.sought(guide) if any(chapter.kind == "index" for chapter in guide.chapters) else []
    tables: dict[str, Callable[..., Any]] = {
        "coverage": partial(coverage, guide),
        "fact_sheet": partial(fact_sheet, guide),
        "index": lambda: index_terms.groups(index),
    }
    templates = Templates(
        filters=writer.filters, functions={**writer.functions, **tables, **diagrams.functions(guide, drawing)}
    )
    write = partial(_section, templates, writer, guide)
    parts = {
        part: [write(each, part) for each in guide.chapters if part in each.back_matter]
        for part in ("answers", "notes")
    }
    written = [write(each) for each in guide.chapters]
    if index:  # what it lists is known when everything else is written
        written = [
            write(each) if each.kind == "index" else section
            for each, section in zip(guide.chapters, index_locators.mark(written, index), strict=True)
        ]
    sections = _settled(writer, [*_with_answers(written, parts["answers"]), *parts["notes"]], store)
    assets = template_functions.assets(guide)
    return Publication(guide.info.name, metadata(guide, edition), tuple(sections), assets, openings=edition.openings)


def _section(
    templates: Templates,
    writer: template_functions.TemplateFunctions,
    guide: Guide,
    chapter: Chapter,
    part: str | None = None,
) -> Section:
    writer.chapter = chapter.id
    name = ".".join(filter(None, (chapter.kind, part)))
    body = templates.render(f"chapters/{name}.html.j2", chapter=chapter, guide=guide.info)
    root = xhtml.parse(body)
    headings = tuple(_headings(root))
    return Section(
        id=root.get("id"),
        kind=part or chapter.kind,
        role=root.get("role"),
        title=headings[0].text,
        short=headings[0].text if part else chapter.short or headings[0].text,
        headings=headings,
        body=body,
    )


def _settled(writer: template_functions.TemplateFunctions, sections: list[Section], store: Cache) -> list[Section]:
    """The sections with their citations, which a heading may have too."""
    bodies = writer.settled([section.body for section in sections], store)
    return [
        replace(section, body=body, headings=_headings_of(section, body))
        for section, body in zip(sections, bodies, strict=True)
    ]


def _headings_of(section: Section, body: str) -> tuple[Heading, ...]:
    """The headings of a section whose body has its citations now."""
    return tuple(_headings(xhtml.parse(body))) if _CITING_HEADING.search(section.body) else section.headings


def _headings(root: xhtml.Element) -> list[Heading]:
    found = (element for element in root.iter("h1", "h2"))
    return [Heading(element.get("id"), int(element.tag[1]), _title(element)) for element in found]


def _title(heading: xhtml.Element) -> str:
    """The words of a heading, as contents, bookmarks and running heads repeat them: without its notes."""
    copy = deepcopy(heading)
    for note in xhtml.with_class(copy, "note"):
        xhtml.remove(note)
    return xhtml.text(copy)


def _with_answers(chapters: list[Section], answers: list[Section]) -> list[Section]:
    """Answers stand behind the last chapter that is not a list for looking things up."""
    lists = ("doc-glossary", "doc-bibliography", "doc-index")
    back = next((n for n, section in enumerate(chapters) if section.role in lists), len(chapters))
    return [*chapters[:back], *answers, *chapters[back:]]


def metadata(guide: Guide, edition: Edition) -> Metadata:
    """Dublin Core of what is made of a guide for an edition."""
    info = guide.info
    return Metadata(
        identifier=_identifier(guide, edition),
        title=info.title,
        subtitle=info.subtitle,
        edition=edition.title,
        description=info.description,
        authors=info.authors,
        language=info.language,
        date=info.date,
        rights=info.rights,
        licence=info.licence,
        subjects=info.subjects,
        works=tuple(f"{work.title} ({work.type}, {work.year}), {_by(work.type)} {work.by}" for work in info.works),
        accessibility=Accessibility(**info.accessibility.model_dump()),
    )


def _identifier(guide: Guide, edition: Edition) -> str:
    """The guide's own for its first edition; others get one made from it, for readers keep one book of a name."""
    info = guide.info
    if edition == info.editions[0]:
        return info.identifier
    return uuid5(NAMESPACE_URL, f"{info.identifier}#{edition.id}").urn


def _by(work_type: str) -> str:
    return "directed by" if work_type == "film" else "by"
