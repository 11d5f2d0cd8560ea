"""Every text of a guide that readers may see, each with its place in the source."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any

from pydantic import BaseModel

from studyguide import markdown
from studyguide.guide import cited
from studyguide.guide.info import Allowance, Gate
from studyguide.guide.model import Guide, Path_, Place, nearest
from studyguide.guide.walk import items, roles
from studyguide.support import images, safe_files, svg

_SILENT = {"identifier", "language", "licence", "citation_style", "theme", "paper", "kind", "alt"}
"""Fields that are not printed as words; the alternative text of a picture is only read out."""
_POINTERS = {"ref", "key", "id", "work", "picture"}
"""Roles of fields that point to something."""
_UNSEEN_OF_SOURCES = {"id", "type", "abstract", "annote", "keyword", "language", "note", "references"}
"""Fields of a source that no style prints."""
_UNSEEN = re.compile(r"!\[[^\[\]]*\]|\]\([^\s)]*")
"""Parts of Markdown that are not printed: alternative texts of pictures, and targets of links."""


@dataclass(frozen=True)
class PrintedText:
    """A text, the place where it begins, and whether it is Markdown."""

    place: Place
    text: str
    is_block: bool | None = None
    """True for Markdown of paragraphs, False for one run of Markdown, None for plain text."""

    @property
    def words(self) -> str:
        """The words that are printed."""
        return self.text if self.is_block is None else markdown.printed(self.text, block=self.is_block)

    @property
    def source(self) -> str:
        """The text as written in its file, with spaces in place of parts that are not printed."""
        if self.is_block is None:
            return self.place.source
        return _UNSEEN.sub(lambda unseen: " " * len(unseen[0]), self.place.source)


def texts(guide: Guide) -> Iterator[PrintedText]:
    """The texts of guide.yaml and of the chapters."""
    return chain.from_iterable(each for _, each in by_file(guide))


def by_file(guide: Guide) -> Iterator[tuple[str, tuple[PrintedText, ...]]]:
    """The same file by file: a key of `Guide.places`, and its texts, which are the same object until it changes."""
    for sheet, model in (("guide.yaml", guide.info), *((chapter.id, chapter) for chapter in guide.chapters)):
        places = guide.places[sheet]
        yield sheet, guide.keep(("printed texts", sheet), (model, places), partial(_texts, model, places))


def _texts(model: BaseModel, places: Mapping[Path_, Place]) -> tuple[PrintedText, ...]:
    """The texts of one file."""
    parts = [(path, part) for path, part in items(model) if not isinstance(part, Allowance | Gate)]
    found = ((path, *field) for path, part in parts for field in _fields(part))
    return tuple(PrintedText(nearest(places, (*path, *at)), text, kind) for path, at, text, kind in found)


def sources(guide: Guide) -> Iterator[PrintedText]:
    """The texts of the sources that are cited, and of those of the works, which are listed without a citation."""
    keys = cited_keys(guide)
    for number, source in enumerate(guide.sources):
        if source["id"] in keys:
            shown = {name: value for name, value in source.items() if name not in _UNSEEN_OF_SOURCES}
            for path, text in _strings(shown, (number,)):
                yield PrintedText(nearest(guide.places["sources.yaml"], path), text)


def cited_keys(guide: Guide) -> set[str]:
    """The keys of the sources that are cited, and of those of the works."""
    return cited.cited(guide) | {key for work in guide.info.works for key in work.sources}


def drawings(guide: Guide) -> Iterator[PrintedText]:
    """The words in the SVG pictures that the guide shows."""
    for name in sorted(_pictures(guide)):
        if images.refusal(guide.folder, name) is None:  # an unusable picture is not opened here
            data = safe_files.read(guide.folder, name, images.MAX_SIZE)
            yield from (PrintedText(Place(name, line, column, text), text) for line, column, text in svg.words(data))


def _fields(part: BaseModel) -> Iterator[tuple[Path_, str, bool | None]]:
    """The printed texts of one part: path inside it, text, and kind as in `Printed`."""
    for name, field in type(part).model_fields.items():
        role = roles(type(part))[name]
        if name not in _SILENT and (role is None or role.name not in _POINTERS):
            kind = role.name == "prose" if role and role.name in {"inline", "prose"} else None
            value = getattr(part, name)
            found = _strings(value, (field.alias or name,)) if isinstance(value, str | tuple | dict) else ()
            yield from ((path, text, kind) for path, text in found)


def _strings(value: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
    """Every string in a value of texts, lists and mappings, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _strings(each, (*path, str(key)))
    elif isinstance(value, list | tuple):
        for number, each in enumerate(value):
            yield from _strings(each, (*path, number))


def _pictures(guide: Guide) -> set[str]:
    keep = guide.keep
    in_texts = {
        name
        for sheet, found in by_file(guide)
        for name in keep(("pictures in", sheet), (found,), partial(_pictures_in, found))
    }
    return in_texts | {name for name in cited.images(guide) if name.lower().endswith(".svg")}


def _pictures_in(texts: Iterable[PrintedText]) -> frozenset[str]:
    found = (each for each in texts if each.is_block is not None and ".svg" in each.text.lower())
    references = (each for text in found for each in markdown.references(text.text, block=bool(text.is_block)))
    found_images = (each.target for each in references if each.kind == "image")
    return frozenset(target for target in found_images if target.lower().endswith(".svg"))
