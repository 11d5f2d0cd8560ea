"""The index of one edition: what is sought, and where the finished sections mention it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from studyguide.guide.model import Chapter, Guide
from studyguide.guide.walk import named, roles
from studyguide.languages import conventions
from studyguide.publication import Section
from studyguide.render import index_names, index_terms
from studyguide.render.index_locators import mark
from studyguide.render.index_terms import IndexEntry

_INDEXED = ("cast", "glossary", "themes", "reception", "index")
"""The kinds of chapter that define index entries."""

References = Mapping[str, frozenset[str]]
"""The ids of the items of a chapter that name an id in a field."""


@dataclass(frozen=True)
class GuideIndex:
    """Finds the entries of an edition in its sections; what has not changed is not searched again."""

    guide: Guide
    edition: str

    def search(self, sections: Iterable[Section]) -> tuple[list[Section], tuple[IndexEntry, ...]]:
        """The sections with an id wherever an entry is mentioned, and the entries with these places."""
        sections, keep, honorifics = list(sections), self.guide.keep, conventions.honorifics(self.guide.info.labels)
        entries = self._entries(sections)
        marked = [
            keep(
                ("marked", self.edition, each.id), (each, entries, honorifics), partial(mark, each, entries, honorifics)
            )
            for each in sections
        ]
        found = chain.from_iterable(each.found for each in marked)
        return [each.section for each in marked], tuple(index_terms.located(entries, found))

    def _entries(self, sections: Sequence[Section]) -> tuple[IndexEntry, ...]:
        sought, keep, language = self._sought(), self.guide.keep, self.guide.info.language
        names = index_names.single_words(sought)
        small = index_names.in_small_letters
        common = frozenset(
            chain.from_iterable(
                keep(("small letters", self.edition, each.id), (each, names), partial(small, each, names))
                for each in sections
            )
        )
        make = partial(index_names.without_doubtful, sought, common, language)
        entries = keep(("index entries", self.edition), (sought, common, language), lambda: tuple(make()))
        return keep.equal(("equal entries", self.edition), entries)

    def _sought(self) -> tuple[IndexEntry, ...]:
        chapters = tuple(each for each in self.guide.chapters if each.kind in _INDEXED)
        keep = self.guide.keep
        references = tuple(
            keep(("references", self.edition, each.id), (each,), partial(_references, each))
            for each in self.guide.chapters
        )
        make = partial(_sought, self.guide, references)
        terms = keep(("index terms", self.edition), (chapters, references, self.guide.info), lambda: tuple(make()))
        return keep.equal(("equal terms", self.edition), terms)


def _sought(guide: Guide, references: Iterable[References]) -> Iterator[IndexEntry]:
    """All entries, with the names of people and the items that name a theme or a motif."""
    entries, people = index_terms.sought(guide), index_terms.people(guide)
    taken = [word for entry in entries for word in (*entry.words, entry.label) if entry.label not in people]
    cast = (entry for entry in entries if entry.label in people)
    yield from index_names.named(cast, guide.info.labels, taken)
    topics = index_terms.topics(guide)
    for entry in (each for each in entries if each.label not in people):
        more = (found.get(name, frozenset()) for found in references for name in entry.ids & topics)
        yield replace(entry, places=entry.places.union(*more))


def _references(chapter: Chapter) -> References:
    found: dict[str, frozenset[str]] = {}
    for _, name, part in named(chapter):
        for field, role in roles(type(part)).items():
            if role and role.name == "ref" and (value := getattr(part, field)):
                for target in (value,) if isinstance(value, str) else value:
                    found[target] = found.get(target, frozenset()) | {name}
    return found
