"""Publication: finished, format-neutral XHTML in sections, ready for print. Formats see only this.

A section's body is one well-formed ``<section id=...>`` without a namespace. Beside plain HTML it may hold

- ``<a class="ref" href="#id">``: a link to any id of the publication, in this section or another;
- ``<span class="page-ref" data-ref="id"/>``: a paged format prints the page of that id here; other formats drop it;
- ``<span class="locators">``: the links of an entry of an index, ``<a class="locator" href="#id" data-ref="id">`` with
  the title of a chapter; a paged format writes the page of each id instead, each page once, others leave out those of
  class ``again``, so that few chapters are named, and each once;
- ``<a class="cite" href="#source--key" data-number="3" data-locator="p. 12">``: a citation, leading to its entry in the
  works cited, in a ``<span class="citation">`` or, among other words, a ``<span class="citation-part">``. On the pages
  that students have, it has the number of its entry, and its locator: a paged format prints these in place of names;
- ``<li id="source--key" data-number="3">``: that entry; ``<a class="url" href="https://...">``: the address of a
  source; a paged format prints its domain;
- ``<a class="term" href="#id">``: a glossary word, leading to its ``<dt id=...>`` (the definition is the next ``dd``);
- ``<a class="answer-link" href="#id">``, ``<a class="back-link" href="#id">``: from a question to its answer and back;
- ``<div class="answer" data-right="1">``: a printed answer that says which options of its question are right, by their
  places from 0; of steps, the places in the right order; of pairs, the place of each match; of a statement, 0 if it is
  true and 1 if it is false; ``<span class="right-word">``: a word that is right in a gap, in an ``li`` for each gap;
- ``<li data-letter="Γ">``: an entry that has this letter in place of the one that its list counts (A, B, C);
- ``<span class="note">``: a footnote, at the place of its mark; the format numbers and places it;
- ``<table class="data">``: a table that an author wrote, its cells of class ``right`` or ``center`` where a column is
  aligned so; ``<p class="verse">``: a stanza, each line a ``<span class="verse-line">``, whose
  ``data-line`` has a number that is to be seen, but not read out or copied;
- ``<img src="images/...">``: an asset by its name; ``<svg>`` in its own namespace, with ``<title>``;
- elements of the class ``print-only`` or ``screen-only``: formats with pages remove the second, others the first
  (`mediums`); an item in both has its id in the second, and ``data-id`` in the first;
- ``<textarea class="room" data-lines="4">``, on paper ``<div class="room" data-lines="4">``: room for an answer of so
  many lines; a paged format may add or take a few, so that a sheet fills its pages;
- ``data-fit="page"``: content that must fit one page, in the largest letters that do; its elements with ``data-cut``
  may be left out, those with the lowest number first: the element of the class ``cut-blocks`` then has their headings;
  ``data-fit="box"``: content that
  must not overflow the box that the look gives it;
- ``<input type="text"/>``, ``<textarea></textarea>``: a line and an area to fill in; CSS gives them their size;
- ``<input type="checkbox" value="..."/>``: a box to tick; ``<input type="radio" value="..."/>``: one choice of several,
  which share a name and are in one element with ``role="radiogroup"`` and an ``aria-label`` of its own;
- ``<section class="slide">``: a slide of a handout, with one ``h1`` or ``h2``, of the class ``opening``, ``divider``,
  ``content`` or ``answer`` too; ``<aside class="speaker-notes">`` in it is for the speaker (`formats.slides`);
- ``role="doc-..."`` (DPUB-ARIA) on structural elements, from which a format derives its own semantics.

Other classes carry meaning too, such as ``tasks``, ``room`` and ``badge``: `class_names` lists them.

A body may contain nothing else: `allowed_markup` lists the elements, attributes and addresses, and a `Section` refuses
a body with others.

Every id is unique in the whole publication, and every ``h1`` and ``h2`` has one. Every field is empty and has an
``aria-label``, and a ``name`` without a full stop; names are unique in the whole publication too. Only a PDF can be
filled in.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal

from studyguide import markdown
from studyguide.languages import language_marks
from studyguide.languages.labels import Labels
from studyguide.support.errors import BuildError

_FILE_NAME = re.compile("[A-Za-z0-9][A-Za-z0-9_-]*")


FAULT = (
    "The section '{}' would hold {}. No text may become markup, so nothing was written. "
    "This is a fault of studyguide: report it, with the chapter."
)
LEFT_MARK = (
    "A label would be printed with a mark in it, so nothing was written. This is a fault of studyguide: report it."
)
MOST_FAULTS = 5
"""The most faults of a section that a message names."""


@dataclass(frozen=True)
class Heading:
    """An ``h1`` or ``h2``: its id, level (1 or 2) and plain text."""

    id: str
    level: int
    text: str
    marked: str = ""
    """The text with marks at English labels (see `languages.language_marks`); empty if it has none."""

    @property
    def on_page(self) -> str:
        """The text for lists of contents on pages, whose marks become elements."""
        return self.marked or self.text


@dataclass(frozen=True)
class Section:
    """A chapter or a part of the back matter."""

    id: str
    kind: str
    """The kind of chapter it comes from, or ``answers``."""
    role: str
    """DPUB-ARIA role: doc-chapter, doc-introduction, doc-glossary, doc-bibliography, doc-appendix."""
    title: str
    short: str
    """Plain text for the running head."""
    headings: tuple[Heading, ...]
    """The ``h1`` first, then each ``h2``, in order."""
    body: str
    is_for_teachers: bool = False
    """Whether only teachers' editions have it, after the pages that they share with students."""

    @property
    def on_page(self) -> str:
        """The title for lists of contents on pages, see `Heading`."""
        return next((each.on_page for each in self.headings[:1] if each.text == self.title), self.title)


