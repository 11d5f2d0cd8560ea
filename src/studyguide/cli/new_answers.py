"""What is said of a new guide: the answers at a terminal, and what works and ages mean."""

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, get_args

from studyguide.support.errors import StudyguideError, UsageError, shown, suggestion

if TYPE_CHECKING:
    from studyguide.guide.new_guide import NewWork

FORM = "play: Macbeth; William Shakespeare; 1606"
"""How a work is written."""
USUAL_TYPE = "novel"
"""The type of a work if nobody said it."""
Refuse = Callable[[argparse.Namespace], None]
"""Raises `StudyguideError` if a guide cannot begin with these options."""


def ask_for_what_is_missing(options: argparse.Namespace, refuse: Refuse) -> None:
    """Without a title, ask at a terminal for everything that no option says; each answer is tried at once."""
    if options.title is None and sys.stdin.isatty():
        _ask(options, refuse)
    if not options.title:
        raise UsageError("A guide needs a title. Give one with --title.")


def works(options: argparse.Namespace) -> "list[NewWork]":
    """The works of ``TYPE: TITLE; AUTHOR; YEAR``, in which all but the type and the title may be missing.

    If none is described, there is one with the title of the guide.
    """
    from studyguide.guide.new_guide import NewWork, slug
    from studyguide.guide.starter_texts import UNKNOWN, UNKNOWN_YEAR
    from studyguide.guide.work_types import WorkType

    types = {name: name for name in get_args(WorkType)}

    described = [_parts(text, tuple(types)) for text in options.work]
    made: list[NewWork] = []
    for kind, title, by, year in described or [(_type(options.type, tuple(types)), options.title, "", "")]:
        of_type = sum(work.type == kind for work in made)
        name = f"{slug(kind)}-{of_type + 1}" if of_type else slug(kind)
        made.append(NewWork(name, types[kind], title, by or UNKNOWN, year or UNKNOWN_YEAR))
    return made


def ages(text: str | None) -> tuple[int, ...]:
    """The two ages of ``11-14``; nothing for nothing."""
    found = [part.strip() for part in (text or "").replace("–", "-").split("-") if part.strip()]
    if text and not (len(found) == 2 and all(age.isascii() and age.isdigit() for age in found)):  # noqa: PLR2004
        raise UsageError(f"'{text}' is not a reading age. Give the lowest and the highest in years, such as 11-14.")
    return tuple(map(int, found))


def _parts(text: str, types: Sequence[str]) -> tuple[str, str, str, str]:
    """The type, the title, the author and the year of a work as it is written."""
    kind, colon, rest = text.partition(":")
    if not colon and kind.strip().lower() not in types:
        raise UsageError(f"The work '{text}' does not begin with a type and a colon. Write it like this: '{FORM}'.")
    kind = _type(kind, types)
    title, by, year, *more = [*(part.strip() for part in rest.split(";")), "", ""]
    if not title or any(more):
        what = "has more than a title, an author and a year" if title else "has no title"
        raise UsageError(f"The work '{text}' {what}. Write it like this: '{FORM}'.")
    return kind, title, by, year


def _type(text: str | None, types: Sequence[str]) -> str:
    """The type of a work; if nobody said it, a novel."""
    kind = (text or USUAL_TYPE).strip().lower()
    if kind not in types:
        raise UsageError(f"There is no type of work '{kind}'. {suggestion(kind, types)}")
    return kind


def _ask(options: argparse.Namespace, refuse: Refuse) -> None:
    def asked(question: str, name: str, taken: Callable[[str], Any], form: str = "", needed: str = "") -> str:
        """An answer with which a guide can begin, set as an option; empty for no answer."""
        while answer := _answer(question, needed):
            try:
                value = taken(answer)
                refuse(argparse.Namespace(**{**vars(options), name: value}))
            except StudyguideError as error:
                hint = f"\nWrite it like this: {form}" if form and form not in str(error) else ""
                print("\n".join(map(shown, f"{error}{hint}".split("\n"))))
                continue
            setattr(options, name, value)
            return answer
        return ""

    if not asked("Title of the guide: ", "title", str, needed="A guide needs a title, such as Macbeth."):
        return
    if not options.work:
        print(f"Which works is it about? Type one on a line, such as  {FORM}")
        while asked("Work (Enter: no more): ", "work", lambda answer: [*options.work, answer], FORM):
            pass
    if not options.work:
        print(f"Then it is about '{options.title}'.")
        options.type = asked("Type of work, such as film, play or poem (Enter: novel): ", "type", str) or USUAL_TYPE
    if not options.author:
        asked("Your name: ", "author", lambda answer: [answer])
    if not options.reading_age and options.language.partition("-")[0] == "en":
        asked("Reading age of your class, such as 11-14 (Enter: not checked): ", "reading_age", str, "11-14")


def _answer(question: str, needed: str) -> str:
    """What is typed; empty for nothing, and at the end of the input. With `needed` to say of nothing, asks again."""
    try:
        while not (answer := input(question).strip()) and needed:
            print(needed)
    except EOFError:
        print()
        return ""
    return answer
