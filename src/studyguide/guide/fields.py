"""Fields: what authors may write in each type of the content model, in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from studyguide.guide import field_words, json_schema
from studyguide.guide.items import Model
from studyguide.guide.model import Chapter

_FILE_NAME = "id"
"""The field of a chapter that is its file's name, which authors do not write."""


@dataclass(frozen=True)
class Field:
    """A field of a type of items, a chapter or another file."""

    key: str
    """Its key in a file."""
    kind: str
    """What to write, such as ``list of: scene``."""
    limits: str
    """How long it may be, such as ``at most 400 characters``."""
    needed: str
    """``yes``, ``no``, or ``no`` with the value that a missing field has."""
    about: str
    """Its description, on one line."""
    inside: tuple[type[Model], ...]
    """The types of items in it."""


def fields(model: type[Model]) -> Iterator[Field]:
    """The fields of a type that authors write, in the order of the source."""
    about = json_schema.descriptions(model)
    for name, info in model.model_fields.items():
        if not (issubclass(model, Chapter) and name == _FILE_NAME):
            yield Field(
                info.alias or name,
                field_words.kind(info, lambda other: field_words.name(other).lower()),
                field_words.limits(info),
                field_words.needed(info),
                plain(about.get(name, "")),
                tuple(cast("type[Model]", part) for part in field_words.models(info.annotation)),
            )


def summary(model: type[Model]) -> str:
    """The first paragraph of what a type says of itself."""
    return plain((model.__doc__ or "").strip().partition("\n\n")[0])


def plain(text: str) -> str:
    """A docstring on one line, with code as in Markdown."""
    return " ".join(text.replace("``", "`").split())
