"""Walk: every part and every text of a chapter, each with its path."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from studyguide.guide.model import Path_
from studyguide.guide.text_types import Role

_Found = tuple[Path_, Role, str]


def items(model: BaseModel, path: Path_ = ()) -> Iterator[tuple[Path_, BaseModel]]:
    """The model itself and every model inside it, in the order of the file, with their paths."""
    yield path, model
    for name, key in holders(type(model)):
        value = getattr(model, name)
        if isinstance(value, BaseModel):
            yield from items(value, (*path, key))
        elif isinstance(value, tuple):
            for number, part in enumerate(value):
                if isinstance(part, BaseModel):
                    yield from items(part, (*path, key, number))


def around(model: BaseModel, path: Path_) -> Iterator[tuple[Path_, BaseModel]]:
    """The models along a path, as `items` yields them: the model itself, then each one in it, the innermost last."""
    yield (), model
    found: Any = model
    for depth, step in enumerate(path, start=1):
        if isinstance(found, BaseModel):
            names = {field.alias or name: name for name, field in type(found).model_fields.items()}
            found = getattr(found, names[str(step)], None) if str(step) in names else None
        else:
            found = found[step] if isinstance(found, tuple) and isinstance(step, int) and step < len(found) else None
        if isinstance(found, BaseModel):
            yield path[:depth], found


def named(model: BaseModel) -> Iterator[tuple[Path_, str, BaseModel]]:
    """Each model in the same order that has an id: its path, its id and itself."""
    found = ((path, getattr(part, "id", None), part) for path, part in items(model))
    return ((path, name, part) for path, name, part in found if name)


def strings(model: BaseModel) -> Iterator[tuple[Path_, Role, str]]:
    """Every string in the model, at any depth, that has a role, with its path."""
    for path, part in items(model):
        for name, key, as_declared in _texts(type(part)):
            value = getattr(part, name)
            if not value:
                continue
            role = _settled(as_declared, part)
            if isinstance(value, str):
                yield (*path, key), role, value
            elif isinstance(value, tuple):
                yield from (((*path, key, number), role, text) for number, text in enumerate(value) if text)
            elif isinstance(value, dict):
                yield from _of_mapping((*path, key), role, _role_of_keys(type(part), name), value)


def _settled(role: Role, part: BaseModel) -> Role:
    """The role of a text in one model: whether it is exact may depend on another field."""
    return replace(role, exact=True) if any(getattr(part, name) for name in role.exact_with) else role


def _of_mapping(path: Path_, role: Role, of_keys: Role | None, value: Mapping[str, str]) -> Iterator[_Found]:
    """The keys of a mapping that name something, such as works, and its texts."""
    for key, text in value.items():
        if of_keys:
            yield (*path, key), of_keys, key
        if text:
            yield (*path, key), role, text


@cache
def _role_of_keys(kind: type[BaseModel], name: str) -> Role | None:
    annotation = kind.model_fields[name].annotation
    mapping = next((part for part in (annotation, *get_args(annotation)) if get_origin(part) is dict), None)
    return _role(get_args(mapping)[0], []) if mapping else None


@cache
def holders(kind: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that can hold other models: the name and the key of each. Cached as `roles` are."""
    fields = kind.model_fields.items()
    return tuple((name, field.alias or name) for name, field in fields if _holds_models(field.annotation))


def _holds_models(annotation: Any) -> bool:
    inside = get_args(annotation)
    if inside and get_origin(annotation) is not Literal:
        return any(map(_holds_models, inside))
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


@cache
def _texts(kind: type[BaseModel]) -> tuple[tuple[str, str, Role], ...]:
    """The fields of a model whose texts have a role: the name, the key and the role of each."""
    found = ((name, field.alias or name, roles(kind)[name]) for name, field in kind.model_fields.items())
    return tuple((name, key, role) for name, key, role in found if role)


@cache
def roles(kind: type[BaseModel]) -> Mapping[str, Role | None]:
    """For each field of a model, the role of its texts. Cached, because reading annotations is slow."""
    return {name: _role(field.annotation, field.metadata) for name, field in kind.model_fields.items()}


def _role(annotation: Any, metadata: list[Any]) -> Role | None:
    """The `Role` in an annotation: ``Inline``, ``Inline | None``, ``tuple[Inline, ...]``, ``dict[WorkId, Inline]``."""
    if get_origin(annotation) is dict:
        return _role(get_args(annotation)[1], [])
    for mark in (*metadata, *getattr(annotation, "__metadata__", ())):
        if isinstance(mark, Role):
            return mark
    found = (_role(part, []) for part in getattr(annotation, "__args__", ()) if part is not annotation)
    return next((role for role in found if role), None)
