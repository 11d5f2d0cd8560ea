"""From the neutral bodies of a publication to finished XHTML pages."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from studyguide import xhtml
from studyguide.formats.epub.breaks import place_breaks
from studyguide.formats.epub.navigation import BACK, file_name
from studyguide.formats.epub.notes import Definition, place_definitions, place_notes
from studyguide.formats.epub.semantics import OPS, add_types, repeat_languages, set_role
from studyguide.publication import Publication, Section
from studyguide.templating import Markup, render
from studyguide.xhtml import Element

ROLES = {"cite": "doc-biblioref", "back-link": "doc-backlink"}
"""What the links of a publication are, where its templates have not said so."""


@dataclass(frozen=True)
class Page:
    """A finished page of the book."""

    name: str
    content: bytes
    svg: bool = False
    """Whether SVG stands in it, which the package has to say."""


def section_pages(publication: Publication) -> Iterator[Page]:
    """A page for each section, in order."""
    trees = {section.id: _parsed(section) for section in publication.sections}
    homes = _homes(trees)
    definitions = _definitions(trees.values())
    for section in publication.sections:
        tree = trees[section.id]
        place_breaks(tree[0], [each for each in publication.breaks if each.section == section.id])
        outside = {term: meaning for term, meaning in definitions.items() if homes[term] != section.id}
        _transform(tree, section, outside)
        _localise(tree, section.id, homes)
        svg = next(tree.iter(f"{{{xhtml.SVG}}}svg"), None) is not None
        yield page(
            "page",
            file_name(section.id),
            svg=svg,
            title=section.title,
            language=publication.metadata.language,
            body=Markup(xhtml.serialise(tree)),
        )


def page(template: str, name: str, *, svg: bool = False, **context: Any) -> Page:
    """A page from a template. Raises `lxml.etree.XMLSyntaxError` if it is not well formed."""
    text = render(f"epub/{template}.xhtml.j2", **context)
    xhtml.parse(text)
    return Page(name, ('<?xml version="1.0" encoding="utf-8"?>\n' + text).encode(), svg)


def _parsed(section: Section) -> Element:
    """The ``body`` of a section's page."""
    matter = "backmatter" if section.role in BACK else "bodymatter"
    return xhtml.parse(f'<body xmlns:epub="{OPS}" epub:type="{matter}">{section.body}</body>')


def _homes(trees: Mapping[str, Element]) -> dict[str, str]:
    """For every id of the publication the section that holds it."""
    return {element.get("id"): home for home, tree in trees.items() for element in tree.iter("*") if element.get("id")}


def _definitions(trees: Iterable[Element]) -> dict[str, Definition]:
    """For every term's id its entry, copied as it was written."""
    terms = (term for tree in trees for term in tree.iter("dt") if term.get("id"))
    pairs = ((term, next(term.itersiblings("dd"), None)) for term in terms)
    return {
        term.get("id"): Definition(xhtml.text(term), deepcopy(meaning))
        for term, meaning in pairs
        if meaning is not None
    }


def _transform(tree: Element, section: Section, definitions: Mapping[str, Definition]) -> None:
    root = tree[0]
    if not root.get("role"):
        root.set("role", section.role)
    for name in [name for name in root.attrib if name.startswith("data-")]:  # for running heads
        del root.attrib[name]
    for name, role in ROLES.items():
        for link in xhtml.with_class(root, name):
            set_role(link, link.get("role") or role)
    drop_page_references(root)
    drop_repeated_locators(root)
    frame_tables(root)
    add_types(root)
    place_notes(root)
    place_definitions(root, definitions)
    repeat_languages(root)


def drop_page_references(root: Element) -> None:
    """Take out what only paper has, with the space in front of it unless a word follows directly."""
    for reference in xhtml.with_class(root, "page-ref"):
        before = reference.getprevious()
        after = reference.tail or ""
        if not after[:1].isalnum():
            if before is not None:
                before.tail = (before.tail or "").rstrip()
            else:
                parent = reference.getparent()
                parent.text = (parent.text or "").rstrip()
        xhtml.remove(reference)


def drop_repeated_locators(root: Element) -> None:
    """Leave an index one link to each chapter, with its title."""
    for link in xhtml.with_class(root, "again"):
        if (before := link.getprevious()) is not None:
            before.tail = link.tail
        link.tail = None
        link.getparent().remove(link)
    for link in xhtml.with_class(root, "locator"):
        del link.attrib["data-ref"]


def frame_tables(root: Element) -> None:
    """Put each table in a frame whose width the style sheet can ask for, and mark those that can be stacked.

    A row can stand as a block when each of its cells says what it is (``data-label``).
    """
    for table in list(root.iter("table")):
        cells = list(table.iter("td"))
        if cells and all(cell.get("data-label") for cell in cells):
            table.set("class", " ".join([*xhtml.classes(table), "stacks"]))
        frame = table.makeelement("div", {"class": "table-frame"})
        frame.tail, table.tail = table.tail, None
        table.getparent().replace(table, frame)
        frame.append(table)


def _localise(tree: Element, section_id: str, homes: Mapping[str, str]) -> None:
    """Lead links to another section into its file. Raises `KeyError` for an id that is nowhere."""
    for link in tree.iter("a"):
        target = str(link.get("href", ""))
        if target.startswith("#") and not target.startswith("#_"):
            home = homes[target[1:]]
            if home != section_id:
                link.set("href", file_name(home) + target)
