"""Words that give something away, and the places where an edition with a lower spoiler level would print them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from studyguide.editions.printed_words import Written, printed
from studyguide.editions.program_words import is_ours
from studyguide.guide.info import Edition
from studyguide.guide.items import Spoiler
from studyguide.guide.model import Guide, Place
from studyguide.guide.source_places import written
from studyguide.guide.walk import named
from studyguide.publication import Publication
from studyguide.support import xhtml
from studyguide.support.errors import BuildError, Problem
from studyguide.support.word_edges import MARKS
from studyguide.support.xhtml import Element

_SPOKEN = {
    "alt",
    "title",
    "aria-label",
    "aria-description",
    "data-label",
    "data-short",
    "data-guide",
    "data-locator",
    "value",
    "content",
}
"""Attributes whose words a screen reader says or a reader sees."""
_NAMING = {"src", "href"}
_POINTING = {"id", "href", "data-ref", "aria-labelledby", "aria-describedby", "for"}
_INLINE = {
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "cite",
    "code",
    "dfn",
    "em",
    "i",
    "q",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
}
_INVISIBLE = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"))
_ALIKE = {"'": "['’]", "’": "['’]", "-": "[-‐‑]"}
_HUMP = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])|(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])|_|%20")
_WITHOUT_SPACES = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")
"""Scripts without spaces between words, by the first word of their letters' names in Unicode."""


@dataclass(frozen=True)
class Slip:
    """A watched word: its place in the author's file, the words around it, and its position in them."""

    place: Place
    word: str
    text: str
    span: tuple[int, int]


def watched(guide: Guide, edition: Edition) -> re.Pattern[str] | None:
    """The words that may not be printed at the level of `edition`; None if there are none.

    It matches texts normalised by `plainly`. It finds whole words, in upper or lower case and across line ends.
    """
    gates = (gate for gate in guide.info.gates if Spoiler(gate.level).rank > edition.reveals.rank)
    words = sorted({_pattern(plainly(word)) for gate in gates for word in gate.words if word})
    return re.compile("|".join(words), re.IGNORECASE) if words else None


def plainly(text: str) -> str:
    """A text with composed letters and without invisible characters."""
    return unicodedata.normalize("NFC", text.translate(_INVISIBLE))


def parted(name: str) -> str:
    """A name of a file or an id with spaces between its words: ``Lamp2_old`` becomes ``Lamp 2 old``."""
    return _HUMP.sub(" ", plainly(name))


def slips(guide: Guide, edition: Edition, selected: Guide) -> tuple[Problem, ...]:
    """Every watched word in the content of `edition`, at its place in the author's file."""
    pattern = watched(guide, edition)
    if pattern is None:
        return ()
    found = (slip for each in printed(guide, edition, selected) for slip in found_in(each, pattern))
    return tuple(dict.fromkeys(problem(slip, edition) for slip in found))


def prove(publication: Publication, guide: Guide, edition: Edition) -> None:
    """Raise `BuildError` if a watched word is in the publication nevertheless.

    Words that the program itself prints, such as *Scene*, are searched only in the authors' texts.
    """
    pattern = watched(guide, edition)
    if pattern is None:
        return
    texts = told(publication, guide, pattern)
    found = {(match[0], name) for name, text in texts.items() for match in pattern.finditer(plainly(text))}
    leaks = sorted(f"'{word}' in {name}" for word, name in found if not is_ours(word, guide.info.language))
    if leaks:
        raise BuildError(f"The edition '{edition.id}' would give something away: {', '.join(leaks)}.")


def told(publication: Publication, guide: Guide, pattern: re.Pattern[str]) -> dict[str, str]:
    """All text of a publication, by the ids of its sections; of file names and ids, only those with watched words."""
    about = publication.metadata
    names = (publication.name, about.identifier, *(asset.name for asset in publication.assets))
    title = (about.title, about.subtitle, about.edition, about.description, about.rights, about.licence)
    people = (*about.authors, *about.subjects, *about.works)
    access = (about.accessibility.summary, about.accessibility.certified_by)
    said = [plainly(text or "") for text in (*title, *people, *access)]
    texts = {"title pages": " \n".join([*map(parted, names), *said])}
    ids = {name for name in _ids(guide) if pattern.search(parted(name))}
    for section in publication.sections:
        texts[section.id] = "\n".join([section.title, section.short, *_read(xhtml.parse(section.body), ids)])
    return texts


def _pattern(word: str) -> str:
    letters = "".join(
        r"\s+" if char.isspace() else _ALIKE.get(char, re.escape(char)) for char in " ".join(word.split())
    )
    return f"{_edge(word[:1], '(?<!')}{letters}{_edge(word[-1:], '(?!')}"


def _edge(char: str, look: str) -> str:
    """In scripts with spaces, a word may not touch a letter, a vowel sign or a number; it may touch an underscore."""
    if unicodedata.name(char, "").startswith(_WITHOUT_SPACES):
        return ""
    return rf"{look}[^\W_])" if look == "(?<!" else rf"{look}[^\W_]|[{MARKS}])"


def found_in(each: Written, pattern: re.Pattern[str]) -> Iterator[Slip]:
    """Each watched word of a field."""
    earlier: Counter[str] = Counter()
    for text in (*map(plainly, each.runs), *map(parted, each.names)):
        for match in pattern.finditer(text):
            yield Slip(written(each.start, 0, match[0], earlier[match[0]]), match[0], text, match.span())
            earlier[match[0]] += 1


def _read(root: Element, ids: set[str]) -> Iterator[str]:
    """The text of a section, its spoken attributes, file names and addresses, and those of `ids` that are in it."""
    yield "".join(_said(root))
    for element in root.iter():
        for name, value in element.attrib.items():
            if name in _SPOKEN:
                yield value
            if name in _NAMING and not value.startswith("#"):
                yield parted(value)
            if name in _POINTING:
                yield from (part for part in re.split(r"--|#|\s", value) if part in ids)


def _said(element: Element) -> Iterator[str]:
    gap = "" if element.tag in _INLINE else "\n"
    yield gap + (element.text or "")
    for child in element:
        yield from _said(child)
        yield child.tail or ""
    yield gap


def _ids(guide: Guide) -> Iterator[str]:
    """All names that become ids: of chapters, of items and of sources."""
    yield from (str(source["id"]) for source in guide.sources)
    for chapter in guide.chapters:
        yield from (name for _, name, _ in named(chapter))


def problem(slip: Slip, edition: Edition) -> Problem:
    """The problem that reports a slip to the author."""
    message = (
        f"'{slip.word}' gives something away, and the edition '{edition.id}' would print it here. "
        f"Reword it, or give the item around it a 'spoiler:'."
    )
    return Problem(slip.place.file, slip.place.line, slip.place.column, message)
