"""Statements: the facts that parts of a chapter state in their own texts, by sentence, and their citations."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from studyguide import markdown
from studyguide.guide.items import Item, Task
from studyguide.guide.model import Path_
from studyguide.guide.text_types import figure
from studyguide.guide.walk import around, items, roles, strings
from studyguide.languages import punctuation
from studyguide.languages.labels import Labels
from studyguide.languages.sentences import blocks, split, without_marker, without_notes

_DEEP = 3
"""The length of the path to a text in a nested part; a part's own text is a field, or an entry of a list field."""


def stated(part: BaseModel) -> str | None:
    """The first field that states a fact, if one is filled in."""
    return next((name for name in getattr(part, "sourced", ()) if getattr(part, name) not in (None, (), {}, "")), None)


def value(item: Item) -> str:
    """The value that must be equal in places with the same `fact`: the first field that states one, in plain text."""
    name = stated(item)
    return _plain(getattr(item, name)) if name else statement(item)


def line(sheet: BaseModel, path: Path_, item: Item, labels: Labels) -> str | None:
    """The statement of the item at `path` in a line of Markdown; sums get the currency of the item around them."""
    said = item.statement(labels)
    units = [part.currency for _, part in around(sheet, path) if hasattr(part, "currency")]
    return f"{said} {punctuation.of(labels.language).bracketed(units[-1])}" if said and units else said


def statement(item: Item) -> str:
    """The short fields of an item, in plain text."""
    names = (name for name in type(item).model_fields if name not in Task.model_fields)
    parts = [said for name in names for said in _said(item, name)]
    return ": ".join([*parts[:1], "; ".join(parts[1:])]) if parts[1:] else "".join(parts)


def cites(part: BaseModel) -> Iterator[str]:
    """The keys that a part's own texts cite, without those of the parts in it."""
    for text in own_texts(part).values():
        yield from keys(text)


def own_texts(part: BaseModel) -> dict[Path_, str]:
    """The texts of a part, without those of the parts in it, by their paths."""
    inside = {path for path, _ in items(part) if path}
    own = ((path, role, text) for path, role, text in strings(part) if not {path[:1], path[:2]} & inside)
    return {path: text for path, role, text in own if role.name in {"inline", "prose"} and len(path) < _DEEP}


def keys(text: str) -> tuple[str, ...]:
    """The keys that a text cites."""
    found = markdown.references(text, block=True) if "[@" in text else ()
    return tuple(reference.target for reference in found if reference.kind == "cite")


def sentences(text: str, language: str = "en") -> Iterator[str]:
    """The sentences of a Markdown text, and after each block those of the notes in it."""
    for block in blocks(text)[::2]:
        kept, notes = without_notes(without_marker(block)[1])
        for part in (kept, *notes):
            yield from split(part, language)


def inherited(sheet: BaseModel, path: Path_) -> Iterator[str]:
    """The sources of the items around the one at `path`."""
    for above, part in around(sheet, path):
        if isinstance(part, Item) and above != path:
            yield from part.sources


def _said(item: Item, name: str) -> Iterator[str]:
    """A field in plain text: running text is left out, numbers and choices are named."""
    role, found = roles(type(item))[name], getattr(item, name)
    if found in (None, (), {}):
        return
    if role is not None and role.name == "inline":
        yield _plain(found)
    elif (
        (role is None or role.name == "plain") and isinstance(found, str | int | float) and not isinstance(found, bool)
    ):
        said = str(found) if isinstance(found, str) or name == "year" else figure(found)
        yield f"{name.replace('_', ' ')} {said}"


def _plain(found: Any) -> str:
    if isinstance(found, tuple | dict):
        return ", ".join(map(_plain, found.values() if isinstance(found, dict) else found))
    return markdown.plain(found) if isinstance(found, str) else figure(found)
