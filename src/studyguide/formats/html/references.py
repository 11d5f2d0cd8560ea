"""What the pages of a publication take from each other: where links lead, and the meanings of glossary words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from studyguide.formats.html.links import homes_of, meanings
from studyguide.formats.html.notes import Definition
from studyguide.publication import Section
from studyguide.support import xhtml
from studyguide.support.keep import Keep
from studyguide.support.xhtml import Element


@dataclass(frozen=True)
class Own:
    """The ids and the links of one section, and the glossary entries in it with their text."""

    section: str
    ids: tuple[str, ...]
    links: tuple[str, ...]
    entries: Mapping[str, tuple[Definition, str]]

    @classmethod
    def of(cls, section: Section) -> "Own":
        """Those of a section."""
        root = xhtml.parse(section.body)
        entries = {
            name: (each, f"{each.term} {xhtml.serialise(each.meaning)}") for name, each in meanings([root]).items()
        }
        return cls(section.id, tuple(homes_of({section.id: root})), tuple(dict.fromkeys(_targets([root]))), entries)


def _targets(trees: Iterable[Element]) -> Iterator[str]:
    hrefs = (str(link.get("href", "")) for tree in trees for link in tree.iter("a"))
    return (href[1:] for href in hrefs if href.startswith("#"))


@dataclass(frozen=True)
class References:
    """The same of all sections of a publication, in order."""

    sections: tuple[Own, ...]

    @classmethod
    def of(cls, sections: Iterable[Section], keep: Keep) -> "References":
        """Those of a publication; a section that has not changed is not read again."""
        return cls(tuple(keep(("references", each.id), (each,), partial(Own.of, each)) for each in sections))

    @cached_property
    def homes(self) -> dict[str, str]:
        """For every id, the section that contains it."""
        return {name: each.section for each in self.sections for name in each.ids}

    @cached_property
    def _entries(self) -> dict[str, tuple[Definition, str]]:
        return {name: entry for each in self.sections for name, entry in each.entries.items()}

    def definitions(self, section: str) -> dict[str, Definition]:
        """The glossary entries in other sections than this one."""
        return {name: each for name, (each, _) in self._entries.items() if self.homes[name] != section}

    def taken(self, own: Own) -> tuple[tuple[str, ...], ...]:
        """What a page depends on: its links with their sections, and the entries of its glossary words."""
        entries = [name for name in own.links if name in self._entries]
        deeper = _targets(self._entries[name][0].meaning for name in entries)
        homes = tuple(f"{self.homes.get(name)}#{name}" for name in (*own.links, *deeper))
        return homes, tuple(self._entries[name][1] for name in entries)
