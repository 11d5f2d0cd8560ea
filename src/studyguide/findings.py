"""Findings: what a guide's texts point to, and what there is to be pointed at, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from studyguide import markdown
from studyguide.markdown import Passage, Reference
from studyguide.model import Guide, Path_, Place, Role
from studyguide.walk import items, strings

_MARKED = re.compile(r"[\[<#|]|://|^(?: {4}|\t|[ \t]*(?:[-*+>][ \t]+)*\d+[.)])", re.MULTILINE)
"""What a text has that leads elsewhere or can be lost."""
_SIGNS = {
    "cite": "@{}",
    "note": "[^{}]",
    "unused note": "[^{}]:",
    "note twice": "[^{}]:",
    "block in note": "[^{}]:",
    "unused definition": "[{}]:",
    "definition twice": "[{}]:",
}


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
        return written(self.start, self.passage.line, sought, said.count(sought, 0, offset))


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
    def ids_with_places(self) -> tuple[tuple[str, Place], ...]:
        """Every chapter's and item's id."""
        parts = [(chapter.id, *found) for chapter in self.guide.chapters for found in items(chapter)]
        found = [(getattr(part, "id", None), self.place(key, (*path, "id"))) for key, path, part in parts]
        return tuple((name, place) for name, place in found if name)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Whatever a cross reference may point to."""
        return frozenset(name for name, _ in self.ids_with_places) | self.more_ids

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
                yield from ((_inside(start, reference), reference) for reference in found)


def _titles(guide: Guide) -> Iterator[tuple[str, Path_, str]]:
    """The texts without markup that are printed: sheet, path and words."""
    for name in ("title", "subtitle", "description", "rights"):
        if text := getattr(guide.info, name):
            yield "guide.yaml", (name,), text
    for chapter in guide.chapters:
        yield chapter.id, ("title",), chapter.title


def written(start: Place, line: int, words: str, earlier: int) -> Place:
    """The place of words in a text that begins at `start`, sought from one of its lines on (counted from 0)."""
    source = start.source
    begin = sum(len(each) + 1 for each in source.split("\n")[:line])
    # Between words there may be a new line and its indentation, or marks of emphasis and links; quotes may be doubled.
    spaced = r"[\s*_\[\]]+".join(map(re.escape, words.split())).replace("'", "''?").replace('"', r"\\?\"")
    found = [*re.finditer(spaced, source[begin:])]
    if not found:
        begin, found = 0, [*re.finditer(spaced, source)]
    if not found:
        return start
    return _moved(start, begin + found[min(earlier, len(found) - 1)].start())


def _moved(start: Place, offset: int) -> Place:
    """The place so many characters after `start` in its source."""
    before = start.source[:offset]
    column = len(before.rpartition("\n")[2]) + (1 if "\n" in before else start.column)
    return Place(start.file, start.line + before.count("\n"), column)


def _inside(start: Place, reference: Reference) -> Place:
    """The place where a text that begins at `start` has the reference, from its line on; else the first."""
    sign = _SIGNS.get(reference.kind, "{}").format(reference.target)
    pattern = re.compile(re.escape(sign) + r"(?![\w-])")
    begin = sum(len(each) + 1 for each in start.source.split("\n")[: reference.line])
    match = pattern.search(start.source, begin) or pattern.search(start.source)
    return _moved(start, match.start()) if match else start  # it may be spelt otherwise, by an escape
