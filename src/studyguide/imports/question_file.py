"""Question files: reads a file of questions by its suffix."""

from collections.abc import Sequence
from pathlib import Path

from studyguide.imports.found import Defaults, Found
from studyguide.imports.gift import items
from studyguide.imports.tables import csv_file, rows, xlsx_file
from studyguide.imports.tables.table import MOST_BYTES
from studyguide.support.errors import UsageError

SUFFIXES = (".csv", ".tsv", ".xlsx", ".gift", ".txt")
_OTHERS = {
    ".xls": "This is a spreadsheet of before 2007. Save it as .xlsx.",
    ".ods": "Save it as .xlsx or .csv in the program that made it.",
    ".numbers": "Export it as CSV.",
    ".xml": "Moodle exports the same questions in the format GIFT: Question bank, Export.",
    ".docx": "Copy the questions into the spreadsheet that --template writes.",
    ".json": "Copy the questions into the spreadsheet that --template writes.",
}


def read(path: Path, defaults: Defaults, *, sheet: str | None = None, skipped: Sequence[str] = ()) -> Found:
    """The questions of a file: .csv and .tsv, .xlsx, or .gift and .txt for GIFT.

    Raises `UsageError` for other files, for those that cannot be read, and for options that do not fit.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        remedy = _OTHERS.get(suffix, "Save it as one of these.")
        raise UsageError(f"{path.name} is not a file of questions that can be read ({', '.join(SUFFIXES)}). {remedy}")
    if sheet is not None and suffix != ".xlsx":
        raise UsageError("--sheet is for .xlsx. Leave it out.")
    data = content(path, MOST_BYTES)
    if suffix in {".gift", ".txt"}:
        if skipped:
            raise UsageError("--skip is for spreadsheets. Leave it out.")
        return items.read(data, str(path), defaults)
    table = xlsx_file.read(data, path.name, sheet) if suffix == ".xlsx" else csv_file.read(data, path.name)
    return rows.read(table, str(path), defaults, skipped)


def content(path: Path, most: int) -> bytes:
    """The bytes of a file. Raises `UsageError` if it cannot be read, or has more than `most`."""
    try:
        if not path.is_file():
            raise UsageError(f"There is no file '{path}'. Look at its name and folder.")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from error
    if len(data) > most:
        raise UsageError(f"{path} has more than {most:,} bytes. Make it smaller, or divide it.")
    return data
