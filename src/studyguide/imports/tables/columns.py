"""Columns: what a heading of a spreadsheet means, in the words that people use for it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from studyguide.imports.tables.table import Row, Table
from studyguide.support.errors import Problem, suggestion

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "question id"),
    "set": ("set", "section", "group", "category"),
    "type": ("type", "question type", "kind", "format"),
    "question": ("question", "question text", "prompt", "stem", "text", "statement"),
    "short": ("short", "short question", "short wording"),
    "phase": ("phase", "when", "stage"),
    "work": ("work",),
    "strand": ("strand", "topic", "skill"),
    "bloom": ("level", "bloom", "bloom level", "bloom s level"),
    "dok": ("dok", "depth", "depth of knowledge"),
    "options": ("options", "choices", "answer options"),
    "answer": (
        *("answer", "answers", "correct", "correct answer", "correct answers", "correct answer s", "correct option"),
        *("right answer", "right answers", "right option", "key", "solution"),
    ),
    "accept": ("accept", "other answers", "other right answers", "also accept", "alternatives"),
    "shuffle": ("shuffle", "shuffle options", "mix"),
    "pairs": ("pairs",),
    "distractors": ("distractors",),
    "order": ("order", "steps", "right order", "correct order"),
    "gapped": ("gapped", "gaps", "gap text", "text with gaps", "cloze"),
    "compare": ("compare",),
    "aspects": ("aspects",),
    "points": ("points", "good answer", "feedback", "general feedback", "explanation", "rationale"),
    "from": ("minimum words", "min words", "words from"),
    "to": ("maximum words", "max words", "words to", "word limit"),
    "evidence": ("evidence", "where to look"),
    "standards": ("standards", "standard"),
    "number": ("number", "question number"),
    "marks": ("marks", "mark", "worth"),
    "lines": ("lines", "answer lines"),
    "hints": ("hints", "hint"),
    "starters": ("starters", "sentence starters"),
    "words": ("words", "word bank"),
    "challenge": ("challenge", "extension"),
    "spoiler": ("spoiler", "spoiler level"),
    "about": ("about",),
}
"""What a column holds: the first of its headings is that of the template."""

NUMBERED: Mapping[str, str] = {
    "option": "options",
    "answer": "options",
    "choice": "options",
    "answer option": "options",
    "feedback": "feedback",
    "left": "left",
    "right": "right",
    "step": "order",
    "point": "points",
    "hint": "hints",
    "starter": "starters",
    "word": "words",
    "accept": "accept",
    "distractor": "distractors",
}
"""Headings with a number or a letter, such as *Option A* and *Step 2*."""

_NUMBERED = re.compile(rf"({'|'.join(NUMBERED)}) ?([a-z]|\d{{1,2}})|([a-z])")
_KEYS = {heading: key for key, headings in HEADINGS.items() for heading in headings}
_TOO_LONG = (
    "There is no heading above this cell. If a comma divides a text of this row, put the text between quotation marks; "
    "if not, write a heading."
)
_SEARCHED = 20
"""Rows that are looked at for headings."""
_WHOLE_NUMBER = re.compile(r"\d{1,3}")


@dataclass(frozen=True)
class Column:
    """A column that has a meaning."""

    position: int
    """From 0."""
    heading: str
    key: str
    number: int = 0
    """For options, steps and the like: its place among them, from 1; 0 for a column that has all of them."""


def meaning(heading: str) -> tuple[str, int] | None:
    """What a column holds, and its place among those of its kind; None if the heading is unknown."""
    name = re.sub(r"[\W_]+", " ", heading.casefold()).strip()
    if name in _KEYS:
        return _KEYS[name], 0
    if not (found := _NUMBERED.fullmatch(name)):
        return None
    sign = found[2] or found[3]
    place = int(sign) if sign.isdecimal() else ord(sign) - ord("a") + 1
    return (NUMBERED[found[1]] if found[1] else "options", place) if place else None


def columns(table: Table, file: str, skipped: Iterable[str]) -> tuple[tuple[Column, ...], tuple[Problem, ...]]:
    """The columns of a table, and a problem for each one with content that has no meaning, or that of another one.

    If no heading has a meaning, there is one problem, about the row.
    """
    left_out = {name.casefold().strip() for name in skipped}
    if not _meanings(table.headings):
        return (), (Problem(file, table.headings.number, 1, _no_headings(table)),)
    found: dict[tuple[str, int], Column] = {}
    problems: list[Problem] = []
    for position in _with_content(table):
        heading = _text(table.headings, position)
        what = meaning(heading)
        if heading.casefold() in left_out:
            continue
        if not heading and (row := _too_long(table, position)):
            problems.append(Problem(file, row.number, position + 1, _TOO_LONG))
        elif what is None or what in found:
            message = _unknown(heading) if what is None else _twice(heading, found[what].heading)
            problems.append(Problem(file, table.headings.number, position + 1, message))
        else:
            found[what] = Column(position, heading, *what)
    return tuple(_marks(column, table) for column in found.values()), tuple(problems)


def is_marks(column: Column) -> bool:
    """Whether a column is headed *points*, and holds marks."""
    return column.key == "marks" and meaning(column.heading) == ("points", 0)


def _marks(column: Column, table: Table) -> Column:
    """The column; one headed *points* holds marks if it has nothing but whole numbers."""
    cells = [_text(row, column.position) for row in table.rows]
    numbers = all(_WHOLE_NUMBER.fullmatch(text) for text in cells if text)
    return replace(column, key="marks") if (column.key, column.number) == ("points", 0) and numbers else column


def _with_content(table: Table) -> Iterator[int]:
    """The columns that have anything in any row."""
    widest = max(len(row.cells) for row in (table.headings, *table.rows))
    filled = {at for row in (table.headings, *table.rows) for at, cell in enumerate(row.cells) if not cell.is_empty}
    return (position for position in range(widest) if position in filled)


def _meanings(row: Row) -> int:
    """How many cells of a row would do as headings; a letter alone may be an answer."""
    return sum(len(cell.text) > 1 and meaning(cell.text) is not None for cell in row.cells)


def _no_headings(table: Table) -> str:
    below = next((row for row in table.rows[:_SEARCHED] if _meanings(row) > 1), None)
    if below:
        return f"The headings of the columns seem to be in row {below.number}. Delete the rows above it."
    return (
        "No heading in this row is known. The first row has the headings of the columns, such as type, question, "
        "answer and phase; --template writes a file that has all of them."
    )


def _too_long(table: Table, position: int) -> Row | None:
    """The first row that goes on behind the last heading, if not all rows do."""
    last = max(at for at, cell in enumerate(table.headings.cells) if not cell.is_empty)
    longer = [row for row in table.rows if position < len(row.cells) and not row.cells[position].is_empty]
    return longer[0] if position > last and longer and len(longer) < len(table.rows) else None


def _text(row: Row, position: int) -> str:
    return row.cells[position].text if position < len(row.cells) else ""


def _unknown(heading: str) -> str:
    if not heading:
        return "This column has no heading. Write one, or take the column out."
    hint = suggestion(heading, {headings[0] for headings in HEADINGS.values()})
    return f"There is no column '{heading}'. {hint} To leave it out, add --skip '{heading}'."


def _twice(heading: str, first: str) -> str:
    return f"The column '{heading}' means the same as the column '{first}'. Take one of them out, or rename it."
