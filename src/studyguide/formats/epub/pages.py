"""From the neutral bodies of a publication to finished XHTML pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from studyguide.formats.epub.navigation import BACK, file_name
from studyguide.formats.epub.page_markers import place_breaks
from studyguide.formats.epub.semantics import OPS, add_types, repeat_languages
from studyguide.formats.html.bodies import prepare
from studyguide.formats.html.links import lead
from studyguide.formats.html.notes import Definition
from studyguide.formats.html.references import References
from studyguide.languages.labels import Labels
from studyguide.languages.language_marks import wrapped
from studyguide.publication import Publication, Section
from studyguide.support import xhtml
from studyguide.support.keep import Keep
from studyguide.support.templates import Markup, render
from studyguide.support.xhtml import Element


@dataclass(frozen=True)
class Page:
    """A finished page of the book."""

    name: str
    content: bytes
    svg: bool = False
    """Whether it has SVG, which the package document must declare."""


def section_pages(publication: Publication, keep: Keep) -> Iterator[Page]:
    """A page for each section, in order. With the same `keep`, a page that would not change is the same object."""
    references = References.of(publication.sections, keep)
    language = publication.metadata.language
    for own, section in zip(references.sections, publication.sections, strict=True):
        breaks = tuple((each.label, each.position) for each in publication.breaks if each.section == section.id)
        made_of = section, publication.labels, language, breaks, references.taken(own)
        yield keep(("page", section.id), made_of, partial(_section_page, publication, section, references))


def _section_page(publication: Publication, section: Section, references: References) -> Page:
    tree = _parsed(section)
    place_breaks(tree[0], [each for each in publication.breaks if each.section == section.id])
    _transform(tree, section, references.definitions(section.id), publication.labels.marked())
    lead(tree, section.id, references.homes, file_name)
    return page(
        "page",
        file_name(section.id),
        svg=next(tree.iter(f"{{{xhtml.SVG}}}svg"), None) is not None,
        title=section.on_page,
        language=publication.metadata.language,
        direction=publication.metadata.direction,
        body=Markup(xhtml.serialise(tree)),
    )


def page(template: str, name: str, *, svg: bool = False, **context: Any) -> Page:
    """A page from a template. Raises `lxml.etree.XMLSyntaxError` if it is not well formed."""
    text = wrapped(render(f"epub/{template}.xhtml.j2", **context), xml=True)
    xhtml.parse(text)
    return Page(name, ('<?xml version="1.0" encoding="utf-8"?>\n' + text).encode(), svg)


def _parsed(section: Section) -> Element:
    """The ``body`` of a section's page."""
    matter = "backmatter" if section.role in BACK else "bodymatter"
    return xhtml.parse(f'<body xmlns:epub="{OPS}" epub:type="{matter}">{section.body}</body>')


def _transform(tree: Element, section: Section, definitions: Mapping[str, Definition], labels: Labels) -> None:
    root = tree[0]
    prepare(root, section, definitions, labels)
    add_types(root)
    repeat_languages(root)
