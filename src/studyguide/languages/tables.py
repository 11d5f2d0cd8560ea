"""Tables of labels: a file ``<tag>.yaml`` beside this module for each language, and for each region that differs.

The labels of ``pt-BR`` are those of ``pt-BR.yaml``, which has only what differs, then of ``pt.yaml``, then of
``en.yaml``. A file is read when a label is not in those before it, so a guide in French reads one file.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

Form = str | Mapping[str, "Form"]
"""A text, or texts by the word that chooses between them."""

MODEL = "en"
"""The language that has every label; the others follow it."""

_FOLDER = Path(__file__).parent
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class English(str):
    """An English text in place of one that a language lacks."""

    __slots__ = ()


class Table(Mapping[str, Form]):
    """Labels by key: some of its own, and the others of another table, which is only asked for what is missing.

    Forms join those of the other table, unless the table is `whole`.
    """

    def __init__(self, own: Mapping[str, Form], rest: Callable[[], Mapping[str, Form]], *, whole: bool = False) -> None:
        self._own, self._rest, self._whole = own, rest, whole

    def __getitem__(self, key: str) -> Form:
        own = self._own.get(key)
        if own is None:
            return self._rest()[key]
        return own if self._whole or isinstance(own, str) else joined(self._rest()[key], own)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rest())

    def __len__(self) -> int:
        return len(self._rest())


@cache
def table(language: str = MODEL) -> Mapping[str, Form]:
    """The labels of a language or region; texts that it lacks are `English`."""
    tag = next(_files(language), None)
    if tag == MODEL:
        return own_labels(MODEL)
    if tag is None:
        return Table({}, _in_english)
    above = tag.rpartition("-")[0]
    rest = (lambda: table(above)) if above else _in_english
    return Table(own_labels(tag), rest, whole=not above)


@cache
def own_labels(tag: str) -> Mapping[str, Form]:
    """The labels in the file of a tag. The file is ours, and is tested, so it needs no strict reader."""
    found: Mapping[str, Form] = yaml.load((_FOLDER / f"{tag}.yaml").read_bytes(), _LOADER)  # noqa: S506 (a safe loader)
    return found


@cache
def shipped() -> tuple[str, ...]:
    """The tags of all files, sorted."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.yaml")))


def joined(ours: Form, own: Any) -> Form:
    """An own text or own forms in place of a label; forms that are missing, or are not texts, stay as they were."""
    if isinstance(own, str):
        return own
    if isinstance(ours, str) or not isinstance(own, Mapping):
        return ours
    return {**ours, **{name: joined(ours.get(name, ours.get("other", "")), form) for name, form in own.items()}}


def _files(language: str) -> Iterator[str]:
    """The tag and those above it, such as pt-BR and pt, as far as there are files for them."""
    while language:
        if language in shipped():
            yield language
        language = language.rpartition("-")[0]


@cache
def _in_english() -> Mapping[str, Form]:
    return {key: _marked(form) for key, form in own_labels(MODEL).items()}


def _marked(form: Form) -> Form:
    return English(form) if isinstance(form, str) else {name: _marked(each) for name, each in form.items()}