@dataclass(frozen=True)
class Break:
    """The beginning of a printed page: its printed number, and a position in the text of a section."""

    label: str
    section: str
    position: int
    """As `text_positions` counts."""


@dataclass(frozen=True)
class Asset:
    """A file that bodies refer to by name (``images/...``)."""

    name: str
    media_type: str
    path: Path

    def __post_init__(self) -> None:
        """Raise `BuildError` for a name that could lead to another folder."""
        from studyguide.publication import allowed_markup

        if not allowed_markup.VALUES["src"].fullmatch(self.name):
            raise BuildError(f"The picture '{self.name}' is not in the folder images. Nothing was written.")


@dataclass(frozen=True)
class Accessibility:
    """The authors' statements on the publication's accessibility, beyond those of the program."""

    summary: str | None = None
    """A summary in the language of the publication."""
    conforms_to: str | None = None
    """A standard, as EPUB Accessibility 1.1 names them; only with `certified_by`."""
    certified_by: str | None = None
    """The person or body that checked the conformance."""
    report: str | None = None
    """The address of a report (https)."""
    checked: date | None = None
    """The day of the check."""


Strip = tuple[tuple[tuple[str, ...], ...], ...]
"""Parts of a story, scenes, and for each theme ``key``, ``named`` or nothing; every scene has as many marks."""


@dataclass(frozen=True)
class Metadata:
    """Dublin Core of the publication, and what else its cover has."""

    identifier: str
    title: str
    subtitle: str | None
    edition: str
    """The edition's title, for readers."""
    description: str
    authors: tuple[str, ...]
    language: str
    date: date
    rights: str
    licence: str | None
    subjects: tuple[str, ...]
    works: tuple[str, ...]
    """One line for each work under study, such as ``Never Let Me Go (film, 2010), by Mark Romanek``."""
    accessibility: Accessibility = Accessibility()
    contents: str = ""
    """One line on what is in it, such as ``30 scenes, 18 people and 6 themes``."""
    title_on_page: str = ""
    """The title with marks (see `languages.language_marks`); empty if it has none."""
    works_on_page: tuple[str, ...] = ()
    """The lines of the works with marks; empty if they have none."""
    title_language: str = ""
    """The language of the title, if it is not that of the publication."""
    strip: Strip = ()
    """The shape of its story, as an ornament; empty if it has none."""

    @property
    def direction(self) -> str:
        """``rtl`` for a language that is written from right to left, else empty."""
        return markdown.direction(self.language)


@dataclass(frozen=True)
class Publication:
    """Everything that a format needs."""

    name: str
    """The stem of the file to write, such as ``never-let-me-go``."""
    metadata: Metadata
    sections: tuple[Section, ...]
    assets: tuple[Asset, ...]
    is_sheet: bool = False
    """Whether it is a handout: one section, without cover and contents."""
    overruns: bool = False
    """Whether a sheet may take more paper than intended."""
    openings: Literal["any", "right", "run-on", "short-run-on"] = "any"
    """Where sections begin in print: on any new page, on right-hand pages, or below others (all, or short ones)."""
    breaks: tuple[Break, ...] = ()
    """The breaks of the printed pages, in order, for formats without pages; a page without text here has none."""
    printed_as: str = ""
    """The name of the printed edition with these breaks, such as ``Never Let Me Go, Student edition, PDF on A4``."""
    labels: Labels = field(default_factory=Labels.of, compare=False, repr=False)
    """What formats print of their own accord, in the language of the publication."""

    def __post_init__(self) -> None:
        """Raise `BuildError` if a section's id cannot name a file, or if its body has markup that is not allowed.

        A mark of an English label that was not made an element is such a fault, too.
        """
        words = [self.metadata.title, *(text for each in self.sections for text in (each.title, each.short, each.body))]
        if any(language_marks.unmarked(text) != text for text in words):
            raise BuildError(LEFT_MARK)
        for section in self.sections:
            if found := _faults(section.id, section.body):
                more = f", and {len(found) - MOST_FAULTS} more" if len(found) > MOST_FAULTS else ""
                raise BuildError(FAULT.format(section.id, "; ".join(found[:MOST_FAULTS]) + more))


@lru_cache(maxsize=64)
def _faults(name: str, body: str) -> tuple[str, ...]:
    """The faults of a section; cached, because a publication is made again when its page breaks are known."""
    from studyguide.publication import allowed_markup  # late: it imports lxml, which many commands do not need

    found = () if _FILE_NAME.fullmatch(name) else (f"the id '{name}'",)
    return (*found, *dict.fromkeys(allowed_markup.faults(body)))
