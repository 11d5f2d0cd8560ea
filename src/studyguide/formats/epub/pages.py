"""From the neutral bodies of a publication to finished XHTML pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from studyguide.formats.epub.navigation import BACK, file_name
from studyguide.formats.epub.page_markers import place_breaks
from studyguide.formats.epub.semantics import OPS, add_types, repeat_languages
from studyguide.formats.html.bodies import prepare
from studyguide.formats.html.links import homes_of, lead, meanings
from studyguide.formats.html.notes import Definition
from studyguide.languages.english_marks import wrapped
from studyguide.languages.labels import Labels
from studyguide.publication import Publication, Section
from studyguide.support import xhtml
from studyguide.support.templates import Markup, render
from studyguide.support.xhtml import Element


@dataclass(frozen=True)
class Page:
    """A finished page of the book."""

    name: str
    content: bytes
    svg: bool = False
    """Whether it has SVG, which the package document must declare."""


def section_pages(publication: Publication) -> Iterator[Page]:
    """A page for each section, in order."""
    trees = {section.id: _parsed(section) for section in publication.sections}
    homes = homes_of(trees)
    definitions = meanings(trees.values())
    for section in publication.sections:
        tree = trees[section.id]
        place_breaks(tree[0], [each for each in publication.breaks if each.section == section.id])
        outside = {term: meaning for term, meaning in definitions.items() if homes[term] != section.id}
        _transform(tree, section, outside, publication.labels.marked())
        lead(tree, section.id, homes, file_name)
        svg = next(tree.iter(f"{{{xhtml.SVG}}}svg"), None) is not None
        yield page(
            "page",
            file_name(section.id),
            svg=svg,
            title=section.on_page,
            language=publication.metadata.language,
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
