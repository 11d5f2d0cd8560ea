"""Own words: what an author writes under `words` in guide.yaml, judged against the labels that they replace."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard

from studyguide.languages import conventions
from studyguide.languages.labels import CATEGORIES, LETTERS, placeholders
from studyguide.languages.tables import Form, table
from studyguide.support.errors import meant, suggestion

Path_ = tuple[str, ...]

LONGEST = 1_000
"""The most characters in an own text."""
NUMBERED = "page.reference"
"""The label whose only digits are those of a page, which layout replaces."""


@dataclass(frozen=True)
class Fault:
    """What is wrong with a value, and its path below `words`."""

    path: Path_
    message: str


def faults(words: Mapping[str, Any], language: str = "en") -> Iterator[Fault]:
    """The faults of all own words in a language."""
    for key, value in words.items():
        if (ours := table().get(key)) is not None:
            yield from _faults((key,), ours, value)
            if is_plural(ours) and isinstance(value, dict):
                yield from _of_categories(key, value, language)
                yield from _of_numbers(key, ours, value, language)
        else:
            close = meant(key, table())
            remedy = f"Did you mean '{close}'?" if close else f"`studyguide words --language {language}` lists all."
            yield Fault((key,), f"There is no label '{key}'. {remedy}")


def _faults(path: Path_, ours: Form, value: object) -> Iterator[Fault]:
    if isinstance(value, str):
        yield from (Fault(path, message) for message in _of_text(path, ours, value))
    elif not isinstance(value, dict) or not value:
        expected = "a text" if isinstance(ours, str) else f"a text, or texts for {_listed(_names(ours))}"
        yield Fault(path, f"The label '{path[0]}' needs {expected}. Write it, or take the key out.")
    elif isinstance(ours, str):
        yield Fault(path, f"The label '{path[0]}' is one text, without forms. Write only the text.")
    else:
        for name, form in value.items():
            yield from _of_form(path, ours, str(name), form)


def _of_categories(key: str, value: Mapping[Any, object], language: str) -> Iterator[Fault]:
    """The forms for numbers that the language does not have: they are never printed, but another in their place."""
    from studyguide.languages import locales  # late: it loads Babel

    theirs = locales.all_categories(language)
    for name in value:
        if name not in theirs:
            close = meant(str(name), theirs)
            write = f"Write '{close}'" if close else f"Choose one of: {', '.join(locales.categories(language))}"
            yield Fault((key, str(name)), f"The label '{key}' has no form '{name}' in '{language}'. {write}.")


def _of_numbers(key: str, ours: Mapping[str, Form], value: Mapping[Any, object], language: str) -> Iterator[Fault]:
    """The forms without their number although they serve several numbers, such as ``one`` for 21 in Russian."""
    if "n" not in placeholders(ours.get("other", "")):
        return
    for name, text in value.items():
        if name in CATEGORIES[:-1] and isinstance(text, str) and text.strip() and "n" not in placeholders(text):
            from studyguide.languages import locales  # late: it loads Babel

            some = [number for number in locales.numbers(language, name) if number][:2]
            if some[1:]:
                told = f"the form '{name}' is for {some[0]}, {some[1]} and more"
                yield Fault((key, name), f"The label '{key}' lacks {{n}}: {told}. Add it.")


def _of_form(path: Path_, ours: Mapping[str, Form], name: str, value: object) -> Iterator[Fault]:
    known = _names(ours)
    if name in known:
        yield from _faults((*path, name), ours.get(name, ours.get("other", "")), value)
    elif not is_plural(ours):  # of a plural, `_of_categories` judges these
        yield Fault((*path, name), f"The label '{path[0]}' has no form '{name}'. {suggestion(name, known)}")


def _of_text(path: Path_, ours: Form, text: str) -> Iterator[str]:
    label = f"The label '{path[0]}'"
    if not text.strip():
        if path[0] not in conventions.MAY_BE_EMPTY:
            yield f"{label} is empty. Write a text, or take the key out."
        return
    if len(text) > LONGEST:
        yield f"{label} has {len(text):,} characters. Shorten it to {LONGEST:,}."
    needed, allowed, found = _needed(ours), placeholders(ours), placeholders(text)
    if path[-1] in CATEGORIES[:-1]:  # "a mark" is as good as "1 mark"
        needed -= {"n"}
    if unknown := sorted(found - allowed):
        has = f"only {_braced(allowed)}" if allowed else "none"
        yield f"{label} has no placeholder {_braced(unknown)}; it has {has}. Take it out."
    if missing := sorted(needed - found):
        yield f"{label} lacks {_braced(missing)}: the program puts a text or a number there. Add it."
    if path[0] == LETTERS and len({*text}) < max(len(text), len(str(ours))):
        yield f"{label} needs {len(str(ours))} different letters, without spaces. Add some, or take the key out."
    if path[0] == NUMBERED and any(sign.isdigit() for sign in text):
        yield f"{label} may have no digits, which would be mistaken for the page. Take them out."
    for fault in conventions.faults(path[0], text):
        yield f"{label} {fault}. Change it, or take the key out."


def _needed(form: Form) -> frozenset[str]:
    """The placeholders that every text in place of a label must have."""
    if isinstance(form, str):
        return placeholders(form)
    return frozenset.intersection(*map(_needed, form.values()))


def _names(ours: Mapping[str, Form]) -> list[str]:
    """The forms that a label may have: those that it has in English, or every plural category."""
    return list(CATEGORIES) if is_plural(ours) else list(ours)


def is_plural(form: Form) -> TypeGuard[Mapping[str, Form]]:
    """Whether a number chooses between the forms of a label."""
    return not isinstance(form, str) and form.keys() <= {*CATEGORIES}


def _braced(names: list[str] | frozenset[str]) -> str:
    return _listed([f"{{{name}}}" for name in sorted(names)])


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if names[1:] else names[0]


SCHEMAS: dict[str, dict[str, Any]] = {
    "Label": {"type": ["string", "number"], "minLength": 1, "maxLength": LONGEST},
    "CountedLabel": {
        "type": ["string", "number", "object"],
        "minLength": 1,
        "maxLength": LONGEST,
        "properties": {
            name: {"description": f"For numbers of CLDR's category '{name}'.", "$ref": "#/$defs/Label"}
            for name in CATEGORIES
        },
        "additionalProperties": False,
        "minProperties": 1,
    },
}
"""JSON Schemas of a label, and of one whose forms a number chooses."""


def schema() -> dict[str, Any]:
    """The JSON Schema of `words`: every label and its forms, with the English texts; it refers to `SCHEMAS`."""
    properties = {key: _described(form) for key, form in table().items()}
    for key in conventions.MAY_BE_EMPTY:
        properties[key] = {"description": table()[key], "type": "string", "maxLength": LONGEST}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _described(form: Form) -> dict[str, Any]:
    if isinstance(form, str):
        return {"description": form, "$ref": "#/$defs/Label"}
    if is_plural(form):
        return {"description": str(form["other"]), "$ref": "#/$defs/CountedLabel"}
    forms = {name: _described(each) for name, each in form.items()}
    several = {"type": "object", "properties": forms, "additionalProperties": False, "minProperties": 1}
    described = "; ".join(f"{name}: {each}" for name, each in form.items())
    return {"description": described, "anyOf": [{"$ref": "#/$defs/Label"}, several]}
