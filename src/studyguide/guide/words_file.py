"""words.yaml: own words in a file beside guide.yaml, such as a translation of every label; `words` there come first."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from studyguide.guide import read_file
from studyguide.guide.model import Path_, Place
from studyguide.languages.tables import table
from studyguide.support import safe_files
from studyguide.support.errors import Problem
from studyguide.support.keep import Keep

NAME = "words.yaml"
_LABEL = re.compile(r"# ?[a-z]\S*:(?:\s|$)")
"""The line of a label that is still a comment; its forms are indented further."""

_INDENTED = re.compile(r" +(?=[a-z][a-z-]*\.[a-z.-]+:(?:\s|$))")
_FORM = "This is a form of a label. Put two spaces in front of it, below the line of its label."
_SPACES = "A label begins at the beginning of its line. Take the spaces in front of it away."


@dataclass(frozen=True)
class WordsFile:
    """The words of the file, the place of each as a path of guide.yaml, and the problems of the file."""

    words: Mapping[str, Any] = field(default_factory=dict)
    places: Mapping[Path_, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read(folder: Path, keep: Keep) -> WordsFile:
    """The words in the guide in `folder`; none if there is no such file."""
    present = safe_files.listing(folder)
    content = read_file.content(folder, NAME) if NAME in present else None
    almost = "" if NAME in present else safe_files.almost(NAME, present) or ""
    return keep(NAME, (content, almost), lambda: _parsed(content, almost))


def joined(below: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Own words, and those of the file where there are no others; the forms of a label are joined, too."""
    both = {key: joined(below[key], form) for key, form in own.items() if _are_forms(below.get(key), form)}
    return {**below, **own, **both}


def _are_forms(below: Any, own: Any) -> bool:
    return isinstance(below, dict) and isinstance(own, dict)


def _parsed(content: bytes | str | None, almost: str) -> WordsFile:
    if content is None:
        return WordsFile(problems=tuple(_almost(almost)))
    tree = read_file.parse(content, NAME, may_be_empty=True)
    if forms := tuple(_without_label(tree.text)):
        return WordsFile(problems=forms)
    if tree.value is not None and not isinstance(tree.value, dict):
        message = f"{NAME} has labels and your words for them, such as `web.close: Shut`. Write it so, or take it away."
        tree.refuse(tree.places[()], message)
    words = tree.value if isinstance(tree.value, dict) else {}
    return WordsFile(words, {("words", *path): place for path, place in tree.places.items()}, tuple(tree.problems))


def _without_label(text: str) -> Iterator[Problem]:
    """Forms whose sign # was taken away, under a label that has it still."""
    label, forms = 0, _forms()
    for number, line in enumerate(text.split("\n"), start=1):
        if _LABEL.match(line):
            label = number
        elif re.match(r"[^\s#]", line):
            label = 0
            if line.partition(":")[0] in forms:
                yield Problem(NAME, number, 1, _FORM)
        elif label and (form := _INDENTED.match(line)):
            yield Problem(NAME, number, form.end() + 1, _SPACES)
        elif label and (form := re.match(r" +(?=[^\s#])", line)):
            message = f"This is a form of the label on line {label}. Take the # and the space after it away there, too."
            yield Problem(NAME, number, form.end() + 1, message)


def _forms() -> frozenset[str]:
    """The names of all forms, such as ``premise``; none is the name of a label, which has a full stop in it."""
    return frozenset(name for form in table().values() if not isinstance(form, str) for name in form)


def _almost(name: str) -> tuple[Problem, ...]:
    message = f"This is almost called '{NAME}', the file of your own words. Rename it to that, or take it away."
    return (Problem(name, 1, 1, message),) if name else ()
