"""Template: a spreadsheet to fill in, with an example of each type of question that fits in a row."""

import csv
import io
from collections.abc import Mapping
from datetime import UTC, datetime

HEADINGS = (
    *("set", "type", "question", "option A", "option B", "option C", "option D", "answer", "accept", "points"),
    *("phase", "strand", "level", "marks", "left 1", "right 1", "left 2", "right 2", "left 3", "right 3"),
    *("step 1", "step 2", "step 3", "gapped", "hints", "word bank", "challenge", "spoiler", "about", "id"),
)
EXAMPLES: tuple[Mapping[str, str], ...] = (
    {
        "type": "choice",
        "question": "In which year did Frankenstein come out?",
        "option A": "1797",
        "option B": "1818",
        "option C": "1931",
        "answer": "B",
        "phase": "before",
        "level": "remember",
        "marks": "1",
    },
    {
        "type": "true-false",
        "question": "In the novel, the creature learns to speak.",
        "answer": "true",
        "points": "He listens to a family through a wall.",
        "phase": "after",
    },
    {
        "type": "short",
        "question": "Name a source of light in the film.",
        "answer": "lightning",
        "accept": "a torch\nthe storm",
        "phase": "while",
        "hints": "Look up.",
    },
    {
        "type": "matching",
        "question": "Who does what?",
        "left 1": "Henry",
        "right 1": "works in a tower",
        "left 2": "Elizabeth",
        "right 2": "waits for a wedding",
        "right 3": "sells a windmill",
        "phase": "after",
    },
    {
        "type": "ordering",
        "question": "Put the steps of the night in order.",
        "step 1": "Henry waits by a grave.",
        "step 2": "The table rises into the storm.",
        "step 3": "A hand moves.",
        "phase": "after",
    },
    {
        "type": "gap",
        "question": "Fill in the gaps.",
        "gapped": "The table rises into the {lightning|storm}, and a {hand} moves.",
        "word bank": "hand\nlightning\nsunrise",
        "phase": "while",
    },
    {
        "type": "discussion",
        "question": "Why does nobody give the creature a name?",
        "points": "A name would be a promise.\nReaders give him his maker’s.",
        "phase": "while",
        "strand": "character",
        "challenge": "Choose a name for him.",
    },
    {"type": "essay", "question": "Is Henry to blame?", "phase": "after", "marks": "20", "spoiler": "ending"},
)
_SET = "Examples: write over these rows"
_CREATED = datetime(2026, 1, 1, tzinfo=UTC)
"""A fixed time, so that the same version always writes the same bytes."""
_WIDE, _NARROW = 40, 14
"""Widths of columns, in characters."""


def rows() -> list[list[str]]:
    """The headings, and the examples."""
    return [[*HEADINGS], *([{"set": _SET, **each}.get(name, "") for name in HEADINGS] for each in EXAMPLES)]


def as_csv() -> bytes:
    """The template as CSV: UTF-8 with the mark by which spreadsheet programs know it."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows())
    return text.getvalue().encode("utf-8-sig")


def as_xlsx() -> bytes:
    """The template as a workbook. All cells have the format Text, so no program changes what is typed into them."""
    import xlsxwriter  # not needed by other commands

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet("Questions")
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    heading = book.add_format({"num_format": "@", "bold": True})
    for column, name in enumerate(HEADINGS):
        sheet.set_column(column, column, _WIDE if name in {"question", "points", "gapped"} else _NARROW, text)
    for number, cells in enumerate(rows()):
        for column, cell in enumerate(cells):
            if cell:
                sheet.write_string(number, column, cell, text if number else heading)
    sheet.freeze_panes(1, 0)
    book.close()
    return file.getvalue()
