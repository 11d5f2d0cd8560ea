"""Rows: each row of a spreadsheet becomes a question."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from studyguide.guide.questions.types import OWN
from studyguide.imports import runs as runs_
from studyguide.imports.found import Defaults, Found, NewQuestion, NotTakenError, Remark, collected
from studyguide.imports.runs import Run
from studyguide.imports.tables import values
from studyguide.imports.tables.columns import Column, columns, is_marks
from studyguide.imports.tables.table import Cell, Row, Table
from studyguide.support.errors import Problem

_TEXTS = ("short", "strand", "evidence", "challenge")
_NAMES = ("work", "spoiler")
_LISTS = ("accept", "distractors", "order", "aspects", "points", "standards", "hints", "starters", "words")
_NUMBERS = ("number", "marks", "lines")
_REFERENCES = ("compare", "about")
ORDER = (
    *("type", "question", "short", "phase", "work", "strand", "level", "options", "answer", "answers", "accept"),
    *("feedback", "shuffle", "is_true", "pairs", "distractors", "order", "gapped", "compare", "aspects", "points"),
    *("word_limit", "evidence", "standards", "number", "about", "marks", "lines", "hints", "starters", "words"),
    *("challenge", "spoiler"),
)
"""The keys of a question, in the order that chapters have them in."""


def read(table: Table, file: str, defaults: Defaults, skipped: Sequence[str] = ()) -> Found:
    """The questions of a table. With a column that has no meaning, all are refused."""
    known, problems = columns(table, file, skipped)
    before = (Problem(file, 1, 1, table.remark),) if table.remark else ()
    if problems:
        return Found((), problems, before, has_headings=False)
    marks = next((column for column in known if is_marks(column)), None)
    if marks:
        place = table.headings.number, marks.position + 1
        before = (*before, Problem(file, *place, f"The whole numbers in '{marks.heading}' are read as marks."))
    found = collected(file, _each(table, known, defaults))
    return Found(found.questions, found.refused, (*before, *found.remarks))


def _each(
    table: Table, known: Sequence[Column], defaults: Defaults
) -> Iterator[tuple[int, Callable[[Remark], NewQuestion]]]:
    for row in table.rows:
        yield row.number, partial(_question, row, known, defaults)


def _question(row: Row, known: Sequence[Column], defaults: Defaults, remark: Remark) -> NewQuestion:
    return _Reader(row, _cells(row, known), defaults, remark).question()


def _cells(row: Row, known: Sequence[Column]) -> dict[str, dict[int, Cell]]:
    """The cells of a row that have anything in them, by what they hold and their place among their kind."""
    found: dict[str, dict[int, Cell]] = {}
    for column in sorted(known, key=lambda each: each.number):
        cell = row.cells[column.position] if column.position < len(row.cells) else Cell()
        if cell.fault:
            raise NotTakenError(f"The cell in '{column.heading}' {cell.fault}.", column.position + 1)
        if not cell.is_empty:
            found.setdefault(column.key, {})[column.number] = cell
    return found


@dataclass(frozen=True)
class _Reader:
    """Reads one row."""

    row: Row
    cells: dict[str, dict[int, Cell]]
    defaults: Defaults
    remark: Remark

    def question(self) -> NewQuestion:
        fields = {**self._plain_fields(), **self._level(), **self._limit()}
        fields["type"] = self._type()
        fields["phase"] = self._phase()
        if "question" in self.cells:
            fields["question"] = self._text("question")
        if "gapped" in self.cells:
            fields["gapped"] = self._gapped()
        if "left" in self.cells or "right" in self.cells or "pairs" in self.cells:
            fields |= self._pairs(fields.get("distractors", []))
        fields |= self._choice(fields) if "options" in self.cells else self._answer(fields)
        return NewQuestion(
            self.row.number,
            {key: fields[key] for key in ORDER if key in fields},
            self._said("set"),
            self._said("id"),
            self._said("question"),
            keeps_id=True,
        )

    def _plain_fields(self) -> dict[str, Any]:
        """The fields that are read in the same way for all types."""
        has = self.cells
        return {
            **{key: self._text(key) for key in _TEXTS if key in has},
            **{key: self._said(key) for key in _NAMES if key in has},
            **{key: self._list(key) for key in _LISTS if key in has},
            **{key: values.number(self._said(key)) for key in _NUMBERS if key in has},
            **{key: self._references(key) for key in _REFERENCES if key in has},
            **({"shuffle": values.truth(self._said("shuffle"))} if "shuffle" in has else {}),
        }

    def _type(self) -> str:
        if "type" in self.cells:
            return values.meant(self._said("type"), values.TYPES)
        own = {"pairs" if key in {"left", "right"} else key for key in self.cells}
        kinds = {OWN[key] for key in own if key in OWN and key not in {"accept", "shuffle"}}
        if len(kinds) != 1:
            raise NotTakenError(f"The type of this question is missing. Choose one of: {', '.join(values.TYPES)}.")
        return kinds.pop()

    def _phase(self) -> str:
        if "phase" in self.cells:
            return values.meant(self._said("phase"), values.PHASES)
        if self.defaults.phase is None:
            raise NotTakenError(
                "It does not say when the question is asked. Write before, while or after in a column 'phase', or add "
                "--phase."
            )
        return self.defaults.phase

    def _level(self) -> dict[str, Any]:
        level = {
            **({"bloom": values.meant(self._said("bloom"), values.BLOOM)} if "bloom" in self.cells else {}),
            **({"dok": values.number(self._said("dok"))} if "dok" in self.cells else {}),
        }
        return {"level": level} if level else {}

    def _limit(self) -> dict[str, Any]:
        limit = {key: values.number(self._said(key)) for key in ("from", "to") if key in self.cells}
        return {"word_limit": limit} if limit else {}

    def _choice(self, fields: dict[str, Any]) -> dict[str, Any]:
        """The options, the right ones of them, and what is said of each."""
        options = self._options()
        shown = {number: self._markup(option) for number, option in options.items()}
        found: dict[str, Any] = {"options": [*shown.values()]}
        if "answer" in self.cells and fields["type"] == "choice":
            texts = {number: runs_.words(option).strip() for number, option in options.items()}
            right = [shown[number] for number in values.right_options(self._said("answer"), texts)]
            found |= {"answer": right[0]} if len(right) == 1 else {"answers": right}
        elif "answer" in self.cells:
            found |= self._answer(fields)
        if "feedback" in self.cells:
            found["feedback"] = [*self._feedback(shown)]
        return found

    def _options(self) -> dict[int, Sequence[Run]]:
        """The options by their numbers: those of their columns, or of the lines of a single cell."""
        cells = self.cells["options"]
        if [*cells] == [0]:
            return dict(enumerate(runs_.lines(cells[0].runs), start=1))
        return {number: cell.runs for number, cell in cells.items()}

    def _feedback(self, shown: dict[int, str]) -> Iterator[dict[str, str]]:
        for number, cell in self.cells["feedback"].items():
            if number not in shown:
                raise NotTakenError(f"There is feedback on option {number}, and no such option. Take one out.")
            yield {"option": shown[number], "text": self._markup(cell.runs)}

    def _answer(self, fields: dict[str, Any]) -> dict[str, Any]:
        if "answer" not in self.cells:
            return {}
        if fields["type"] == "true-false":
            told = values.truth(self._said("answer"))
            if isinstance(told, str):
                raise NotTakenError(f"The answer '{told}' is neither true nor false. Write one of them.")
            return {"is_true": told}
        return {"answer": self._text("answer")}

    def _pairs(self, distractors: list[str]) -> dict[str, Any]:
        """What belongs together; an entry on the right alone matches nothing."""
        pairs = [{"left": left, "right": right} for left, right in self._typed_pairs()]
        lefts, rights = self.cells.get("left", {}), self.cells.get("right", {})
        for number in sorted({*lefts, *rights}):
            if number not in rights:
                raise NotTakenError(f"'Left {number}' has no 'Right {number}'. Write what belongs to it.")
            right = self._markup(rights[number].runs)
            if number in lefts:
                pairs.append({"left": self._markup(lefts[number].runs), "right": right})
            else:
                distractors = [*distractors, right]
        return {"pairs": pairs, **({"distractors": distractors} if distractors else {})}

    def _typed_pairs(self) -> Iterator[tuple[str, str]]:
        """The pairs of a single cell: one on each line, with an arrow between its parts."""
        for line in runs_.lines(self._one("pairs").runs) if "pairs" in self.cells else ():
            parts = [*runs_.split([Run(run.text.replace("->", "\n")) for run in line], "→")]
            if len(parts) != 2:  # noqa: PLR2004 (a pair)
                raise NotTakenError("Write each pair on a line of its own, with -> between its parts.")
            left, right = (self._markup(part) for part in parts)
            yield left, right

    def _one(self, key: str) -> Cell:
        return next(iter(self.cells[key].values()))

    def _said(self, key: str) -> str:
        return self._one(key).text if key in self.cells else ""

    def _text(self, key: str) -> str:
        return self._markup(self._one(key).runs)

    def _list(self, key: str) -> list[str]:
        """The entries of a list: lines, parts between bars, and numbered cells."""
        return [self._markup(part) for cell in self.cells[key].values() for part in runs_.split(cell.runs, "|")]

    def _references(self, key: str) -> list[str]:
        names = self._said(key)
        for sign in ",;|":
            names = names.replace(sign, " ")
        return names.split()

    def _markup(self, runs: Sequence[Run]) -> str:
        found, whole = runs_.markup(runs)
        if not whole:
            self.remark("Its italics or bold letters are left out: they are where Markdown has no place for them.")
        return found

    def _gapped(self) -> str:
        r"""A text with gaps in braces; a backslash before a brace or a bar makes it part of the text."""
        text = self._text("gapped")
        for sign in "{}|":
            text = text.replace(f"\\\\{sign}", f"\\{sign}")
        return text
