"""From the neutral body of a section to one for a screen."""

from collections.abc import Mapping

from studyguide.formats.html.notes import Definition, place_definitions, place_notes
from studyguide.publication import Section, long_words
from studyguide.support import xhtml
from studyguide.support.xhtml import Element

ROLES = {"cite": "doc-biblioref", "back-link": "doc-backlink"}
"""What the links of a publication are, where its templates have not said so."""


def prepare(root: Element, section: Section, definitions: Mapping[str, Definition]) -> None:
    """Change the element of a section; `definitions` are those of the words that other sections explain."""
    if not root.get("role"):
        root.set("role", section.role)
    for name in [name for name in root.attrib if name.startswith("data-")]:  # for running heads
        del root.attrib[name]
    for name, role in ROLES.items():
        for link in xhtml.with_class(root, name):
            link.set("role", link.get("role") or role)
    drop_page_references(root)
    drop_repeated_locators(root)
    long_words.mark(root)
    frame_tables(root)
    place_notes(root)
    place_definitions(root, definitions)


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

    A row can stand as a block when each of its cells says what it is (``data-label``), or begins it.
    """
    for table in list(root.iter("table")):
        cells = list(table.iterfind("tbody/tr/td"))
        if cells and all(cell.get("data-label") or cell.getprevious() is None for cell in cells):
            table.set("class", " ".join([*xhtml.classes(table), "stacks"]))
        frame = table.makeelement("div", {"class": "table-frame"})
        frame.tail, table.tail = table.tail, None
        table.getparent().replace(table, frame)
        frame.append(table)
