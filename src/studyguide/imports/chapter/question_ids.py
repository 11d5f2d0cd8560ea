"""Question ids: a name for each new question that nothing in the guide has yet."""

import re
from collections.abc import Iterator, Sequence

from studyguide.guide.wanted_values import slug
from studyguide.imports.found import NewQuestion
from studyguide.support.errors import Problem
from studyguide.support.latin_letters import in_latin
from studyguide.support.portable_names import is_device

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LONGEST = 60
"""Characters of an id (`guide.text_types.Id`)."""
_WORDS, _SHORTER = 5, 40
"""Words of a question that its id is made of, and the most characters of them."""


def named(questions: Sequence[NewQuestion], taken: set[str], file: str) -> Iterator[tuple[NewQuestion, str | Problem]]:
    """Each question with its id, or with the problem of an id that another one has. Adds all ids to `taken`."""
    for question in questions:
        wanted = question.wanted_id
        if question.keeps_id and wanted:
            yield question, _kept(question, taken, file)
        else:
            yield question, fresh(slug(_plain(wanted)) or of_words(question.words, "q"), taken)


def fresh(wanted: str, taken: set[str]) -> str:
    """An id like `wanted` that is not taken, which it then is."""
    name = wanted[:LONGEST].strip("-")
    if not _ID.fullmatch(name) or is_device(name):
        name = f"q-{name}"[:LONGEST].strip("-")
    found, number = name, 1
    while found in taken or not _ID.fullmatch(found):
        number += 1
        found = f"{name[: LONGEST - 6].strip('-')}-{number}"
    taken.add(found)
    return found


def _kept(question: NewQuestion, taken: set[str], file: str) -> str | Problem:
    name = question.wanted_id
    if not _ID.fullmatch(name):
        hint = f", such as '{found}'" if (found := slug(_plain(name)))[:1].isalpha() else ""
        message = f"The id '{name}' may have only small letters (a-z), digits and single hyphens{hint}. Change it."
        return Problem(file, question.line, 1, message)
    if name in taken:
        message = f"There is already something with the id '{name}'. Take this row out, or empty its id."
        return Problem(file, question.line, 1, message)
    taken.add(name)
    return name


def of_words(words: str, begin: str) -> str:
    """The first words of a text as an id that begins with `begin`."""
    parts = slug(_plain(words)).split("-")[:_WORDS]
    while len("-".join(parts)) > _SHORTER and parts[1:]:
        parts = parts[:-1]
    return f"{begin}-{'-'.join(parts)[:_SHORTER] or '1'}".strip("-")


def _plain(text: str) -> str:
    """The beginning of a text in plain Latin letters."""
    return in_latin(text[:400])
