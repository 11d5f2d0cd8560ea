"""What an author reads when a value does not fit its type: pydantic's errors by their type, never its English."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from studyguide.errors import Problem, suggestion
from studyguide.model import Path_, Place, figure
from studyguide.partial import broken_rules, partial
from studyguide.strict_yaml import Tree
from studyguide.yaml_words import UNSEEN, unseen

_Some = TypeVar("_Some", bound=BaseModel)
_LIST = "write each entry on a line of its own, indented and after '- '"
_BUILT_IN = frozenset(get_args(ErrorType))
_FIELDS = {
    "answer_not_an_option": "answer",
    "options_without_choice": "options",
    "options_alike": "options",
    "short_without_answer": "type",
    "score_above_scale": "score",
    "high_below_low": "high",
    "dispute_without_claims": "status",
    "claims_without_dispute": "claims",
    "claim_without_check": "conforms_to",
    "report_without_claim": "report",
}
"""Our own errors on a whole model: the field to point at, if it is there."""

_PATTERNS = {  # beginning of a pattern: what is expected, and an example
    "^[a-z][a-z0-9]*": "small letters (a-z), digits and single hyphens, beginning with a letter",
    "^urn:": "a URN such as 'urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6'",
    "^[a-z]{2,3}": "a language code such as 'en-GB' or 'fr'",
    "^EPUB Accessibility": "a standard such as 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA'",
    "^https://": "an address that begins with 'https://', such as 'https://example.org/page'",
    "^https?://": "an address that begins with 'https://' or 'http://', such as 'https://example.org/page'",
    "^(https?|ftp)://": "an address that begins with 'https://' or 'http://', such as 'https://example.org/page'",
    r"^\w[\w:+-]*": "letters, digits and the signs - _ : . + without spaces, beginning with a letter or a digit",
}


def validated(model: type[_Some], tree: Tree, value: Any, path: Path_ = ()) -> _Some | None:
    """The value at `path` of a tree as a `model`; None, and problems in the tree, if it does not fit."""
    if () not in tree.places:
        return None
    try:
        return model.model_validate(value)
    except ValidationError as error:
        tree.problems += problems(error, model, tree, path)
    return None


def read(model: type[_Some], tree: Tree, value: Any, path: Path_ = ()) -> _Some:
    """The same, or, with these problems, what is right in the value; see `partial`."""
    sound = validated(model, tree, value, path)
    if sound is not None:
        return sound
    made = partial(model, value)
    if () in tree.places:
        tree.problems += _of_rules(made, tree, path)
    return made


def problems(error: ValidationError, model: type[BaseModel], tree: Tree, base: Path_ = ()) -> Iterator[Problem]:
    """What is wrong with the value at `base` of `tree`, which should have become a `model`.

    Nothing is said of a place that was refused already, nor of what is missing where something was left out.
    """
    refused = {(problem.line, problem.column) for problem in tree.problems}
    for details in error.errors(include_url=False):
        place = _place(details, tree, base)
        known = (place.line, place.column) in refused or (details["type"] == "missing" and not tree.whole)
        if not known and not _is_echo(details):
            yield Problem(place.file, place.line, place.column, _message(details, model))


def _of_rules(made: BaseModel, tree: Tree, base: Path_) -> Iterator[Problem]:
    """What pydantic did not come to, because something else in the same item is wrong."""
    told = {(problem.line, problem.column) for problem in tree.problems}
    for path, error in broken_rules(made):
        place = _nearest((*base, *path, _FIELDS.get(error.type, "")), tree)
        if (place.line, place.column) not in told:
            yield Problem(place.file, place.line, place.column, _sentence(error.message()))


def fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys that authors may write in a model."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def slug(text: str) -> str:
    """A text in the letters that an id may have."""
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")


def found(value: Any) -> str:
    """What an author wrote, in a few words: ``'twenty'``, ``a list``."""
    if not value:
        return "an empty list" if value == [] else "empty"
    if isinstance(value, Mapping):
        return "a group of keys"
    if isinstance(value, str):
        text = " ".join(value.split())
        return f"'{text[:60]}…'" if text[60:] else f"'{text}'"
    return "a list"


def _is_echo(details: ErrorDetails) -> bool:
    """Whether a list is called too short only because its entries, which are named, do not count."""
    return details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]


def _place(details: ErrorDetails, tree: Tree, base: Path_) -> Place:
    """The key if the key is wrong, else the value, else what is around it."""
    path: Path_ = (*base, *details["loc"])
    if path and path[-1] == "[key]":
        return tree.keys[path[:-1]]
    if details["type"] == "extra_forbidden":
        return tree.keys[path]
    return _nearest((*path, _FIELDS.get(details["type"], "")), tree)


def _nearest(path: Path_, tree: Tree) -> Place:
    """The place of a value, or of what is around it."""
    while path not in tree.places:
        path = path[:-1]
    return tree.places[path]


def _message(details: ErrorDetails, model: type[BaseModel]) -> str:
    kind, loc = details["type"], details["loc"]
    if kind not in _BUILT_IN:
        return _sentence(details["msg"])
    if kind == "missing":
        return f"The key '{loc[-1]}' is missing here. Add it: {loc[-1]}: ..."
    if loc[-1:] == ("[key]",):
        return f"There is no key '{details['input']}' here. {_choice({**details['ctx'], 'value': details['input']})}"
    if kind == "extra_forbidden":
        return _no_key(str(loc[-1]), fields(_model_at(model, loc[:-1])))
    return _misfit(details, model)


def _sentence(message: str) -> str:
    return message[:1].upper() + message[1:] + "."


def _no_key(name: str, names: Sequence[str]) -> str:
    if UNSEEN.search(name):
        return f"There is no key '{name}' here. {unseen(name)}"
    if " " in name:
        return (
            f"There is no key '{name}'. If it is part of a text that has a comma: put all of the text between quotes."
        )
    return f"There is no key '{name}' here. {suggestion(name, names)}"


def _misfit(details: ErrorDetails, model: type[BaseModel]) -> str:
    kind, value, name = details["type"], details["input"], _name(details["loc"])
    wanted = WANTED[kind]({**details.get("ctx", {}), "value": value, "model": _model_at(model, details["loc"])})
    if kind in {"enum", "literal_error"} and isinstance(value, str):
        return f"{name} is {found(value)}, which is not one of its values. {wanted}{_hint(value)}"
    return f"{name} is {found(value)}; expected {wanted}.{_hint(value)}"


def _hint(value: Any) -> str:
    """What else may be wrong with a value: nothing is there, or something that cannot be seen, or curly quotes are."""
    if value in (None, ""):
        return " Write it, or take the key out."
    if isinstance(value, str) and UNSEEN.search(value):
        return f" {unseen(value)}"
    if isinstance(value, str) and value[0] in "“”„‘‚«»‹›":
        return " Curly quotation marks are part of a value: take them away, or write ' or \" for them."
    return ""


def _name(loc: Sequence[str | int]) -> str:
    """``'title'`` or ``entry 2 of 'steps'``, from the way to a value."""
    if loc and isinstance(loc[-1], int):
        return f"Entry {loc[-1] + 1} of {_name(loc[:-1])}" if len(loc) > 1 else f"Entry {loc[-1] + 1}"
    return f"'{loc[-1]}'" if loc else "This"


def _model_at(model: type[BaseModel], loc: Sequence[str | int]) -> type[BaseModel]:
    """The model that the value at `loc` should become, or the nearest one around it."""
    for key in loc:
        by_key = {field.alias or name: field for name, field in model.model_fields.items()}
        if isinstance(key, str) and key in by_key:
            model = next(_models(by_key[key].annotation), model)
    return model


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def _choice(context: Mapping[str, Any]) -> str:
    names = re.findall(r"'([^']*)'", context["expected"])
    value = context["value"]
    return suggestion(value, names) if isinstance(value, str) else f"one of: {', '.join(sorted(names))}"


def _pattern(context: Mapping[str, Any]) -> str:
    pattern = context["pattern"]
    words = next(words for start, words in reversed(_PATTERNS.items()) if pattern.startswith(start))
    if not pattern.startswith("^[a-z][a-z0-9]*"):
        return words
    name = slug(context["value"])
    return f"{words}, such as '{name if name[:1].isalpha() else 'scene-1'}'"


def _short(context: Mapping[str, Any]) -> str:
    return f"at least {context['min_length']} entr{'y' if context['min_length'] == 1 else 'ies'}: {_LIST}"


def _long_text(context: Mapping[str, Any]) -> str:
    return f"at most {context['max_length']:,} characters, and this has {len(context['value']):,}: shorten it"


def _keys(context: Mapping[str, Any]) -> str:
    return f"keys with values, indented under it: {', '.join(fields(context['model']))}"


def _says(words: str) -> Callable[[Mapping[str, Any]], str]:
    return words.format_map


_TEXT = _says("text")
_INT = _says("a whole number in digits")
_FLOAT = _says("a number such as 7.5")
_BOOL = _says("true or false")
_DATE = _says("a day written as year-month-day, such as 2026-11-23")
_TUPLE = _says(f"a list: {_LIST}")

WANTED: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "string_type": _TEXT,
    "string_too_short": _TEXT,
    "string_too_long": _long_text,
    "string_pattern_mismatch": _pattern,
    "int_type": _INT,
    "int_parsing": _INT,
    "int_parsing_size": _says("a smaller number"),
    "float_type": _FLOAT,
    "float_parsing": _FLOAT,
    "finite_number": _FLOAT,
    "bool_type": _BOOL,
    "bool_parsing": _BOOL,
    "date_type": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "greater_than": lambda context: f"a number above {figure(context['gt'])}",
    "greater_than_equal": lambda context: f"{figure(context['ge'])} or more",
    "less_than_equal": lambda context: f"{figure(context['le'])} or less",
    "enum": _choice,
    "literal_error": _choice,
    "tuple_type": _TUPLE,
    "too_short": _short,
    "too_long": _says("at most {max_length} entries, and this has {actual_length}"),
    "model_type": _keys,
    "dict_type": _says("keys with values, indented under it"),
}
"""For each type of error that our models can raise: what was expected."""
