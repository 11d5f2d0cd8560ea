"""The entries of an index, the words to search for, and the order of the entries."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from studyguide import markdown
from studyguide.guide.chapters.cast import Cast
from studyguide.guide.chapters.glossary import Glossary
from studyguide.guide.chapters.index import Index
from studyguide.guide.chapters.reception import Reception
from studyguide.guide.model import Guide
from studyguide.support.sorting import sort_key

_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_PARTICLES = {
    *("af", "al", "ben", "bin", "da", "das", "de", "degli", "dei", "del", "della", "den", "der", "des", "di", "do"),
    *("dos", "du", "el", "ibn", "la", "le", "ten", "ter", "van", "von", "y"),
}
"""Lower-case words in names of people."""


@dataclass(frozen=True)
class Locator:
    """A place that mentions an entry."""

    id: str
    chapter: str
    """The short title of its chapter."""
    again: bool = False
    """Whether an earlier locator names the chapter."""


@dataclass(frozen=True)
class IndexEntry:
    """An entry of the index, and the places where it was found."""

    label: str
    title: bool = False
    """Whether it is the title of a work."""
    words: tuple[str, ...] = ()
    """Its forms in the text."""
    ids: frozenset[str] = frozenset()
    """The ids of its explanations; a link to one of these mentions it."""
    found: tuple[Locator, ...] = ()

    @property
    def key(self) -> str:
        """Letters and figures without case, accents and a leading article, to sort by."""
        return sort_key(_ARTICLE.sub("", self.label))


def sought(guide: Guide) -> list[IndexEntry]:
    """Characters, performers, critics, glossary words, and entries listed by the chapter of kind `index`."""
    entries: dict[str, IndexEntry] = {}
    for entry in _sought(guide):
        known = entries.get(entry.label, entry)
        words = tuple(dict.fromkeys((*known.words, *entry.words)))
        entries[entry.label] = replace(known, words=words, ids=known.ids | entry.ids)
    return list(entries.values())


def located(entries: Iterable[IndexEntry], found: Iterable[tuple[str, Locator]]) -> list[IndexEntry]:
    """The entries with their places; `found` has them by label, in the order of the sections."""
    places: dict[str, list[Locator]] = {}
    for label, locator in found:
        earlier = places.setdefault(label, [])
        earlier.append(replace(locator, again=any(locator.chapter == each.chapter for each in earlier)))
    return [replace(entry, found=tuple(places.get(entry.label, ()))) for entry in entries]


def groups(entries: Iterable[IndexEntry]) -> dict[str, list[IndexEntry]]:
    """The entries that were found, under their first letters, sorted; figures come first."""
    found: dict[str, list[IndexEntry]] = {}
    for entry in sorted((each for each in entries if each.found), key=lambda each: (each.key, each.label)):
        found.setdefault(entry.key[:1].upper() if entry.key[:1].isalpha() else "0–9", []).append(entry)
    return found


def inverted(name: str) -> str:
    """``Mulligan, Carey`` for a name of several words; other names, and scripts without capitals, stay as they are."""
    given, _, family = name.rpartition(" ")
    stays = "," in name or family.endswith(".") or _is_caseless(name[:1])
    return f"{family}, {given}" if given and not stays else name


def is_personal(name: str) -> bool:
    """Whether it looks like a person's name in any script: two words or more, with capitals where there are any."""
    first, *others = name.split(" ")
    if not all(word and all(map(_is_in_names, word)) for word in (first, *others)):
        return False
    if _is_caseless(first[:1]):
        return True
    capitals = [word for word in others if word not in _PARTICLES]
    return bool(capitals) and all(word[0].isupper() or word[0].istitle() for word in (first, *capitals))


def _is_in_names(sign: str) -> bool:
    """Whether it is a letter, a combining mark, a digit, or a character such as a hyphen."""
    return unicodedata.category(sign)[0] in "LMN" or sign in ".’'-_"


def _is_caseless(sign: str) -> bool:
    """Whether a letter is of a script without capitals, such as Arabic, Devanagari, Hebrew or Japanese."""
    return sign.isalpha() and sign.lower() == sign.upper()


def _sought(guide: Guide) -> Iterator[IndexEntry]:
    for chapter in guide.chapters:
        if isinstance(chapter, Cast):
            for person in (person for group in chapter.groups for person in group.people):
                yield IndexEntry(markdown.plain(person.name), ids=frozenset({person.id}))
                performers = (re.sub(r"\s*\(.*\)", "", markdown.plain(name)) for name in person.played_by)
                yield from (IndexEntry(inverted(name), words=(name,)) for name in performers)
        elif isinstance(chapter, Glossary):
            for term in chapter.terms:
                yield IndexEntry(markdown.plain(term.term), ids=frozenset({term.id}))
        elif isinstance(chapter, Reception):
            critics = (markdown.plain(critic.name) for critic in chapter.critics)
            people = (name for name in critics if is_personal(name) and not _ARTICLE.match(name))
            yield from (IndexEntry(inverted(name), words=(name,)) for name in people)
        elif isinstance(chapter, Index):
            yield from (IndexEntry(inverted(name), words=_forms(name)) for name in chapter.names)
            yield from (IndexEntry(title, title=True, words=(title,)) for title in chapter.titles)
            yield from (IndexEntry(word, words=(word,)) for word in chapter.words)


def _forms(name: str) -> tuple[str, ...]:
    """The forms of a listed name in the text."""
    family, comma, given = name.partition(", ")
    return (f"{given} {family}", family) if comma else (name,)
