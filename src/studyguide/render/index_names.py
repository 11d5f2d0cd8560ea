"""The names by which texts call the people of a cast: the whole name, and each part of it that nobody shares.

A name that may be another word is left out: the index would lead to pages that do not mention the person.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from studyguide.languages import conventions, locales
from studyguide.languages.labels import Labels
from studyguide.publication import Section
from studyguide.render.index_terms import IndexEntry, is_caseless
from studyguide.support import xhtml

_NOTE = re.compile(r"(?<!\s)\s*+\([^()]*+\)|,.*")
"""The end of a name in a cast that texts do not repeat: *Ruth (as a child)*, *Hamlet, Prince of Denmark*."""
_ROMAN = re.compile("[IVX]+")


def named(people: Iterable[IndexEntry], labels: Labels, taken: Collection[str] = ()) -> tuple[IndexEntry, ...]:
    """The entries of a cast with their names, the whole one first; `taken` are words that lead to other entries.

    Of a name that begins with an article, no part is a name.
    """
    people, article, honorifics = tuple(people), conventions.article(labels), conventions.honorifics(labels)
    wholes = {entry.label: _whole(entry.label, article) for entry in people}
    named = ((label, whole) for label, whole in wholes.items() if not article.match(label))
    parts = {label: frozenset(_parts(whole, honorifics)) for label, whole in named}
    shared = {part for part, count in Counter(part for found in parts.values() for part in found).items() if count > 1}
    theirs = shared.union(wholes.values(), taken)
    return tuple(
        replace(entry, names=tuple(filter(None, (whole, *sorted(parts.get(entry.label, frozenset()) - theirs)))))
        for entry, whole in zip(people, wholes.values(), strict=True)
    )


def single_words(entries: Iterable[IndexEntry]) -> frozenset[str]:
    """The names of one word."""
    return frozenset(name for entry in entries for name in entry.names if " " not in name)


def in_small_letters(section: Section, names: Collection[str]) -> frozenset[str]:
    """Those of some names of one word that a section also has in small letters, such as *will* and *may*."""
    known = {name.lower(): name for name in names if name != name.lower()}
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(known))) or '(?!)'})(?!\w)")
    text = " ".join(map(str, xhtml.parse(section.body).itertext()))
    return frozenset(known[found] for found in set(pattern.findall(text)))


def without_doubtful(entries: Iterable[IndexEntry], common: Collection[str], language: str) -> Iterator[IndexEntry]:
    """The entries without doubtful names; `common` are those that the guide also has in small letters.

    Of these, a whole name is found inside a sentence only. The name of a month or of a day is not found at all.
    """
    dates = {name.lower() for name in (*locales.months(language), *locales.weekdays(language))}
    for entry in entries:
        whole = entry.names[:1]
        parts = (part for part in entry.names[1:] if part not in common)
        names = tuple(name for name in (*whole, *parts) if name.lower() not in dates)
        yield replace(entry, names=names, inside=frozenset(whole).intersection(common)) if entry.names else entry


def _whole(label: str, article: re.Pattern[str]) -> str:
    """A name as texts have it, without a note and an article; empty if it has no capital, as *the woman next door*."""
    name = article.sub("", _NOTE.sub("", label)).strip()
    return name if name[:1].isupper() or name[:1].istitle() or is_caseless(name[:1]) else ""


def _parts(whole: str, honorifics: Collection[str]) -> Iterator[str]:
    """The given name and the family name, or the only word after *Miss*."""
    words = whole.split()
    while words and words[0].rstrip(".") in honorifics:
        del words[0]
    for word in {*words[:1], *words[-1:]}:
        if word != whole and word[:1].isupper() and len(word) > 1 and word[-1] != "." and not _ROMAN.fullmatch(word):
            yield word
