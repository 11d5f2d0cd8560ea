"""The page docs/fields.md, made from the content model: a table of fields for each type that authors fill in."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from studyguide.guide import json_schema
from studyguide.guide.chapters import KINDS
from studyguide.guide.info import GuideInfo
from studyguide.guide.items import Claim, Credit, Event, Item, Model, Task
from studyguide.guide.media import Media
from studyguide.guide.model import Chapter
from studyguide.guide.sources import Source
from studyguide.guide.text_types import Role

HEAD = """\
# Every field

What each file of a guide may contain. [Writing a guide](writing.md) explains how to use it.
`studyguide schema plot` prints the same as a JSON Schema.

This page is made from the content model. Change a field's description in `src/studyguide/guide/`, then run
`pytest tests/guide/test_field_reference.py --accept`.

## What the words mean

| word | what to write |
| --- | --- |
| plain text | words without markup, at most 400 characters |
| line | one paragraph with inline Markdown, at most 4,000 characters |
| text | paragraphs, lists, tables and footnotes in Markdown, at most 200,000 characters |
| id | a name of your own: a-z, 0-9 and hyphens, beginning with a letter, at most 60 characters |
| known id | the id of an item or a chapter in the guide |
| work id | the id of one of the `works` in guide.yaml |
| source key | the `id` of a source in sources.yaml |
| web address | an address that begins with https:// (`url` in guide.yaml also with http://), at most 400 characters |
| date | a day, such as 2026-11-23 |

