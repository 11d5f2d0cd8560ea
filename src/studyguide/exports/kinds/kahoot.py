"""Kahoot: a spreadsheet to import (https://support.kahoot.com, "How to import questions from a spreadsheet").

Kahoot takes multiple choice with two to four options, of at most 75 letters, and questions of at most 120. Rows begin
below the headings of its template, in row 9.
"""

import io
from datetime import UTC, datetime, time
from typing import Any

from studyguide.exports.material import Material, QuizItem
from studyguide.exports.refusals import Refusal, length, not_this_kind, pictured, too_long, too_many_options

GROUP = "quiz"
FILE = "kahoot.xlsx"
PROGRAM = "Kahoot"
CLICK = "exports.kahoot"
SCHEMES = False
COUNTS = True

QUESTION, OPTION, OPTIONS = 120, 75, 4
TIMES = (5, 10, 20, 30, 60, 90, 120, 240)
"""The seconds that Kahoot allows for an answer."""
_READ = 12
"""Letters that a student reads in a second."""
_THINK = 10
"""Seconds to think and to press."""
_HEADINGS = (
    "Question - max 120 characters",
    *(f"Answer {number} - max 75 characters" for number in range(1, OPTIONS + 1)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
_HEADING_ROW = 7
"""From 0."""


def refusal(item: QuizItem) -> Refusal | None:
    """See `exports`: items without options, what is too long, and pictures."""
    found = not_this_kind(item, frozenset({"choice", "true-false"})) or too_many_options(item, OPTIONS)
    return found or pictured([*item.worded, item.picture]) or too_long(item, QUESTION, OPTION)


def make(material: Material) -> bytes:
    """A sheet in the form of Kahoot's template. All texts are strings, so none can be a formula."""
    import xlsxwriter  # not needed by other commands

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"title": material.title, "created": datetime.combine(material.date, time(), UTC)})
    sheet = book.add_worksheet("Sheet1")
    sheet.write_string(1, 1, "Quiz template")
    for column, heading in enumerate(_HEADINGS, start=1):
        sheet.write_string(_HEADING_ROW, column, heading)
    items = [item for item in material.items if not refusal(item)]
    for number, item in enumerate(items, start=1):
        _write(sheet, number, item)
    book.close()
    return file.getvalue()


def _write(sheet: Any, number: int, item: QuizItem) -> None:
    row, options = _HEADING_ROW + number, [option.text.plain for option in item.options]
    sheet.write_number(row, 0, number)
    for column, text in enumerate([item.brief, *options], start=1):
        sheet.write_string(row, column, text)
    sheet.write_number(row, OPTIONS + 2, seconds(item))
    right = [str(place) for place, option in enumerate(item.options, start=1) if option.is_right]
    sheet.write_string(row, OPTIONS + 3, ",".join(right))


def seconds(item: QuizItem) -> int:
    """The time for an answer: to read the question with its options, and to think."""
    letters = length(item.brief) + sum(length(option.text.plain) for option in item.options)
    return next(each for each in TIMES if each >= _THINK + letters / _READ)
