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
from studyguide.languages import conventions
from studyguide.languages.labels import Labels
from studyguide.support import titles

MOST_CHAPTERS = 6
"""The most chapters that an entry leads to on screens, whose readers can also search; print has all pages."""

_NOTE = re.compile(r"(?<!\s)\s*+\([^()]*+\)")
"""What may follow the name of a performer: *Izzy Meikle-Small (as a child)*."""
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


def groups(entries: Iterable[IndexEntry], labels: Labels) -> dict[str, list[IndexEntry]]:
    """The entries that were found, under the letters of the alphabet, sorted without articles; figures come first."""
    alphabet, article = conventions.alphabet(labels), conventions.sorted_without(labels)
    listed = [(article.sub("", each.label), each) for each in entries if each.found]
    found: dict[str, list[IndexEntry]] = {}
    for words, entry in sorted(listed, key=lambda each: (alphabet.key(each[0]), each[1].label)):
        found.setdefault(alphabet.heading(words) or "0–9", []).append(entry)
    return found


def inverted(name: str, labels: Labels) -> str:
    """``Mulligan, Carey`` for a name of several words.

    Other names stay as they are, also in scripts without capitals and in languages whose family names come first.
    """
    given, _, family = name.rpartition(" ")
    stays = "," in name or family.endswith(".") or is_caseless(name[:1]) or conventions.is_family_name_first(labels)
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
    labels = guide.info.labels
    for chapter in guide.chapters:
        if isinstance(chapter, Cast):
            yield from _of_cast(chapter, labels)
        elif isinstance(chapter, Glossary):
            yield from (IndexEntry(markdown.plain(term.term), ids=frozenset({term.id})) for term in chapter.terms)
        elif isinstance(chapter, Themes):
            yield from _of_themes(chapter)
        elif isinstance(chapter, Reception):
            critics = (markdown.plain(critic.name) for critic in chapter.critics)
            people = (name for name in critics if is_personal(name) and not conventions.article(labels).match(name))
            yield from (IndexEntry(inverted(name, labels), words=(name,)) for name in people)
        elif isinstance(chapter, Index):
            yield from (IndexEntry(inverted(name, labels), words=_forms(name)) for name in chapter.names)
            language = labels.language
            yield from (
                IndexEntry(each, title=True, words=(each, titles.marked(each, language))) for each in chapter.titles
            )
            yield from (IndexEntry(word, words=(word,)) for word in chapter.words)


def _of_cast(chapter: Cast, labels: Labels) -> Iterator[IndexEntry]:
    for person in (person for group in chapter.groups for person in group.people):
        yield IndexEntry(markdown.plain(person.name), ids=frozenset({person.id}))
        performers = (_NOTE.sub("", markdown.plain(name)) for name in person.played_by)
        yield from (IndexEntry(inverted(name, labels), words=(name,)) for name in performers)


def _of_themes(chapter: Themes) -> Iterator[IndexEntry]:
    for theme in chapter.themes:
        scenes = (*theme.key_scenes, *(evidence.scene for evidence in theme.evidence))
        yield IndexEntry(markdown.plain(theme.title), ids=frozenset({theme.id}), places=frozenset(filter(None, scenes)))
    yield from (IndexEntry(markdown.plain(motif.title), ids=frozenset({motif.id})) for motif in chapter.motifs)


def _forms(name: str) -> tuple[str, ...]:
    """The forms of a listed name in the text."""
    family, comma, given = name.partition(", ")
    return (f"{given} {family}", family) if comma else (name,)
