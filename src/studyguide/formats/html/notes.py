"""Footnotes and glossary words: links to asides in the same file, which reading systems show as pop-ups.

A reading system shows a pop-up for a ``noteref`` that leads to an ``aside`` of type ``footnote`` (as in Apple Books'
rules and foliate-js). So a glossary word is a note too; its aside has the definition and a link to the glossary.
Ids made here begin with an underscore, which ids in the publication never do.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from studyguide.languages.labels import Labels
from studyguide.support import xhtml
from studyguide.support.xhtml import Element


def place_notes(section: Element, labels: Labels) -> None:
    """Number each ``span.note``, put a link in its place, and move the note to the end of the section."""
    asides = []
    for number, note in enumerate(xhtml.with_class(section, "note"), 1):
        aside = _aside(section, f"_note_{number}")
        paragraph = _child(aside, "p")
        paragraph.append(_back_link(section, f"_noteref_{number}", str(number), labels.say("notes.back", mark=number)))
        paragraph[0].tail = " " + (note.text or "").lstrip()
        paragraph.extend(list(note))
        _replace(note, _mark(section, number, labels))
        asides.append(aside)
    _gather(section, asides, "notes", labels.say("notes.title"))


@dataclass(frozen=True)
class Definition:
    """An entry of a glossary: the term as printed there, and its meaning (a ``dd``)."""

    term: str
    meaning: Element


def place_definitions(section: Element, definitions: Mapping[str, Definition], labels: Labels) -> None:
    """Give each glossary word a pop-up, if `definitions` has an entry for the id it leads to."""
    asides: dict[str, Element] = {}
    for link in xhtml.with_class(section, "term"):
        term = str(link.get("href", "")).removeprefix("#")
        if term not in definitions:
            continue
        if term not in asides:
            link.set("id", f"_termref_{term}")
            asides[term] = _definition(section, term, definitions[term], labels)
        link.set("href", f"#_term_{term}")
        link.set("role", "doc-noteref")
    _gather(section, list(asides.values()), "definitions", labels.say("notes.words"))


def _definition(section: Element, name: str, definition: Definition, labels: Labels) -> Element:
    """The aside for a term: the word, its meaning, and a link to the glossary."""
    aside = _aside(section, f"_term_{name}")
    opening = _child(aside, "p")
    word = definition.term
    opening.append(_back_link(section, f"_termref_{name}", word, labels.say("notes.back", mark=word)))
    copy = _bare_copy(definition.meaning)
    if copy.find("p") is None:  # inline text only
        opening[0].tail = labels.say("text.colon", head="", text=(copy.text or "").lstrip())
        opening.extend(list(copy))
    else:
        aside.extend(list(copy))
    onward = section.makeelement("a", {"href": f"#{name}"})
    onward.text = labels.say("notes.glossary")
    onward.set("role", "doc-glossref")
    _child(aside, "p", "onward").append(onward)
    return aside


def _bare_copy(meaning: Element) -> Element:
    """A copy without ids, notes and marks of links to other terms: a pop-up does not open others."""
    copy = deepcopy(meaning)
    for note in xhtml.with_class(copy, "note"):
        xhtml.remove(note)
    for element in copy.iter("*"):
        element.attrib.pop("id", None)
    return copy


def _mark(section: Element, number: int, labels: Labels) -> Element:
    mark = section.makeelement("sup", {"class": "noteref"})
    link = _child(mark, "a")
    link.set("id", f"_noteref_{number}")
    link.set("href", f"#_note_{number}")
    link.set("role", "doc-noteref")
    link.set("aria-label", labels.say("notes.mark", number=number))
    link.text = str(number)
    return mark


def _aside(section: Element, name: str) -> Element:
    aside = section.makeelement("aside", {"id": name, "class": "pop-up"})
    aside.set("role", "doc-footnote")
    return aside


def _back_link(section: Element, target: str, words: str, label: str) -> Element:
    link = section.makeelement("a", {"href": f"#{target}", "class": "back", "aria-label": label})
    link.set("role", "doc-backlink")
    link.text = words
    return link


def _gather(section: Element, asides: list[Element], name: str, label: str) -> None:
    """One part at the end for all notes of a kind, with a label but no heading: many readers hide the notes."""
    if asides:
        part = _child(section, "section", name)
        part.set("aria-label", label)
        part.extend(asides)


def _child(parent: Element, tag: str, name: str = "") -> Element:
    element = parent.makeelement(tag, {"class": name} if name else {})
    parent.append(element)
    return element


def _replace(old: Element, new: Element) -> None:
    new.tail, old.tail = old.tail, None
    old.getparent().replace(old, new)
