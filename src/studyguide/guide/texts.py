"""What a guide's texts refer to, and everything they can refer to, each with its place."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from studyguide import markdown
from studyguide.guide.model import Guide, Path_, Place
from studyguide.guide.source_places import Seeker, written
from studyguide.guide.text_types import Role
from studyguide.guide.walk import items, strings
from studyguide.markdown import Passage, Reference

_Result = TypeVar("_Result")
_SELDOM = r"^[ \t>*+-]*(?:```|~~~)[^\n]|^(?:[ \t]*[-*+>]){10}|(?:[*_][^*_]*){20}"
"""Fences with words, and where there may be more marks in one another than `markdown.losses.MOST_NESTED`."""
_MARKED = re.compile(rf"[\[<#|]|://|^(?: {{4}}|\t|[ \t]*(?:[-*+>][ \t]+)*\d+[.)])|{_SELDOM}", re.MULTILINE)
"""What a text has that leads elsewhere or can be lost."""


@dataclass(frozen=True)
class Text:
    """A passage of the guide, and the place where the field that holds it begins."""

    sheet: str
    """A key of `Guide.places`."""
    path: Path_
    start: Place
    passage: Passage

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[Place, re.Match[str]]]:
        """What is found in its words, each with its place."""
        return ((self.place_at(match.start(), match[0]), match) for match in pattern.finditer(self.passage.words))

    def place_at(self, offset: int = 0, words: str = "") -> Place:
        """Where `words` stand that begin so many characters into the passage; if in doubt, where it begins."""
        said = self.passage.words
        sought = (words or said[offset : offset + 20]).partition(markdown.HIDDEN)[0].strip()
        return written(self.start, self.passage.line, sought, bisect_right(_ends(said, sought), offset))


@dataclass(frozen=True)
class Findings:
    """A guide as seen by the rules of `check`; computed once, when first asked for."""

    guide: Guide
    more_ids: frozenset[str]
    """Ids in chapters that could not be read."""
    more_keys: frozenset[str]
    """Keys of sources that could not be read."""
    all_ids: bool = True
    """False if there may be other ids, in a chapter of which nothing could be read."""
    all_keys: bool = True
    """False if nothing of the sources could be read."""

    @cached_property
    def _made(self) -> dict[Callable[[Guide], Any], Any]:
        return {}

    def once(self, make: Callable[[Guide], _Result]) -> _Result:
        """What a function makes of the guide, for all rules that ask."""
        if make not in self._made:
            self._made[make] = make(self.guide)
        result: _Result = self._made[make]
        return result

    @cached_property
    def named(self) -> tuple[tuple[str, Place, type[object]], ...]:
        """Every chapter's and item's id, where it stands, and the class of what has it."""
        parts = [(chapter.id, *found) for chapter in self.guide.chapters for found in items(chapter)]
        found = [(getattr(part, "id", None), self.place(key, (*path, "id")), type(part)) for key, path, part in parts]
        return tuple((name, place, kind) for name, place, kind in found if name)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Whatever a cross reference may point to."""
        return frozenset(name for name, _, _ in self.named) | self.more_ids

    @cached_property
    def keys(self) -> frozenset[str]:
        """Whatever a citation may name."""
        return frozenset(str(source["id"]) for source in self.guide.sources) | self.more_keys

    @cached_property
    def references(self) -> tuple[tuple[Place, Reference], ...]:
        """Every link, image, citation and footnote mark without a text, and what would be printed otherwise."""
        return tuple(self._references())

    @cached_property
    def passages(self) -> tuple[Text, ...]:
        """Every paragraph, heading, item and note of the guide, titles included."""
        return tuple(self._passages())

    def fields(self, role: str) -> Iterator[tuple[Place, str]]:
        """Every value of the fields with a role, such as ``ref``."""
        return ((self.place(key, path), text) for key, path, found, text in self._texts if found.name == role)

    def pointers(self, role: str) -> Iterator[tuple[Place, Role, str]]:
        """The same with the role itself, which says what may be pointed to."""
        found = ((key, path, each, text) for key, path, each, text in self._texts if each.name == role)
        return ((self.place(key, path), each, text) for key, path, each, text in found)

    @property
    def listed(self) -> Iterator[tuple[str, Path_, str]]:
        """Every entry of a list of ids or keys: its sheet, its path and what it names."""
        pointing = ((key, path, text) for key, path, role, text in self._texts if role.name in {"ref", "key"})
        return ((key, path, text) for key, path, text in pointing if isinstance(path[-1], int))

    def place(self, key: str, path: Path_) -> Place:
        """Where a value of a sheet (a key of `Guide.places`) stands; if it is a default, what is around it."""
        places = self.guide.places[key]
        while path not in places:
            path = path[:-1]
        return places[path]

    @cached_property
    def _texts(self) -> tuple[tuple[str, Path_, Role, str], ...]:
        sheets = (("guide.yaml", self.guide.info), *((chapter.id, chapter) for chapter in self.guide.chapters))
        return tuple((key, *found) for key, sheet in sheets for found in strings(sheet))

    def _passages(self) -> Iterator[Text]:
        for sheet, path, text in _titles(self.guide):
            yield Text(sheet, path, self.place(sheet, path), Passage("title", 0, " ".join(text.split())))
        for sheet, path, role, text in self._texts:
            if role.name in {"inline", "prose"}:
                start = self.place(sheet, path)
                found = markdown.passages(text, block=role.name == "prose")
                yield from (Text(sheet, path, start, passage) for passage in found)

    def _references(self) -> Iterator[tuple[Place, Reference]]:
        for key, path, role, text in self._texts:
            if role.name in {"inline", "prose"} and _MARKED.search(text):  # parsing takes time
                start = self.place(key, path)
                found = markdown.references(text, block=role.name == "prose")
                seeker = Seeker(start)
                yield from ((seeker.place(reference), reference) for reference in found)


@lru_cache(maxsize=64)
def _ends(said: str, words: str) -> tuple[int, ...]:
    """Where words end in what is said, from left to right."""
    return tuple(match.end() for match in re.finditer(re.escape(words), said)) if words else ()


def _titles(guide: Guide) -> Iterator[tuple[str, Path_, str]]:
    """The texts without markup that are printed: sheet, path and words."""
    for name in ("title", "subtitle", "description", "rights"):
        if text := getattr(guide.info, name):
            yield "guide.yaml", (name,), text
    for chapter in guide.chapters:
        yield chapter.id, ("title",), chapter.title
