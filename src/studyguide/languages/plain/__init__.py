"""Plain language: the words and turns of phrase that make prose hard to read, by language, from a file for each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NEVER = r"(?!)"


@dataclass(frozen=True)
class Dated:
    """A turn of phrase that young readers know only from old books."""

    find: re.Pattern[str]
    unless_after: re.Pattern[str]
    """Words before a match that make it right."""
    advice: str
    """A sentence that says what to write."""


@dataclass(frozen=True)
class Plain:
    """What makes the prose of one language hard to read."""

    unnamed: re.Pattern[str]
    """Words for people whom a text does not name, such as *somebody*."""
    dated: tuple[Dated, ...]


def plain(language: str) -> Plain | None:
    """The hard words of a language, by its tag without region and script; None if there is no file for it."""
    return _read(language.partition("-")[0].lower())


@cache
def _read(language: str) -> Plain | None:
    file = _FOLDER / f"{language}.yaml"
    if not file.is_file():
        return None
    found = yaml.load(file.read_text("utf-8"), _LOADER)  # noqa: S506 - a safe loader, and our own file
    unnamed = "|".join(map(re.escape, found["unnamed"]))
    dated = tuple(_dated(**each) for each in found["dated"])
    return Plain(re.compile(rf"(?<![\w-])(?:{unnamed})(?![\w-])", re.IGNORECASE), dated)


def _dated(find: str, advice: str, unless_after: Sequence[str] = ()) -> Dated:
    before = rf"(?<!\w)(?:{'|'.join(unless_after)}) $" if unless_after else _NEVER
    return Dated(re.compile(find), re.compile(before, re.IGNORECASE), advice)
