"""Field words: what an author may write in a field, in plain words, read from the types of the content model."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from studyguide.guide.items import Claim, Credit, Event, Item, Task
from studyguide.guide.media import Media
from studyguide.guide.text_types import Role

SHARED = (Item, Task, Claim, Credit, Event, Media)
"""The types that several kinds of chapter use."""
ROLES = {
    "plain": "plain text",
    "inline": "line",
    "prose": "text",
    "ref": "known id",
    "key": "source key",
    "id": "id",
    "work": "work id",
    "address": "web address",
    "picture": "image file",
}
"""What each role of a text is called; docs/fields.md explains the words."""
SIMPLE = {bool: "yes or no", date: "date", str: "plain text"}
_BOUNDS = ("ge", "gt", "le", "min_length", "max_length")


def name(model: type[BaseModel]) -> str:
    """``Box office`` for ``BoxOffice``."""
    return re.sub(r"(?<=[a-z])([A-Z])", lambda found: f" {found[1].lower()}", model.__name__)


def kind(field: FieldInfo, of_model: Callable[[type[BaseModel]], str]) -> str:
    """A field's type, such as ``list of lines`` or ``whole number, 1 to 60``; `of_model` names a type of items."""
    return _words(field.annotation, field.metadata, of_model)


def needed(field: FieldInfo) -> str:
    """``yes``, ``no``, or ``no`` with the value that a missing field has."""
    if field.is_required():
        return "yes"
    value = field.default
    if value is None or value in ((), {}) or isinstance(value, BaseModel):
        return "no"
    return f"no: `{str(value).lower() if isinstance(value, bool) else value}`"


def limits(field: FieldInfo) -> str:
    """How long a text or a list may be: ``at most 400 characters``, ``at least 2 entries``; empty without limits."""
    is_list = any(get_origin(part) in {tuple, dict} for part in (field.annotation, *get_args(field.annotation)))
    bounds = _bounds(field.metadata)
    if not is_list:
        bounds = _bounds(_inner_metadata(field.annotation)) | bounds
    unit = ("entry", "entries") if is_list else ("character", "characters")
    low, high = bounds.get("min_length", 0), bounds.get("max_length")
    least = f"at least {_count(low, unit)}" if low > (not is_list) else ""
    return ", ".join(filter(None, (least, f"at most {_count(high, unit)}" if high else "")))


def models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The types of items that an annotation has in it."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models(part)


def _words(annotation: Any, metadata: Any, of_model: Callable[[type[BaseModel]], str]) -> str:
    if annotated := getattr(annotation, "__metadata__", None):
        return _words(annotation.__origin__, (*metadata, *annotated), of_model)
    if role := next((mark.name for mark in metadata if isinstance(mark, Role)), None):
        return ROLES[role]
    arguments = [part for part in get_args(annotation) if part is not type(None)]
    if get_origin(annotation) is tuple:
        return _list(_words(arguments[0], (), of_model))
    if get_origin(annotation) is dict:
        return f"keys ({_words(arguments[0], (), of_model)}), each with: {_words(arguments[1], (), of_model)}"
    if get_origin(annotation) is Literal:
        return _choice(arguments)
    return _words(arguments[0], metadata, of_model) if arguments else _simple(annotation, metadata, of_model)


def _list(word: str) -> str:
    return f"list of {word}s" if word in ROLES.values() else f"list of: {word}"


def _choice(values: Iterable[object]) -> str:
    return "one of " + ", ".join(f"`{value}`" for value in values)


def _simple(kind: Any, metadata: Any, of_model: Callable[[type[BaseModel]], str]) -> str:
    """A type or nothing in words."""
    if issubclass(kind, StrEnum):
        return _choice(kind)
    if issubclass(kind, BaseModel):
        return of_model(kind)
    if kind in SIMPLE:
        return SIMPLE[kind]
    bounds = _bounds(metadata)
    low = f"{bounds['ge']:,} " if "ge" in bounds else f"above {bounds['gt']:,} " if "gt" in bounds else ""
    high = f"to {bounds['le']:,}" if "le" in bounds else "or more" if low.strip().isdigit() else ""
    return ", ".join(filter(None, ("whole number" if kind is int else "number", (low + high).strip())))


def _bounds(metadata: Any) -> dict[str, Any]:
    """The bounds in a field's metadata, by their names."""
    found: dict[str, Any] = {}
    for mark in metadata:
        for each in mark.metadata if isinstance(mark, FieldInfo) else (mark,):
            found |= {bound: value for bound in _BOUNDS if (value := getattr(each, bound, None)) is not None}
    return found


def _inner_metadata(annotation: Any) -> Iterator[Any]:
    """The metadata of the types inside an optional type, the innermost first."""
    for part in get_args(annotation):
        yield from _inner_metadata(part)
    yield from getattr(annotation, "__metadata__", ())


def _count(number: int, unit: tuple[str, str]) -> str:
    return f"{number:,} {unit[0] if number == 1 else unit[1]}"