A field with a value after “no” has that value if you leave it out.
"""
SHARED = (Item, Task, Claim, Credit, Event, Media)
"""The types that several kinds of chapter use, each shown once."""
ROLES = {
    "plain": "plain text",
    "inline": "line",
    "prose": "text",
    "ref": "known id",
    "key": "source key",
    "id": "id",
    "work": "work id",
    "address": "web address",
}
SIMPLE = {bool: "yes or no", date: "date", str: "plain text"}


def page() -> str:
    """The whole page."""
    shown = set(SHARED)
    parts = [HEAD, *_file("guide.yaml", GuideInfo, shown), *_file("sources.yaml", Source, shown, "A list of sources.")]
    parts.append("## Every chapter\n\n" + _section(Chapter))
    parts.append("## Shared parts\n\nSeveral kinds of chapter are made of these.")
    parts += [_titled(shared) for shared in SHARED]
    for name, kind in KINDS.items():
        parts += _file(name, kind, shown)
    return re.sub(r"\n{3,}", "\n\n", "\n\n".join(parts)) + "\n"


def _file(name: str, model: type[BaseModel], shown: set[type[BaseModel]], note: str = "") -> Iterator[str]:
    """What one file may hold: its own fields, then the types in them that are not `shown` yet."""
    yield "\n\n".join(filter(None, (f"## {name}", note, _section(model))))
    for part in _parts(model):
        if part not in shown:
            shown.add(part)
            yield _titled(part)


def _titled(model: type[BaseModel]) -> str:
    return f"### {_name(model)}\n\n{_section(model)}"


def _section(model: type[BaseModel]) -> str:
    """What a type is, which fields it inherits, and a table of its own."""
    doc = _plain((model.__doc__ or "").strip().partition("\n\n")[0])
    base = next(base for base in (Task, Item, Chapter, Model) if issubclass(model, base) and base is not model)
    inherited = "" if base is Model else f"It also has the fields of [{_inherited(base)}](#{_anchor(base)})."
    own = {name: field for name, field in model.model_fields.items() if _is_own(name, model, base)}
    return "\n\n".join(filter(None, (" ".join(filter(None, (doc, inherited))), _table(model, own))))


def _is_own(name: str, model: type[BaseModel], base: type[BaseModel]) -> bool:
    """Whether a field is new here, or says something else than in `base`."""
    if issubclass(model, Chapter) and name == "id":  # the file's name
        return False
    before = base.model_fields.get(name)
    field = model.model_fields[name]
    if before is None:
        return True
    changed = (field.annotation, field.default) != (before.annotation, before.default)
    return changed and not (name == "kind" and issubclass(model, Chapter))


def _inherited(base: type[BaseModel]) -> str:
    return "every chapter" if base is Chapter else f"every {_name(base).lower()}"


def _anchor(model: type[BaseModel]) -> str:
    return "every-chapter" if model is Chapter else _name(model).lower().replace(" ", "-")


def _table(model: type[BaseModel], fields: dict[str, FieldInfo]) -> str:
    """The fields as rows; those that have no description follow in one paragraph for each type."""
    described = json_schema._descriptions(model)  # noqa: SLF001 (what the schemas say of a field)
    rows, rest = [], {}
    for name, field in fields.items():
        kind, key = _words(field.annotation, field.metadata), f"`{field.alias or name}`"
        if name in described:
            rows.append(f"| {key} | {kind} | {_needed(field)} | {_plain(described[name])} |")
        else:
            rest.setdefault(kind, []).append(key)
    head = ["| field | type | needed | meaning |", "| --- | --- | --- | --- |"] if rows else []
    lists = [f"\nThese are optional ({kind}): {', '.join(keys)}." for kind, keys in rest.items()]
    return "\n".join([*head, *rows, *lists])


def _needed(field: FieldInfo) -> str:
    if field.is_required():
        return "yes"
    value = field.default
    if value is None or value in ((), {}) or isinstance(value, BaseModel):
        return "no"
    return f"no: `{str(value).lower() if isinstance(value, bool) else value}`"


def _words(annotation: Any, metadata: Any = ()) -> str:
    """A type in plain words, such as ``list of lines`` or ``whole number, 1 to 60``."""
    if annotated := getattr(annotation, "__metadata__", None):
        return _words(annotation.__origin__, (*metadata, *annotated))
    if role := next((mark.name for mark in metadata if isinstance(mark, Role)), None):
        return ROLES[role]
    arguments = [part for part in get_args(annotation) if part is not type(None)]
    if get_origin(annotation) is tuple:
        return _list(_words(arguments[0]))
    if get_origin(annotation) is dict:
        return f"keys ({_words(arguments[0])}), each with: {_words(arguments[1])}"
    if get_origin(annotation) is Literal:
        return _choice(arguments)
    return _words(arguments[0], metadata) if arguments else _simple(annotation, metadata)  # a type or nothing


def _list(word: str) -> str:
    return f"list of {word}s" if word in ROLES.values() else f"list of: {word}"


def _choice(values: Iterable[object]) -> str:
    return "one of " + ", ".join(f"`{value}`" for value in values)


def _simple(kind: type, metadata: Any) -> str:
    if issubclass(kind, StrEnum):
        return _choice(kind)
    if issubclass(kind, BaseModel):
        return f"[{_name(kind).lower()}](#{_anchor(kind)})"
    if kind in SIMPLE:
        return SIMPLE[kind]
    bounds = _flat(metadata)
    low = f"{bounds['ge']:,} " if "ge" in bounds else f"above {bounds['gt']:,} " if "gt" in bounds else ""
    high = f"to {bounds['le']:,}" if "le" in bounds else "or more" if low.strip().isdigit() else ""
    return ", ".join(filter(None, ("whole number" if kind is int else "number", (low + high).strip())))


def _flat(metadata: Any) -> dict[str, Any]:
    """The bounds in a field's metadata, by their names."""
    found = {}
    for mark in metadata:
        for each in mark.metadata if isinstance(mark, FieldInfo) else (mark,):
            found |= {name: getattr(each, name) for name in ("ge", "gt", "le") if hasattr(each, name)}
    return found


def _parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The types inside a model, in the order of writing."""
    for field in model.model_fields.values():
        for part in _models(field.annotation):
            yield part
            yield from _parts(part)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def _name(model: type[BaseModel]) -> str:
    """``Box office`` for ``BoxOffice``."""
    return re.sub(r"(?<=[a-z])([A-Z])", lambda found: f" {found[1].lower()}", model.__name__)


def _plain(text: str) -> str:
    """A docstring as Markdown on one line, fit for a cell of a table."""
    return " ".join(text.replace("``", "`").split()).replace("|", "\\|")
