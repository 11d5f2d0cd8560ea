"""Starter texts: what a new guide has where its author has still to write, and how to know it again.

Templates of new files mark them with two functions: ``fill("Say what happens.")`` has to be replaced in any guide, and
``english("The story")`` has to be translated in a guide in another language. These marks are the only list.
"""

import re
from functools import cache

from studyguide.support import paths

NOBODY, UNKNOWN, UNKNOWN_YEAR = "Your Name", "Author’s Name", "0000"
"""What files have where nobody said who wrote the guide, and who made the work and when."""
SUBTITLE = "A study guide"
"""The subtitle of a new guide."""

_MARKED = re.compile(r'\{\{ (fill|english)\("([^"]+)"\) \}\}')
_MARKUP = re.compile(r"(?<! ) *+\[@[^\[\]]*+\]|\\(?=[!-/:-@\[-`{-~])")
"""Citations, and the signs that take its meaning from the next one."""
_UNKNOWN = {
    "authors": rf"^{NOBODY}$",
    "rights": rf"^© \d{{4}} {NOBODY}$",
    "by": rf"^{UNKNOWN}$",
    "year": rf"^{UNKNOWN_YEAR}$",
    "literal": rf"^({UNKNOWN}|{UNKNOWN_YEAR})$",
    "description": rf"[\w,)] {UNKNOWN}\b|, {UNKNOWN_YEAR}\)",
    "value": rf"\({UNKNOWN}, |, {UNKNOWN_YEAR}\)$",
}
"""For each field where it may be, how a new guide says that nobody said who or when."""


def is_left(field: str, text: str) -> bool:
    """Whether an author has still to write in place of the text of a field."""
    same = _normal(text)
    return same.rstrip(".") in _marked("fill") or (field in _UNKNOWN and bool(re.search(_UNKNOWN[field], same)))


def is_untranslated(text: str, language: str) -> bool:
    """Whether a text of a guide in this language is still the English one that it began with."""
    return language.partition("-")[0] != "en" and _normal(text).rstrip(".") in _marked("english")


def is_in_file(file: str, language: str) -> bool:
    """Whether the text of a file has a sentence that has to be replaced, or translated into another language."""
    marks = ("fill",) if language.partition("-")[0] == "en" else ("fill", "english")
    return any(text in file for mark in marks for text in _marked(mark))


def _normal(text: str) -> str:
    """The words of a text on one line, without citations."""
    return " ".join(_MARKUP.sub("", text).split())


@cache
def _marked(mark: str) -> frozenset[str]:
    """The texts that the templates of new files mark with a function, without the full stop at the end."""
    found = {SUBTITLE} if mark == "english" else set[str]()
    for file in sorted((paths.templates_folder() / "new").rglob("*.yaml.j2")):
        found |= {text.rstrip(".") for name, text in _MARKED.findall(file.read_text("utf-8")) if name == mark}
    return frozenset(found)
