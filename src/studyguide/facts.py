"""Facts: what a guide states and where it has that from, item by item and sentence by sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from studyguide import markdown
from studyguide.findings import Findings, written
from studyguide.model import Chapter, Claim, Guide, Item, Path_, Place
from studyguide.walk import items, role_of, strings

_BLOCKS = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)")
_SENTENCES = re.compile(r"(?<=[.!?…\]])[’”)*_]*\s+(?=[\w‘“*_(])")
_NOTES = re.compile(r"\^\[((?:[^\[\]]|\[[^\]]*\])*)\]")
_DEEP = 3
"""Steps of the path to a text in a part of a part; a text of its own is a field, or has a place in its list."""
_MARKER = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+|\s*\[\^[^\]]+\]:\s*")


@dataclass(frozen=True)
class Fact:
    """Something stated, in plain text, and what it rests on."""

    id: str | None
    """The item's, if it has one."""
    chapter: str
    place: Place
    statement: str
    status: str
    claims: tuple[Claim, ...]
    sources: tuple[str, ...]
    seen: date | None


def facts(guide: Guide) -> Iterator[Fact]:
    """Every item that has sources or should have them, and every sentence that cites, in the order of writing."""
    findings = Findings(guide, frozenset(), frozenset())
    for chapter in guide.chapters:
        for path, part in items(chapter):
            if isinstance(part, Item) and (fact := _fact(findings, chapter, path, part)):
                yield fact
            yield from _sentences(findings, chapter, path, part)


def stated(part: BaseModel) -> str | None:
    """The first of the fields that make it a statement of facts, if any of them is filled in."""
    return next((name for name in getattr(part, "sourced", ()) if getattr(part, name) not in (None, (), "")), None)


def value(item: Item) -> str:
    """What two places that share a `fact` must say alike: the first field that states something, in plain text."""
    name = stated(item)
    return _plain(getattr(item, name)) if name else statement(item)


def statement(item: Item) -> str:
    """What an item says in its short fields, such as ``Director: Mark Romanek``."""
    parts = [said for name in type(item).model_fields if name not in Item.model_fields for said in _said(item, name)]
    return ": ".join([*parts[:1], "; ".join(parts[1:])]) if parts[1:] else "".join(parts)


def cites(part: BaseModel) -> Iterator[str]:
    """The keys that a part's own texts cite, without those of the parts in it."""
    for text in own_texts(part).values():
        yield from keys(text)


def own_texts(part: BaseModel) -> dict[Path_, str]:
    """The texts of a part, without those of the parts in it, by their paths."""
    own = ((path, role, text) for path, role, text in strings(part) if all(isinstance(step, int) for step in path[1:2]))
    return {path: text for path, role, text in own if role.name in {"inline", "prose"} and len(path) < _DEEP}


def keys(text: str) -> tuple[str, ...]:
    """The keys that a text cites."""
    found = markdown.references(text, block=True) if "[@" in text else ()
    return tuple(reference.target for reference in found if reference.kind == "cite")


def sentences(text: str) -> Iterator[str]:
    """The sentences of a Markdown text, and after each block those of the notes in it."""
    for block in _BLOCKS.split(text):
        notes = _NOTES.findall(block)
        for part in (_MARKER.sub("", _NOTES.sub("", block), count=1), *notes):
            yield from (sentence.strip() for sentence in _SENTENCES.split(part) if sentence.strip())


def _fact(findings: Findings, chapter: Chapter, path: Path_, item: Item) -> Fact | None:
    due = chapter.factual and stated(item)
    if not (due or item.sources or item.claims or item.seen):
        return None
    sources = tuple(dict.fromkeys((*inherited(chapter, path), *item.sources, *cites(item))))
    place = findings.place(chapter.id, path)
    return Fact(item.id, chapter.id, place, statement(item), item.status, item.claims, sources, item.seen)


def inherited(chapter: Chapter, path: Path_) -> Iterator[str]:
    """The sources of the items around the one at `path`."""
    for above, part in items(chapter):
        if isinstance(part, Item) and above != path and path[: len(above)] == above:
            yield from part.sources


def _sentences(findings: Findings, chapter: Chapter, path: Path_, part: BaseModel) -> Iterator[Fact]:
    for field, text in own_texts(part).items():
        for sentence in sentences(text) if "[@" in text else ():
            if found := keys(sentence):
                words = markdown.plain(sentence)
                place = written(findings.place(chapter.id, (*path, *field)), 0, words[:20], 0)
                status = getattr(part, "status", "confirmed")
                name = getattr(part, "id", None)
                yield Fact(name, chapter.id, place, words, status, (), tuple(dict.fromkeys(found)), None)


def _said(item: Item, name: str) -> Iterator[str]:
    """A field in plain text: running text is left out, numbers and choices are named."""
    role, found = role_of(type(item).model_fields[name]), getattr(item, name)
    if found in (None, ()):
        return
    if role is not None and role.name == "inline":
        yield _plain(found)
    elif role is None and isinstance(found, str | int | float) and not isinstance(found, bool):
        yield f"{name.replace('_', ' ')} {_plain(found)}"


def _plain(found: Any) -> str:
    if isinstance(found, tuple):
        return ", ".join(map(_plain, found))
    return markdown.plain(found) if isinstance(found, str) else f"{found:g}"
