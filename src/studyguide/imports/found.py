"""Found: the questions that a file has, and what could not be taken from it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from studyguide.support.errors import Problem

MOST_QUESTIONS = 2_000
"""The most questions of one file. A chapter has at most 1,000,000 bytes, and few have a hundred questions."""


@dataclass(frozen=True)
class NewQuestion:
    """A question in the form that a chapter has, without an id."""

    line: int
    """The row of the spreadsheet, or the line of the file, where it begins."""
    fields: Mapping[str, Any]
    """Its keys with texts, whole numbers, truth values, lists and mappings."""
    set_title: str = ""
    """The heading or the id of the set that it belongs to; empty if the file names none."""
    wanted_id: str = ""
    """The id that the file gives it; empty if it gives none."""
    words: str = ""
    """Its wording without markup, from which an id can be made."""
    keeps_id: bool = False
    """Whether it may have no other id than the one that the file gives it."""


@dataclass(frozen=True)
class Found:
    """What a reader found in a file."""

    questions: tuple[NewQuestion, ...] = ()
    refused: tuple[Problem, ...] = ()
    """Questions that are not taken, each with the reason."""
    remarks: tuple[Problem, ...] = ()
    """What the author should look at in questions that are taken."""
    has_headings: bool = True
    """False if no question was read, because of the headings of a spreadsheet."""


@dataclass(frozen=True)
class Defaults:
    """What questions have if the file does not say."""

    phase: str | None = None
    fill_in: str = "Fill in the gap."
    """What students are asked to do with a text that has a gap."""


class NotTakenError(Exception):
    """A question cannot be taken; the message is a sentence that says why, and what to do."""

    def __init__(self, message: str, column: int = 1, line: int = 0) -> None:
        super().__init__(message)
        self.column = column
        """The column of the fault, from 1."""
        self.line = line
        """The line of the fault; 0 for that of the question."""


Remark = Callable[[str], None]
"""Notes something that the author should look at."""


def collected(
    file: str, each: Iterator[tuple[int, Callable[[Remark], NewQuestion]]], before: tuple[Problem, ...] = ()
) -> Found:
    """The questions that the functions return, each with its line; refusals and remarks become problems of `file`."""
    questions: list[NewQuestion] = []
    refused, remarks = list(before), list[Problem]()
    for line, make in each:
        noted: list[str] = []
        try:
            questions.append(make(noted.append))
        except NotTakenError as error:
            refused.append(Problem(file, error.line or line, error.column, str(error)))
        else:
            remarks += map(partial(Problem, file, line, 1), dict.fromkeys(noted))
    return Found(tuple(questions), tuple(refused), tuple(remarks))
