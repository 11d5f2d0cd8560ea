"""Prepare the body of a section for layout: what CSS and WeasyPrint cannot do themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from studyguide.formats.pdf.layout.break_points import (
    keep_tables_whole,
    let_entries_break,
    let_parts_break,
    let_rows_break,
)
from studyguide.formats.pdf.layout.citation_numbers import number_citations, number_entries, shorten_addresses
from studyguide.languages.labels import Labels
from studyguide.publication import (
    Heading,
    Section,
    citation_names,
    column_labels,
    directions,
    long_words,
    mediums,
    page_refs,
    short_words,
    wide_signs,
)
from studyguide.support import line_ends, xhtml
from studyguide.support.errors import BuildError

FOREIGN = ("base", "embed", "iframe", "link", "meta", "object", "script", "style")
"""Elements that reach outside the text. Our templates never write them."""

HEADS = ("data-short", "data-guide", "data-sheet")
"""The attributes with the text of running heads and feet. Their order is fixed: parts are cached by their HTML."""

LONGEST_HEAD, LONGEST_SECTION, BRIEF_HEAD = 70, 40, 26
"""The most characters in a running head or foot, and in one that names a section beside it."""

MOST_HEAD_WORDS, FEWEST_WORDS = 7, 2
"""The most words beside each other in a running head, as more look like a line of the text; the fewest of a section's
title that tell what it is."""

SOURCES = ("href", "{http://www.w3.org/1999/xlink}href", "src", "data")
"""The attributes that hold an address."""

BELOW_TITLE = 2
"""The level of the headings that a chapter lists."""

FEWEST_HEADINGS, MOST_HEADINGS, LONG = 4, 10, 7000
"""A chapter with fewer or more headings, or of fewer characters, does not list them below its title."""


FEW_ENTRIES = 80
"""The entries up to which the columns of an index are made equally long, which WeasyPrint does by trial and error."""


@dataclass(frozen=True)
class Prepared:
    """The body of a section without page numbers, and what depends on nothing else."""

    root: xhtml.Element
    extent: page_refs.Extent
    has_locators: bool
    notes: int
    targets: tuple[str, ...]


def measured(section: Section, labels: Labels) -> Prepared:
    """A section, prepared. Raises `BuildError` if it reaches outside the guide."""
    root = prepared(section, labels)
    targets = dict.fromkeys(filter(None, (mark.get("data-ref") for mark in root.iter("*"))))
    return Prepared(
        root,
        page_refs.extent(mediums.printed(section.body)),
        has_locators=next(xhtml.with_class(root, "locators"), None) is not None,
        notes=sum(1 for _ in xhtml.with_class(root, "note")),
        targets=tuple(targets),
    )


def prepared(section: Section, labels: Labels) -> xhtml.Element:
    """The body of a section, without page numbers. Raises `BuildError` if it reaches outside the guide."""
    root = xhtml.parse(section.body)
    mediums.keep_print(root)
    _refuse_foreign(root)
    page_refs.prepare(root, labels)
    _shorten_heads(root)
    _name_sections(root, section.headings)
    _number_lists(root)
    number_citations(root, labels)
    citation_names.name_numbers(root, labels)
    number_entries(root)
    shorten_addresses(root)
    short_words.keep(root, labels)
    wide_signs.close(root, labels.language)
    long_words.mark(root)
    column_labels.space(root, labels)
    let_parts_break(root)
    let_entries_break(root)
    let_rows_break(root)
    keep_tables_whole(root)
    _label_bookmarks(root, section.headings)
    _label_notes(root, labels)
    _shorten_badges(root)
    _balance_columns(root)
    _list_headings(root, section)
    directions.mark(root, labels.language)
    return root


def _shorten_heads(root: xhtml.Element) -> None:
    """Shorten running heads and feet, and add a shorter version (``-brief``) for large print."""
    for element in root.iter("header"):
        for name, words in [(name, element.get(name)) for name in HEADS if name in element.attrib]:
            element.set(f"{name}-brief", _shortened(words, BRIEF_HEAD))
            element.set(name, _shortened(words, LONGEST_HEAD))


def _name_sections(root: xhtml.Element, headings: Sequence[Heading]) -> None:
    """Give each section the text of running heads on its pages (``data-head``): the title, as far as there is room.

    What stands above a title, and says what the section gives away, has it too: a page may begin there.
    """
    titles = {heading.id: heading.text for heading in headings if heading.level == BELOW_TITLE}
    room = MOST_HEAD_WORDS - max((len(each.get("data-short", "").split()) for each in root.iter("header")), default=0)
    for element in root.iter("h2"):
        if title := titles.get(element.get("id", "")):
            head = _first_words(_shortened(title, LONGEST_SECTION), room)
            element.set("data-head", head)
            if (above := element.getprevious()) is not None and above.get("class") == "threshold":
                above.set("data-head", head)


def _first_words(text: str, most: int) -> str:
    """A text, or its first words; nothing if these are too few to tell what it is."""
    words = text.split()
    if len(words) <= most:
        return text
    return f"{' '.join(words[:most]).rstrip(',;:')}…" if most >= FEWEST_WORDS else ""


def _shortened(words: str, most: int) -> str:
    """A text, shortened if it is wider than so many letters."""
    if line_ends.columns(words) <= most:
        return words
    kept = max(number for number in range(most) if line_ends.columns(words[:number]) < most)
    return f"{words[:kept].rstrip()}…"


def _number_lists(root: xhtml.Element) -> None:
    """Set the first number of a list, and own letters, in CSS: WeasyPrint reads ``start`` only with old attributes."""
    for element in root.iter("ol"):
        if start := element.get("start"):
            element.set("style", f"counter-reset: list-item {int(start) - 1}")
    for item in root.iter("li"):
        if letter := item.get("data-letter"):
            item.set("style", f"list-style-type: '\\{ord(letter):x} . '")  # as a code (CSS Syntax 3, 4.3.7)


def _label_notes(root: xhtml.Element, labels: Labels) -> None:
    """Give each note the descriptions of the links to it and back."""
    for note in xhtml.with_class(root, "note"):
        note.set("data-note", labels.say("notes.mark", number="{number}"))
        note.set("data-note-back", labels.say("notes.back", mark="{number}"))


def _label_bookmarks(root: xhtml.Element, headings: Sequence[Heading]) -> None:
    """Keep the marks of notes out of bookmarks, which by default have the whole text of a heading."""
    titles = {heading.id: heading.text for heading in headings}
    for element in root.iter("h1", "h2"):
        if next(xhtml.with_class(element, "note"), None) is not None:
            element.set("data-bookmark", titles[element.get("id")])


def _refuse_foreign(root: xhtml.Element) -> None:
    for element in root.iter("*"):
        name = element.tag.rpartition("}")[2]
        source = next((element.get(key) for key in SOURCES if element.get(key)), xhtml.text(element))
        if name in FOREIGN or (name == "use" and not source.startswith("#")):
            raise BuildError(f"A chapter holds <{name}> {source[:200]}: nothing outside the guide is read.")


def _shorten_badges(root: xhtml.Element) -> None:
    """Leave of each remark on what an item gives away the one word that print has room for; a voice says all of it."""
    for badge in xhtml.with_class(root, "spoiler"):
        if pill := badge.get("data-pill"):
            badge.set("data-said", xhtml.text(badge))
            (badge[0] if len(badge) else badge).text = pill  # in another language, it is in an element


def _balance_columns(root: xhtml.Element) -> None:
    """Let the columns of a short index be equally long; a long one fills page after page."""
    for columns in xhtml.with_class(root, "index-columns"):
        if sum(1 for _ in columns.iter("li")) <= FEW_ENTRIES:
            columns.set("class", "index-columns balanced")


def _list_headings(root: xhtml.Element, section: Section) -> None:
    """List the headings of a long chapter below its title, with their pages."""
    heads = [heading for heading in section.headings if heading.level == BELOW_TITLE]
    opening = next(xhtml.with_class(root, "opening"), None)
    if (
        opening is None
        or not FEWEST_HEADINGS <= len(heads) <= MOST_HEADINGS
        or page_refs.extent(mediums.printed(section.body)).length < LONG
    ):
        return
    line = xhtml.append(opening, "p", {"class": "inside"})
    for heading in heads:
        link = xhtml.append(line, "a", {"href": f"#{heading.id}"})
        link.text = f"{heading.on_page} "
        xhtml.append(link, "span", {"class": "page-ref", "data-ref": heading.id})
        link.tail = None if heading is heads[-1] else " · "
