"""The references in a guide's texts, and their possible targets, each with its place."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from studyguide import markdown
from studyguide.guide.info import GuideInfo
from studyguide.guide.model import Chapter, Guide, Path_, Place, nearest
from studyguide.guide.pictures import Picture
from studyguide.guide.source_places import Seeker, written
from studyguide.guide.text_types import Role
from studyguide.guide.walk import around, named, strings
from studyguide.markdown import Passage, Reference

_Result = TypeVar("_Result")
_SELDOM = r"^[ \t>*+-]*(?:```|~~~)[^\n]|^(?:[ \t]*[-*+>]){10}|(?:[*_][^*_]*){20}"
"""Fences with words, and where there may be more marks in one another than `markdown.losses.MOST_NESTED`."""
_MARKED = re.compile(rf"[\[<#|]|://|^(?: {{4}}|\t|[ \t]*(?:[-*+>][ \t]+)*\d+[.)])|{_SELDOM}", re.MULTILINE)
"""Markup of links and images, and of text that can be lost."""


@dataclass(frozen=True)
class Text:
    """A passage of the guide, and the place where its field begins."""

    sheet: str
    """A key of `Guide.places`."""
    path: Path_
    start: Place
    passage: Passage
    exact: bool = False
    """Whether it has the exact words of a source."""

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[Place, re.Match[str]]]:
        """Every match in its words, with its place."""
        return ((self.place_at(match.start(), match[0]), match) for match in pattern.finditer(self.passage.words))

    def place_at(self, offset: int = 0, words: str = "") -> Place:
        """The place of `words` at `offset` characters into the passage; if in doubt, where the passage begins."""
        said = self.passage.words
        sought = (words or said[offset : offset + 20]).partition(markdown.HIDDEN)[0].strip()
        return written(self.start, self.passage.line, sought, bisect_right(_ends(said, sought), offset))


@dataclass(frozen=True)
class SheetTexts:
    """The texts of one file of a guide; nothing in it depends on other files."""

    sheet: str
    """A key of `Guide.places`."""
    model: GuideInfo | Chapter
    places: Mapping[Path_, Place]

    def place(self, path: Path_) -> Place:
        """The place of a value; of a default, the place of the nearest value around it."""
        return nearest(self.places, path)

    @cached_property
    def named(self) -> tuple[tuple[str, Place, type[object]], ...]:
        """The id of the chapter and of each item, with its place and the class that has it."""
        found = named(self.model) if isinstance(self.model, Chapter) else ()
        return tuple((name, self.place((*path, "id")), type(part)) for path, name, part in found)

    @cached_property
    def texts(self) -> tuple[tuple[Path_, Role, str], ...]:
        """Each text with its path and role."""
        return tuple(strings(self.model))

    @cached_property
    def by_role(self) -> Mapping[str, tuple[tuple[Place, Role, str], ...]]:
        """The texts by the names of their roles, with their places."""
        found: dict[str, list[tuple[Place, Role, str]]] = {}
        for path, role, text in self.texts:
            found.setdefault(role.name, []).append((self.place(path), role, text))
        return {name: tuple(each) for name, each in found.items()}

    @cached_property
    def repeated(self) -> tuple[tuple[Place, str], ...]:
        """Each id or key that is in the same list a second time."""
        found = ((path, text) for path, role, text in self.texts if role.name in {"ref", "key"})
        first: set[tuple[Path_, str]] = set()
        again: list[tuple[Place, str]] = []
        for path, name in found:
            if isinstance(path[-1], int):
                if (path[:-1], name) in first:
                    again.append((self.place(path), name))
                first.add((path[:-1], name))
        return tuple(again)

    @cached_property
    def titles(self) -> tuple[Text, ...]:
        """The texts without markup that are printed."""
        names = ("title",) if isinstance(self.model, Chapter) else ("title", "subtitle", "description", "rights")
        found = [((name,), getattr(self.model, name)) for name in names]
        return tuple(
            Text(self.sheet, path, self.place(path), Passage("title", 0, " ".join(text.split())))
            for path, text in found
            if text
        )

    @property
    def fields(self) -> Iterator[tuple[Path_, markdown.Markup, str]]:
        """The texts that have the titles and passages: the path, the markup and the text of each field."""
        yield from ((title.path, "plain", str(getattr(self.model, str(title.path[0])))) for title in self.titles)
        for path, role, text in self.texts:
            match role.name:
                case "inline" | "prose" as markup:
                    yield path, markup, text

    @cached_property
    def passages(self) -> tuple[Text, ...]:
        """Every paragraph, heading, item and note."""
        return tuple(self._passages())

    @cached_property
    def references(self) -> tuple[tuple[Place, Reference], ...]:
        """Every link, image, citation and footnote mark without a text, and all text that would be lost in print."""
        return tuple(self._references())

    def _passages(self) -> Iterator[Text]:
        for path, role, text in self.texts:
            if role.name in {"inline", "prose"}:
                start = self.place(path)
                found = markdown.passages(text, block=role.name == "prose")
                yield from (Text(self.sheet, path, start, passage, role.exact) for passage in found)

    def _references(self) -> Iterator[tuple[Place, Reference]]:
        for path, role, text in self.texts:
            if role.name in {"inline", "prose"} and _MARKED.search(text):  # parsing takes time
                seeker = Seeker(self.place(path))
                found = markdown.references(text, block=role.name == "prose")
                yield from ((seeker.place(reference), reference) for reference in found)
            elif role.name == "picture":
                picture = next(part for at, part in around(self.model, path[:-1]) if at == path[:-1])
                if isinstance(picture, Picture):
                    yield self.place(path), Reference("picture", text, picture.alt, 0, picture.credit or "")


@dataclass(frozen=True)
class Findings:
    """A guide as the rules of `check` see it: the texts of all its files."""

    guide: Guide
    more_ids: frozenset[str] = frozenset()
    """Ids in chapters that could not be read."""
    more_keys: frozenset[str] = frozenset()
    """Keys of sources that could not be read."""
    all_ids: bool = True
    """False if there may be other ids, in an unreadable chapter."""
    all_keys: bool = True
    """False if the sources are unreadable."""

    def once(self, make: Callable[[Guide], _Result]) -> _Result:
        """The result of a function of the guide, computed once for all rules."""
        guide = self.guide
        return guide.keep(("once", make), (guide.info, guide.chapters), lambda: make(guide))

    @cached_property
    def sheets(self) -> tuple[SheetTexts, ...]:
        """guide.yaml and the chapters."""
        return (self._sheet("guide.yaml", self.guide.info), *(self._sheet(c.id, c) for c in self.guide.chapters))

    @cached_property
    def named(self) -> tuple[tuple[str, Place, type[object]], ...]:
        """Every id of a chapter or item, with its place and the class that has it."""
        return self._joined(lambda sheet: sheet.named)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids that a cross reference may point to."""
        return frozenset(name for name, _, _ in self.named) | self.more_ids

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys that a citation may name."""
        return frozenset(str(source["id"]) for source in self.guide.sources) | self.more_keys

    @cached_property
    def references(self) -> tuple[tuple[Place, Reference], ...]:
        """Every link, image, citation and footnote mark without a text, and all text that would be lost in print."""
        return self._joined(lambda sheet: sheet.references)

    @property
    def images(self) -> Iterator[tuple[Place, Reference]]:
        """Every image that is shown, in a text or in a field of its own (``picture``)."""
        return ((place, each) for place, each in self.references if each.kind in {"image", "picture"})

    @cached_property
    def passages(self) -> tuple[Text, ...]:
        """Every paragraph, heading, item and note of the guide, titles first."""
        return (*self._joined(lambda sheet: sheet.titles), *self._joined(lambda sheet: sheet.passages))

    @property
    def own_passages(self) -> Iterator[Text]:
        """The same without the exact words of sources, which are not the author's to change."""
        return (text for text in self.passages if not text.exact)

    def fields(self, role: str) -> Iterator[tuple[Place, str]]:
        """Every value of the fields with a role, such as ``ref``."""
        return ((place, text) for place, _, text in self.pointers(role))

    def pointers(self, role: str) -> Iterator[tuple[Place, Role, str]]:
        """The same with the role itself, which lists the allowed targets."""
        return (each for sheet in self.sheets for each in sheet.by_role.get(role, ()))

    @property
    def repeated(self) -> Iterator[tuple[Place, str]]:
        """Each id or key that is in the same list a second time."""
        return (each for sheet in self.sheets for each in sheet.repeated)

    def place(self, key: str, path: Path_) -> Place:
        """The place of a value of a sheet (a key of `Guide.places`); of a default, the nearest value around it."""
        return nearest(self.guide.places[key], path)

    def _sheet(self, name: str, model: GuideInfo | Chapter) -> SheetTexts:
        places = self.guide.places[name]
        return self.guide.keep(("texts", name), (model, places), lambda: SheetTexts(name, model, places))

    def _joined(self, part: Callable[[SheetTexts], tuple[_Result, ...]]) -> tuple[_Result, ...]:
        return tuple(each for sheet in self.sheets for each in part(sheet))


@lru_cache(maxsize=64)
def _ends(said: str, words: str) -> tuple[int, ...]:
    """The offsets at which words end in a text, from left to right."""
    return tuple(match.end() for match in re.finditer(re.escape(words), said)) if words else ()
