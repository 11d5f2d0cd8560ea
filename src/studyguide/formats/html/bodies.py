"""From the neutral body of a section to one for a screen."""

from collections.abc import Mapping

from studyguide.formats.html.notes import Definition, place_definitions, place_notes
from studyguide.languages.labels import Labels
from studyguide.publication import (
    Section,
    citation_names,
    column_labels,
    directions,
    long_words,
    mediums,
    short_words,
    wide_signs,
)
from studyguide.support import xhtml
from studyguide.support.xhtml import Element

ROLES = {"cite": "doc-biblioref", "back-link": "doc-backlink"}
"""The roles of links that templates do not set."""
OWN_LETTER = "own-letter"
"""The class of a letter that is written into an entry of a list."""


def prepare(root: Element, section: Section, definitions: Mapping[str, Definition], labels: Labels) -> None:
    """Change the element of a section; `definitions` are the glossary entries."""
    mediums.keep_screen(root)
    if not root.get("role"):
        root.set("role", section.role)
    for name in [name for name in root.attrib if name.startswith("data-")]:  # for running heads
        del root.attrib[name]
    for answer in xhtml.with_class(root, "answer"):  # for what marks answers, which has read it
        answer.attrib.pop("data-right", None)
    for name, role in ROLES.items():
        for link in xhtml.with_class(root, name):
            link.set("role", link.get("role") or role)
    drop_source_numbers(root)
    citation_names.name_numbers(root, labels)
    drop_page_references(root)
    drop_repeated_locators(root)
    short_words.keep(root, labels)
    wide_signs.close(root, labels.language)
    long_words.mark(root)
    directions.mark(root, labels.language)
    write_letters(root)
    column_labels.space(root, labels)
    frame_tables(root)
    place_notes(root, labels)
    place_definitions(root, definitions, labels)


def drop_source_numbers(root: Element) -> None:
    """Remove the numbers of sources: on a screen, citations have the names, and lead to their entries."""
    for element in root.iter("a", "li"):
        for name in ("data-number", "data-locator"):
            element.attrib.pop(name, None)


def write_letters(root: Element) -> None:
    """Write own letters of options into the text: few reading systems can count with them, and voices read text."""
    for item in root.iter("li"):
        if letter := item.attrib.pop("data-letter", None):
            around = item.getparent()
            around.set("class", " ".join(dict.fromkeys([*xhtml.classes(around), "own-letters"])))
            starts_with_text = bool((item.text or "").strip()) or len(item) == 0 or item[0].tag != "p"
            first = item if starts_with_text else item[0]
            written = first.makeelement("span", {"class": OWN_LETTER})
            written.text, written.tail, first.text = f"{letter}.", f" {first.text or ''}", None
            first.insert(0, written)


def drop_page_references(root: Element) -> None:
    """Remove page references, with the space before each unless a word follows directly."""
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
    """Keep only one link to each chapter in an index entry, with its title."""
    for link in xhtml.with_class(root, "again"):
        if (before := link.getprevious()) is not None:
            before.tail = link.tail
        link.tail = None
        link.getparent().remove(link)
    for link in xhtml.with_class(root, "locator"):
        del link.attrib["data-ref"]


def frame_tables(root: Element) -> None:
    """Put each table in a frame whose width the style sheet can query, and mark those that can be stacked.

    A row can be a block if each of its cells has its column's label (``data-label``), begins the row, or is about the
    columns together (``colspan``).
    """
    for table in list(root.iter("table")):
        cells = list(table.iterfind("tbody/tr/td"))
        if cells and all(_is_told(cell) for cell in cells):
            table.set("class", " ".join([*xhtml.classes(table), "stacks"]))
        frame = table.makeelement("div", {"class": "table-frame"})
        frame.tail, table.tail = table.tail, None
        table.getparent().replace(table, frame)
        frame.append(table)


def _is_told(cell: Element) -> bool:
    """Whether a cell says by itself what it is about, without the head of its column."""
    return bool(cell.get("data-label") or cell.get("colspan")) or cell.getprevious() is None
