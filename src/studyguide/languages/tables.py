"""Tables of labels: a file ``<tag>.yaml`` beside this module for each language, and for each region that differs.

The labels of ``pt-BR`` are those of ``pt-BR.yaml``, which has only what differs, and of ``pt.yaml``, which has all. For
``zh-TW`` they are those of ``zh-Hant.yaml``, which has all. A language without a file has those of ``en.yaml``, as
`English`. Only these files are read, because each takes 10 ms.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from studyguide.support import han_script

Form = str | Mapping[str, "Form"]
"""A text, or texts by the word that chooses between them."""

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""The plural categories of CLDR."""

MODEL = "en"
"""The language that has every label; the others follow it."""

_FOLDER = Path(__file__).parent
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class English(str):
    """A text of a label in English, in a guide in a language that lacks it."""

    __slots__ = ()


class Table(Mapping[str, Form]):
    """Labels by key: some of its own, and the others of another table, whose forms join its own."""

    def __init__(self, own: Mapping[str, Form], rest: Mapping[str, Form]) -> None:
        self._own, self._rest = own, rest

    def __getitem__(self, key: str) -> Form:
        rest = self._rest[key]
        return joined(rest, self._own[key]) if key in self._own else rest

    def __iter__(self) -> Iterator[str]:
        return iter(self._rest)

    def __len__(self) -> int:
        return len(self._rest)


@cache
def table(language: str = MODEL) -> Mapping[str, Form]:
    """The labels of a language or region; those of a language without a table are `English`."""
    if language in full():
        return own_labels(language)
    above = _above(language)
    if language in shipped():
        return Table(own_labels(language), table(above))
    return table(above) if above else _in_english()


@cache
def own_labels(tag: str) -> Mapping[str, Form]:
    """The labels in the file of a tag. The file is ours, and is tested, so it needs no strict reader."""
    found: Mapping[str, Form] = yaml.load((_FOLDER / f"{tag}.yaml").read_bytes(), _LOADER)  # noqa: S506 (a safe loader)
    return found


def text(tag: str = MODEL) -> str:
    """The file of a tag, as it is written."""
    return (_FOLDER / f"{tag}.yaml").read_text("utf-8")


@cache
def shipped() -> tuple[str, ...]:
    """The tags of all files, sorted."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.yaml")))


def joined(ours: Form, own: Any) -> Form:
    """An own text or own forms in place of a label; forms that are missing, or are not texts, stay as they were.

    English plurals do not stay beside an own form ``other``, which serves every number.
    """
    if isinstance(own, str):
        return own
    if isinstance(ours, str) or not isinstance(own, Mapping):
        return ours
    theirs = {name: joined(ours.get(name, ours.get("other", "")), form) for name, form in own.items()}
    is_done = isinstance(theirs.get("other"), str) and {*ours} <= {*CATEGORIES} and _is_english(ours)
    return theirs if is_done else {**ours, **theirs}


@cache
def full() -> tuple[str, ...]:
    """The tags of the files that have every label."""
    return tuple(tag for tag in shipped() if "-" not in tag or tag == han_script.TRADITIONAL)


def is_shipped(language: str) -> bool:
    """Whether the labels of a language are in a file, if not in one of its region."""
    return language.partition("-")[0] in shipped()


def _above(language: str) -> str:
    """The tag whose labels a language has where it has none of its own; empty for English."""
    if han_script.is_traditional(language):
        return han_script.TRADITIONAL
    return language.rpartition("-")[0]


@cache
def _in_english() -> Mapping[str, Form]:
    return {key: _marked(form) for key, form in own_labels(MODEL).items()}


def _is_english(form: Mapping[str, Form]) -> bool:
    return all(isinstance(each, English) for each in form.values())


def _marked(form: Form) -> Form:
    return English(form) if isinstance(form, str) else {name: _marked(each) for name, each in form.items()}
