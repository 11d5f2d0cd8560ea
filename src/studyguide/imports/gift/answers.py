"""Answers of a GIFT question: what is between its braces."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from studyguide.imports.found import NotTakenError

_SHARE = re.compile(r"%(-?[0-9]{1,3}(?:\.[0-9]{1,9})?)%")
_WHOLE = Fraction(100)
Kind = Literal["choice", "true-false", "short", "matching", "number", "essay"]


@dataclass(frozen=True)
class Answer:
    """One of the answers, with noncharacters in place of escaped signs."""

    text: str
    share: Fraction
    """The percentage of the mark that it earns; negative if it takes away from it."""
    feedback: str = ""


@dataclass(frozen=True)
class Answers:
    """The answers of a question, and what Moodle calls general feedback."""

    kind: Kind
    answers: tuple[Answer, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    is_true: bool | None = None
    general: str = ""
    is_single: bool = False
    """For a choice: whether students choose only one option."""
    has_feedback: bool = False
    """For a statement: whether there is feedback."""


def read(inside: str) -> Answers:
    """The answers in a text between braces."""
    given, _, general = inside.partition("####")
    given, general = given.strip(), general.strip()
    if not given:
        return Answers("essay", general=general)
    if given.startswith("#"):
        return _number(given, general)
    if "~" in given:
        answers = tuple(_answer(part) for part in given.replace("=", "~=").split("~") if part.strip())
        return Answers("choice", answers, general=general, is_single="=" in given)
    if "=" in given and "->" in given:
        return Answers("matching", pairs=tuple(map(_pair, _parts(given))), general=general)
    if (statement := given.split("#")[0].strip().upper()) in {"T", "TRUE", "F", "FALSE"}:
        return Answers("true-false", is_true=statement[0] == "T", general=general, has_feedback="#" in given)
    return Answers("short", tuple(_answer(f"={part}") for part in _parts(given)), general=general)


def _parts(given: str) -> list[str]:
    return [part for part in given.split("=") if part.strip()]


def _answer(part: str) -> Answer:
    """An answer from its sign on: ``=`` for a right one, nothing for others."""
    text = part.strip()
    share = _WHOLE if text.startswith("=") else Fraction(0)
    text = text.removeprefix("=").lstrip()
    if found := _SHARE.match(text):
        share, text = Fraction(found[1]), text[found.end() :]
    text, _, feedback = text.partition("#")
    return Answer(text.strip(), share, feedback.strip())


def _pair(part: str) -> tuple[str, str]:
    left, arrow, right = part.partition("->")
    if not arrow or not right.strip() or "->" in right:
        raise NotTakenError("One of its pairs has no text on the right, or more than one '->'. Correct it.")
    return left.strip(), right.strip()


def _number(given: str, general: str) -> Answers:
    """A numerical answer: taken only if one exact number is right, because a guide compares words."""
    found = re.fullmatch(r"#=?([+-]?[0-9]+(?:[.,][0-9]+)?)(?:\ufdd5|:)?0?", given.replace(" ", ""))
    if not found:
        raise NotTakenError(
            "Its answer is a number with a range, or one of several. A guide compares words: ask for one number."
        )
    return Answers("number", (Answer(found[1], _WHOLE),), general=general)
