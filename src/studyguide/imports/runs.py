"""Runs: text with marks of emphasis, language and links, which becomes Markdown that is printed as it was typed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from studyguide import markdown
from studyguide.markdown import as_typed


@dataclass(frozen=True)
class Run:
    """A piece of text whose characters all look alike."""

    text: str
    italic: bool = False
    bold: bool = False
    code: bool = False
    language: str = ""
    address: str = ""


_MARKS = ("address", "language", "bold", "italic", "code")
"""From the outermost to the innermost."""


def words(runs: Sequence[Run]) -> str:
    """The text alone."""
    return "".join(run.text for run in runs)


def markup(runs: Sequence[Run]) -> tuple[str, bool]:
    """Inline Markdown, and whether it has all marks. They are left out where Markdown could not print them."""
    whole = as_typed.inline(words(runs))
    if all(run == Run(run.text) for run in runs):
        return whole, True
    marked = _marked(_trimmed(runs), _MARKS).strip()
    same = _joined(markdown.printed(marked, block=False)) == _joined(words(runs))
    return (marked, True) if same else (whole, False)


def lines(runs: Sequence[Run]) -> Iterator[tuple[Run, ...]]:
    """The runs of each line that is not empty."""
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(replace(run, text=first))
        for text in others:
            yield from _filled(line)
            line = [replace(run, text=text)]
    yield from _filled(line)


def split(runs: Sequence[Run], sign: str) -> Iterator[tuple[Run, ...]]:
    """The runs of each part between lines and signs, without empty ones."""
    yield from lines([replace(run, text=run.text.replace(sign, "\n")) for run in runs])


def _filled(line: list[Run]) -> Iterator[tuple[Run, ...]]:
    if words(line).strip():
        yield tuple(line)


def _trimmed(runs: Sequence[Run]) -> list[Run]:
    """The runs with white space outside of marks: Markdown opens none before a space, and closes none after one."""
    found: list[Run] = []
    for run in runs:
        inside = run.text.strip()
        start = run.text.find(inside) if inside else len(run.text)
        parts = [Run(run.text[:start]), replace(run, text=inside), Run(run.text[start + len(inside) :])]
        found += [part for part in parts if part.text]
    return found


def _marked(runs: Sequence[Run], marks: Sequence[str]) -> str:
    if not marks:
        return _typed(words(runs))
    name, *inner = marks
    parts = groupby(runs, key=lambda run: getattr(run, name))
    return "".join(_around(name, value, list(part), inner) for value, part in parts)


def _typed(text: str) -> str:
    """The text with its white space at both ends, which joins it to its neighbours."""
    inside = text.strip()
    before, _, after = text.partition(inside) if inside else (text, "", "")
    return f"{_space(before)}{as_typed.inline(text)}{_space(after)}"


def _space(text: str) -> str:
    return "\\\n" if "\n" in text else re.sub("[ \t]+", " ", text)


def _around(name: str, value: str | bool, runs: Sequence[Run], inner: Sequence[str]) -> str:  # noqa: FBT001
    inside = _marked(runs, inner)
    match (name, value):
        case (_, False | ""):
            return inside
        case ("address", _):
            return f"[{inside}](<{value}>)"
        case ("language", _):
            return f"[{inside}]{{lang={value}}}"
        case ("bold", _):
            return f"**{inside}**"
        case ("italic", _):
            return f"*{inside}*"
    return _code(words(runs))


def _code(text: str) -> str:
    """Code, between more backticks than are in it (CommonMark 0.31.2, 6.1)."""
    fence = "`" * (max((len(list(run)) for sign, run in groupby(text) if sign == "`"), default=0) + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"


def _joined(text: str) -> str:
    return "".join(text.split())
