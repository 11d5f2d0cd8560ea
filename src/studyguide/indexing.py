"""Indexing: what an index has to look for, and how what has been found is sorted."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from studyguide import markdown
from studyguide.chapters.cast import Cast
from studyguide.chapters.glossary import Glossary
from studyguide.chapters.index import Index
from studyguide.chapters.reception import Reception
from studyguide.collation import sort_key
from studyguide.model import Guide

_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w.’-]*(?: [A-Z][\w.’-]*)+")


@dataclass(frozen=True)
class Locator:
    """A place where something is written of."""

    id: str
    chapter: str
    """The short title of its chapter."""
    again: bool
    """Whether the chapter is named by an earlier one."""


@dataclass
class Entry:
    """What is looked for, and where it has been found."""

    label: str
    title: bool = False
    """Whether it is the title of a work."""
    words: tuple[str, ...] = ()
    """How it is written in the text."""
    ids: frozenset[str] = frozenset()
    """Where it is explained; links to these are about it."""
    found: list[Locator] = field(default_factory=list)

    @property
    def key(self) -> str:
        """Letters and figures without case, accents and a leading article, to sort by."""
        return sort_key(_ARTICLE.sub("", self.label))


def sought(guide: Guide) -> list[Entry]:
    """Characters, performers, critics, glossary words, and what the chapter of kind `index` lists."""
    entries: dict[str, Entry] = {}
    for entry in _sought(guide):
        known = entries.setdefault(entry.label, entry)
        known.words, known.ids = tuple(dict.fromkeys((*known.words, *entry.words))), known.ids | entry.ids
    return list(entries.values())


def groups(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Those that have been found, under their first letters, sorted; figures come first."""
    found: dict[str, list[Entry]] = {}
    for entry in sorted((each for each in entries if each.found), key=lambda each: (each.key, each.label)):
        found.setdefault(entry.key[:1].upper() if entry.key[:1].isalpha() else "0–9", []).append(entry)
    return found


def inverted(name: str) -> str:
    """``Mulligan, Carey`` for a name of several words; others stay."""
    given, _, family = name.rpartition(" ")
    return f"{family}, {given}" if given and "," not in name and not family.endswith(".") else name


def _sought(guide: Guide) -> Iterator[Entry]:
    for chapter in guide.chapters:
        if isinstance(chapter, Cast):
            for person in (person for group in chapter.groups for person in group.people):
                yield Entry(markdown.plain(person.name), ids=frozenset({person.id}))
                performers = (re.sub(r"\s*\(.*\)", "", markdown.plain(name)) for name in person.played_by)
                yield from (Entry(inverted(name), words=(name,)) for name in performers)
        elif isinstance(chapter, Glossary):
            for term in chapter.terms:
                yield Entry(markdown.plain(term.term), ids=frozenset({term.id}))
        elif isinstance(chapter, Reception):
            critics = (markdown.plain(critic.name) for critic in chapter.critics)
            people = (name for name in critics if _NAME.fullmatch(name) and not _ARTICLE.match(name))
            yield from (Entry(inverted(name), words=(name,)) for name in people)
        elif isinstance(chapter, Index):
            yield from (Entry(inverted(name), words=_forms(name)) for name in chapter.names)
            yield from (Entry(title, title=True, words=(title,)) for title in chapter.titles)
            yield from (Entry(word, words=(word,)) for word in chapter.words)


def _forms(name: str) -> tuple[str, ...]:
    """How a listed name is written in the text."""
    family, comma, given = name.partition(", ")
    return (f"{given} {family}", family) if comma else (name,)
