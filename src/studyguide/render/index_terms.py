"""The entries of an index, the words to search for, and the order of the entries."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from studyguide import markdown
from studyguide.guide.chapters.cast import Cast
from studyguide.guide.chapters.glossary import Glossary
from studyguide.guide.chapters.index import Index
from studyguide.guide.chapters.reception import Reception
from studyguide.guide.chapters.themes import Themes
from studyguide.guide.model import Guide
from studyguide.support.sorting import sort_key

ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
MOST_CHAPTERS = 6
"""The most chapters that an entry leads to on screens, whose readers can also search; print has all pages."""

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
    """Whether screens leave it out: an earlier locator names the chapter, or others mention the entry more often."""


@dataclass(frozen=True)
class IndexEntry:
    """An entry of the index, and the places where it was found."""

    label: str
    title: bool = False
    """Whether it is the title of a work."""
    words: tuple[str, ...] = ()
    """Its forms in the text."""
    names: tuple[str, ...] = ()
    """The names of a person of the cast, which are found where they cannot be those of somebody else."""
    inside: frozenset[str] = frozenset()
    """Those of the names that are also words: at the beginning of a sentence they are not found."""
    ids: frozenset[str] = frozenset()
    """The ids of its explanations; a link to one of these mentions it."""
    places: frozenset[str] = frozenset()
    """The ids of items that are about it, such as the scenes that a theme names as evidence."""
    found: tuple[Locator, ...] = ()

    @property
    def key(self) -> str:
        """Letters and figures without case, accents and a leading article, to sort by."""
        return sort_key(ARTICLE.sub("", self.label))


def sought(guide: Guide) -> list[IndexEntry]:
    """People of the cast, performers, critics, glossary words, themes, motifs, and what a chapter `index` lists."""
    entries: dict[str, IndexEntry] = {}
    for entry in _sought(guide):
        known = entries.get(entry.label, entry)
        words = tuple(dict.fromkeys((*known.words, *entry.words)))
        ids, places = known.ids | entry.ids, known.places | entry.places
        entries[entry.label] = replace(known, words=words, ids=ids, places=places)
    return list(entries.values())


def people(guide: Guide) -> frozenset[str]:
    """The labels of the entries of people in a cast."""
    groups = (group for chapter in guide.chapters if isinstance(chapter, Cast) for group in chapter.groups)
    return frozenset(markdown.plain(person.name) for group in groups for person in group.people)


def topics(guide: Guide) -> frozenset[str]:
    """The ids of themes and motifs."""
    chapters = [chapter for chapter in guide.chapters if isinstance(chapter, Themes)]
    themes = (theme.id for chapter in chapters for theme in chapter.themes)
    return frozenset(themes).union(motif.id for chapter in chapters for motif in chapter.motifs)


def located(entries: Iterable[IndexEntry], found: Iterable[tuple[str, Locator]]) -> list[IndexEntry]:
    """The entries with their places; `found` has them by label, in the order of the sections."""
    places: dict[str, list[Locator]] = {}
    for label, locator in found:
        places.setdefault(label, []).append(locator)
    return [replace(entry, found=tuple(_led(places.get(entry.label, [])))) for entry in entries]


def _led(locators: list[Locator]) -> Iterator[Locator]:
    """The locators; on screens, one leads to each of the chapters that mention the entry most."""
    counts = Counter(locator.chapter for locator in locators)
    left = {chapter for chapter, _ in counts.most_common(MOST_CHAPTERS)}
    for locator in locators:
        yield replace(locator, again=locator.chapter not in left)
        left.discard(locator.chapter)


def groups(entries: Iterable[IndexEntry]) -> dict[str, list[IndexEntry]]:
    """The entries that were found, under their first letters, sorted; figures come first."""
    found: dict[str, list[IndexEntry]] = {}
    for entry in sorted((each for each in entries if each.found), key=lambda each: (each.key, each.label)):
        found.setdefault(entry.key[:1].upper() if entry.key[:1].isalpha() else "0–9", []).append(entry)
    return found


def inverted(name: str) -> str:
    """``Mulligan, Carey`` for a name of several words; other names, and scripts without capitals, stay as they are."""
    given, _, family = name.rpartition(" ")
    stays = "," in name or family.endswith(".") or is_caseless(name[:1])
    return f"{family}, {given}" if given and not stays else name


def is_personal(name: str) -> bool:
    """Whether it looks like a person's name in any script: two words or more, with capitals where there are any."""
    first, *others = name.split(" ")
    if not all(word and all(map(_is_in_names, word)) for word in (first, *others)):
        return False
    if is_caseless(first[:1]):
        return True
    capitals = [word for word in others if word not in _PARTICLES]
    return bool(capitals) and all(word[0].isupper() or word[0].istitle() for word in (first, *capitals))


def _is_in_names(sign: str) -> bool:
    """Whether it is a letter, a combining mark, a digit, or a character such as a hyphen."""
    return unicodedata.category(sign)[0] in "LMN" or sign in ".’'-_"


def is_caseless(sign: str) -> bool:
    """Whether a letter is of a script without capitals, such as Arabic, Devanagari, Hebrew or Japanese."""
    return sign.isalpha() and sign.lower() == sign.upper()


def _sought(guide: Guide) -> Iterator[IndexEntry]:
    for chapter in guide.chapters:
        if isinstance(chapter, Cast):
            yield from _of_cast(chapter)
        elif isinstance(chapter, Glossary):
            yield from (IndexEntry(markdown.plain(term.term), ids=frozenset({term.id})) for term in chapter.terms)
        elif isinstance(chapter, Themes):
            yield from _of_themes(chapter)
        elif isinstance(chapter, Reception):
            critics = (markdown.plain(critic.name) for critic in chapter.critics)
            people = (name for name in critics if is_personal(name) and not ARTICLE.match(name))
            yield from (IndexEntry(inverted(name), words=(name,)) for name in people)
        elif isinstance(chapter, Index):
            yield from (IndexEntry(inverted(name), words=_forms(name)) for name in chapter.names)
            yield from (IndexEntry(title, title=True, words=(title,)) for title in chapter.titles)
            yield from (IndexEntry(word, words=(word,)) for word in chapter.words)


def _of_cast(chapter: Cast) -> Iterator[IndexEntry]:
    for person in (person for group in chapter.groups for person in group.people):
        yield IndexEntry(markdown.plain(person.name), ids=frozenset({person.id}))
        performers = (re.sub(r"\s*\(.*\)", "", markdown.plain(name)) for name in person.played_by)
        yield from (IndexEntry(inverted(name), words=(name,)) for name in performers)


def _of_themes(chapter: Themes) -> Iterator[IndexEntry]:
    for theme in chapter.themes:
        scenes = (*theme.key_scenes, *(evidence.scene for evidence in theme.evidence))
        yield IndexEntry(markdown.plain(theme.title), ids=frozenset({theme.id}), places=frozenset(filter(None, scenes)))
    yield from (IndexEntry(markdown.plain(motif.title), ids=frozenset({motif.id})) for motif in chapter.motifs)


def _forms(name: str) -> tuple[str, ...]:
    """The forms of a listed name in the text."""
    family, comma, given = name.partition(", ")
    return (f"{given} {family}", family) if comma else (name,)
