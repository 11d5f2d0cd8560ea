"""Messages to authors about values of the wrong type, by pydantic's error types; pydantic's own words are not used."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from studyguide.guide.model import Path_, Place
from studyguide.guide.partial import broken_rules, partial
from studyguide.guide.questions.refusals import FIELDS
from studyguide.guide.wanted_values import WANTED, choice, fields, former
from studyguide.guide.yaml_messages import HYPHEN, SIGN_OF_ENTRY, UNSEEN, unseen
from studyguide.guide.yaml_reader import Tree
from studyguide.support.errors import MAX_NAMES, Problem, meant, suggestion

_Some = TypeVar("_Some", bound=BaseModel)
_BUILT_IN = frozenset(get_args(ErrorType))
_FIELDS = {
    "answer_not_an_option": "answer",
    "options_alike": "options",
    "short_without_answer": "type",
    **FIELDS,
    "groups_twice": "groups",
    "score_above_scale": "score",
    "high_below_low": "high",
    "translated_twice": "translations",
    "dispute_without_claims": "status",
    "claims_without_dispute": "claims",
    "claim_without_check": "conforms_to",
    "report_without_claim": "report",
}
"""For each of our errors about a model as a whole, the field to point at, if it is there."""

_TEXT_HINTS: Mapping[type, str] = {
    list: " Write it without '- '. If the text begins with '[', put it between quotes.",
    dict: " If the text begins with '{' or has a colon, put it between quotes.",
}
"""What to do about a list or a group of keys in place of a text."""

EXPLAINED = {"Question": "questions.sets.questions", "Source": "sources"}
"""For each model with too many keys for a message, what `studyguide explain` explains them by."""


def validated(model: type[_Some], tree: Tree, value: Any, path: Path_ = ()) -> _Some | None:
    """The value at `path` of a tree as a `model`; None, and problems in the tree, if it does not fit."""
    if () not in tree.places or (value is None and not tree.whole):  # nothing was read, which is a problem already
        return None
    try:
        return model.model_validate(value)
    except ValidationError as error:
        tree.problems += problems(error, model, tree, path)
    return None


def read(model: type[_Some], tree: Tree, value: Any, path: Path_ = ()) -> _Some:
    """The same; if there are problems, a model of the right parts of the value (see `partial`)."""
    sound = validated(model, tree, value, path)
    if sound is not None:
        return sound
    made = partial(model, value)
    if () in tree.places:
        tree.problems += _of_rules(made, tree, path)
    return made


def problems(error: ValidationError, model: type[BaseModel], tree: Tree, base: Path_ = ()) -> Iterator[Problem]:
    """The problems of the value at `base` of `tree` as a `model`.

    A place with a problem gets no second one. A missing field is not a problem if part of the file was left out, or if
    another message suggests that a misspelt key is this field.
    """
    refused = {(problem.line, problem.column) for problem in tree.problems}
    every = error.errors(include_url=False)
    misspelt = {found for details in every for found in _misspelt(details, model)}
    for details in every:
        place = _place(details, tree, base)
        missing = details["type"] == "missing" and (not tree.whole or details["loc"] in misspelt)
        if not missing and (place.line, place.column) not in refused and not _is_echo(details):
            yield Problem(place.file, place.line, place.column, _message(details, model))


def _of_rules(made: BaseModel, tree: Tree, base: Path_) -> Iterator[Problem]:
    """Problems that pydantic did not look for, because another field of the same item is wrong."""
    told = {(problem.line, problem.column) for problem in tree.problems}
    for path, error in broken_rules(made):
        place = _nearest((*base, *path, _FIELDS.get(error.type, "")), tree)
        if (place.line, place.column) not in told:
            yield Problem(place.file, place.line, place.column, _sentence(error.message()))


def found(value: Any) -> str:
    """A short description of the value that the author wrote: ``'twenty'``, ``a list``."""
    if not value:
        return "an empty list" if value == [] else "empty"
    if isinstance(value, Mapping):
        return "a group of keys"
    if isinstance(value, str):
        text = " ".join(value.split())
        return f"'{text[:60]}…'" if text[60:] else f"'{text}'"
    return "a list"


def _misspelt(details: ErrorDetails, model: type[BaseModel]) -> Iterator[tuple[str | int, ...]]:
    """The path of the key that an unknown key was probably meant to be."""
    if details["type"] == "extra_forbidden":
        *around, name = details["loc"]
        around_it = _model_at(model, around)
        found = former(around_it).get(str(name)) or meant(str(name), fields(around_it))
        if found and " " not in str(name):  # a key with a space gets no suggestion
            yield (*around, found)


def _is_echo(details: ErrorDetails) -> bool:
    """Whether a list counts as too short only because its entries are wrong, which is a problem of its own."""
    return details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]


def _place(details: ErrorDetails, tree: Tree, base: Path_) -> Place:
    """The place of the key if the key is wrong; or of the value; or of the nearest value around it."""
    path: Path_ = (*base, *details["loc"])
    if path and path[-1] == "[key]":
        return tree.keys[path[:-1]]
    if details["type"] == "extra_forbidden":
        return tree.keys[path]
    return _nearest((*path, _FIELDS.get(details["type"], "")), tree)


def _nearest(path: Path_, tree: Tree) -> Place:
    """The place of a value, or of the nearest value around it."""
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
        return _key(details)
    if kind == "extra_forbidden":
        around = _model_at(model, loc[:-1])
        return (
            _former(f"The key '{loc[-1]}'")
            if loc[-1] in former(around)
            else _no_key(str(loc[-1]), around, details["input"])
        )
    if _is_former(details, model):
        return _former(f"'{loc[-1]}: {details['input']}'")
    return _misfit(details, model)


def _is_former(details: ErrorDetails, model: type[BaseModel]) -> bool:
    """Whether a value is one of an earlier version."""
    loc = details["loc"]
    return bool(loc) and f"{loc[-1]}: {details['input']}" in former(_model_at(model, loc[:-1]))


def _former(what: str) -> str:
    return f"{what} is of an earlier version. Run `studyguide upgrade` on this guide's folder."


def _sentence(message: str) -> str:
    return message[:1].upper() + message[1:] + "."


def _no_key(name: str, around: type[BaseModel], value: Any) -> str:
    if UNSEEN.search(name):
        return f"There is no key '{name}' here. {unseen(name)}"
    if SIGN_OF_ENTRY.match(name):
        return f"There is no key '{name}' here. {HYPHEN}"
    names = fields(around)
    of_text = "If it is part of a text that has a comma: put all of the text between quotes."
    if " " in name:
        return f"There is no key '{name}'. {of_text}"
    begin = f"There is no key '{name}' here. "
    if meant(name, names):
        return begin + suggestion(name, names)
    begin += f"{of_text} " if value is None else ""
    if len(names) > MAX_NAMES and around.__name__ in EXPLAINED:
        return f"{begin}`studyguide explain {EXPLAINED[around.__name__]}` lists those there are."
    return begin + suggestion(name, names)


def _key(details: ErrorDetails) -> str:
    """A message about a key that authors choose, such as the id of a work."""
    context = details.get("ctx", {})
    if "expected" in context:
        return f"There is no key '{details['input']}' here. {choice({**context, 'value': details['input']})}"
    wanted = WANTED[details["type"]]({**context, "value": details["input"]})
    return f"A key here is {found(details['input'])}; expected {wanted}. Write it before the ':', or take the line out."


def _misfit(details: ErrorDetails, model: type[BaseModel]) -> str:
    kind, value, name = details["type"], details["input"], _name(details["loc"])
    wanted = WANTED[kind]({**details.get("ctx", {}), "value": value, "model": _model_at(model, details["loc"])})
    if kind in {"enum", "literal_error"} and isinstance(value, str):
        return f"{name} is {found(value)}, which is not one of its values. {wanted}{_hint(value)}"
    hint = _TEXT_HINTS.get(type(value), "") if kind == "string_type" and value else _hint(value)
    return f"{name} is {found(value)}; expected {wanted}.{hint}"


def _hint(value: Any) -> str:
    """Another possible cause: the value is empty, or has an invisible character or curly quotation marks."""
    if value in (None, ""):
        return " Write it, or take the key out."
    if isinstance(value, str) and UNSEEN.search(value):
        return f" {unseen(value)}"
    if isinstance(value, str) and value[0] in "“”„‘‚«»‹›":
        return " Curly quotation marks are part of a value: take them away, or write ' or \" for them."
    return ""


def _name(loc: Sequence[str | int]) -> str:
    """``'title'`` or ``entry 2 of 'steps'``, from the path of a value."""
    if loc and isinstance(loc[-1], int):
        return f"Entry {loc[-1] + 1} of {_name(loc[:-1])}" if len(loc) > 1 else f"Entry {loc[-1] + 1}"
    return f"'{loc[-1]}'" if loc and loc[-1] else "This"


def _model_at(model: type[BaseModel], loc: Sequence[str | int]) -> type[BaseModel]:
    """The model for the value at `loc`, or for the nearest value around it."""
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
