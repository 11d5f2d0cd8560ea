"""The page docs/fields.md, made from the content model: a table of fields for each type that authors fill in."""

import re
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from studyguide.guide import field_words, json_schema
from studyguide.guide.chapters import KINDS
from studyguide.guide.field_words import SHARED
from studyguide.guide.info import GuideInfo
from studyguide.guide.items import Item, Model, Task
from studyguide.guide.model import Chapter
from studyguide.guide.sources import Source

HEAD = """\
# Every field

What each file of a guide may contain. [Writing a guide](writing.md) explains how to use it.
`studyguide explain plot` prints a page of it with an example, and `studyguide schema plot` a JSON Schema.

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
| image file | the name of a PNG, a JPEG or an SVG in the folder images, such as images/lamp.png |
| date | a day, such as 2026-11-23 |

A field with a value after “no” has that value if you leave it out.
"""


@cache
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
    return f"### {field_words.name(model)}\n\n{_section(model)}"


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
    return "every chapter" if base is Chapter else f"every {field_words.name(base).lower()}"


def _anchor(model: type[BaseModel]) -> str:
    return "every-chapter" if model is Chapter else field_words.name(model).lower().replace(" ", "-")


def _table(model: type[BaseModel], fields: dict[str, FieldInfo]) -> str:
    """The fields as rows; those that have no description follow in one paragraph for each type."""
    described = json_schema.descriptions(model)
    rows, rest = [], {}
    for name, field in fields.items():
        kind, key = field_words.kind(field, _link), f"`{field.alias or name}`"
        if name in described:
            rows.append(f"| {key} | {kind} | {field_words.needed(field)} | {_plain(described[name])} |")
        else:
            rest.setdefault(kind, []).append(key)
    head = ["| field | type | needed | meaning |", "| --- | --- | --- | --- |"] if rows else []
    lists = [f"\nThese are optional ({kind}): {', '.join(keys)}." for kind, keys in rest.items()]
    return "\n".join([*head, *rows, *lists])


def _link(model: type[BaseModel]) -> str:
    return f"[{field_words.name(model).lower()}](#{_anchor(model)})"


def _parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The types inside a model, in the order of writing."""
    for field in model.model_fields.values():
        for part in field_words.models(field.annotation):
            yield part
            yield from _parts(part)


def _plain(text: str) -> str:
    """A docstring as Markdown on one line, fit for a cell of a table."""
    return " ".join(text.replace("``", "`").split()).replace("|", "\\|")
