"""Partial: a model of the right parts of a faulty value, so that `check` can go on with it.

Positions in lists are those of the file, so every remaining value keeps its place.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from studyguide.guide.info import Gate
from studyguide.guide.items import Spoiler
from studyguide.guide.model import Path_
from studyguide.guide.walk import items, roles
from studyguide.support.errors import meant

M = TypeVar("M", bound=BaseModel)

_CONFIG = ConfigDict(str_strip_whitespace=True, allow_inf_nan=False)
_IN_DOUBT: Mapping[str, Mapping[str, Any]] = {
    "spoiler": {"spoiler": Spoiler.ENDING},
    "reveals": {"reveals": Spoiler.ENDING},
    "audience": {"reveals": Spoiler.ENDING},
    "answers": {"answers": "none"},
    "chapters": {"chapters": ("",)},
}
"""Fields that decide who may read something, and their values if they are wrong. These values pass every gate, so
that one mistake is not reported as many spoilers."""


_EMPTY: Mapping[Any, Any] = {str: "", int: 0, float: 0.0, bool: False}
"""What stands for a required text, number or truth value that was not read: code that adds, compares or joins such
values goes on without a look at each. No rule of the model runs then (`broken_rules`)."""


def partial(model: type[M], value: Any) -> M:
    """A `model` of the right parts of `value`; the rest is a default, an empty text or list, 0, False or None."""
    try:
        return model.model_validate(value)
    except ValidationError:
        given = value if isinstance(value, Mapping) else {}
    read: dict[str, Any] = {}
    doubtful = {name for key in given for name in (_misspelt(model, key),) if name}
    for name, field in model.model_fields.items():
        key = field.alias or name
        read[name], is_right = _read(model, name, given[key]) if key in given else (_nothing(field), True)
        doubtful |= set() if is_right else {name}
    for name in doubtful & _IN_DOUBT.keys():
        read |= {key: taken for key, taken in _IN_DOUBT[name].items() if key in read}
    if model is Gate and "level" in doubtful:
        read["words"] = ()
    return model.model_construct(_fields_set=read.keys() - doubtful - _missing(model, given), **read)


def broken_rules(made: BaseModel) -> Iterator[tuple[Path_, PydanticCustomError]]:
    """Errors of model validators, with their paths, if all the fields that a validator reads are right.

    Pydantic runs model validators only when all fields are right.
    """
    for path, part in items(made):
        for rule in type(part).__pydantic_decorators__.model_validators.values():
            if rule.info.mode == "after" and _read_by(rule.func, type(part)) <= part.model_fields_set:
                try:
                    rule.func(part)
                except PydanticCustomError as error:
                    yield path, error


def _read_by(rule: Any, model: type[BaseModel]) -> set[str]:
    """The fields that a validator reads, also in functions inside it; all fields if it computes their names."""
    codes = [rule.__code__]
    for code in codes:
        codes += [each for each in code.co_consts if hasattr(each, "co_names")]
    names = {name for code in codes for name in code.co_names}
    return {*model.model_fields} if "getattr" in names else names & {*model.model_fields}


def _missing(model: type[BaseModel], given: Mapping[str, Any]) -> set[str]:
    fields = model.model_fields.items()
    return {name for name, field in fields if field.is_required() and (field.alias or name) not in given}


def _misspelt(model: type[BaseModel], key: str) -> str | None:
    """The field that an unknown key was probably meant to be."""
    names = {field.alias or name: name for name, field in model.model_fields.items()}
    return None if key in names else names.get(meant(key, names) or "")


def _read(model: type[BaseModel], name: str, value: Any) -> tuple[Any, bool]:
    """The right parts of a field's value, and whether all of it is right."""
    field = model.model_fields[name]
    try:
        return _adapter(model, name).validate_python(value), True
    except ValidationError:
        return _partly(model, name, value, _nothing(field)), False


def _partly(model: type[BaseModel], name: str, value: Any, nothing: Any) -> Any:
    """The right parts of a faulty value; `nothing` if they are of no use."""
    annotation = model.model_fields[name].annotation
    inside = next(_models(annotation), None)
    if entry := next(_entries(annotation), None):
        each_of = value if isinstance(value, list) else ()
        return tuple(partial(inside, each) if inside else _entry(model, name, entry, each) for each in each_of)
    if isinstance(value, Mapping) and inside:
        return partial(inside, value)
    if isinstance(value, Mapping) and isinstance(nothing, dict):
        return {key: each for key, each in value.items() if _fits(_adapter(model, name), {key: each})}
    return value if isinstance(value, str) and _is_id(model, name) else nothing


def _entry(model: type[BaseModel], name: str, annotation: Any, value: Any) -> Any:
    """An entry of a list; if it is wrong, an empty text, which all rules skip."""
    adapter = _adapter_of(annotation)
    if _fits(adapter, value):
        return adapter.validate_python(value)
    return value if isinstance(value, str) and _is_id(model, name) else ""


def _fits(adapter: TypeAdapter[Any], value: Any) -> bool:
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True


def _is_id(model: type[BaseModel], name: str) -> bool:
    """Whether a field holds ids: an id with a wrong letter is still a name that others may point to."""
    role = roles(model)[name]
    return role is not None and role.name == "id"


def _nothing(field: FieldInfo) -> Any:
    """The value of a field that was not read."""
    if not field.is_required():
        return field.get_default(call_default_factory=True)
    if any(_entries(field.annotation)):
        return ()
    if get_origin(field.annotation) is dict:
        return {}
    return _EMPTY.get(field.annotation)


def _entries(annotation: Any) -> Iterator[Any]:
    """The types of a list's entries, if an annotation allows a list."""
    if get_origin(annotation) is tuple:
        yield get_args(annotation)[0]
    elif get_origin(annotation) is not dict:
        for part in get_args(annotation):
            yield from _entries(part)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


@lru_cache(maxsize=1_000)
def _adapter(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    field = model.model_fields[name]
    return _adapter_of(Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation)


def _adapter_of(annotation: Any) -> TypeAdapter[Any]:
    is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    return TypeAdapter(annotation, config=None if is_model else _CONFIG)
