"""A small worksheet with every kind of field, and a reader of its fields."""

import dataclasses
from pathlib import Path
from typing import Any

import pikepdf

from studyguide.formats import pdf
from studyguide.themes import theme
from tests.formats import pdf_samples

LOOKS = """
input, textarea { font: 12pt "Atkinson Hyperlegible" }
[type=text] { width: 70mm; height: 7mm; border-bottom: 0.5pt solid #767676 }
textarea { display: block; width: 100%; height: 40mm }
textarea { background: white linear-gradient(to top, #767676 0.5pt, transparent 0.5pt) 0 0 / 100% 8mm }
[type=radio], [type=checkbox] { width: 4mm; height: 4mm; border: 0.7pt solid; vertical-align: -0.8mm }
[type=radio] { border-radius: 50% }
"""

NAME = '<p>Name: <input type="text" name="pupil" aria-label="Name"/></p>'
ANSWER = '<textarea name="q-3" aria-label="Answer to question 3"></textarea>'
YEARS = (("A", "1952"), ("B", "1978"), ("C", "1994"))
CHOICES = "".join(
    f'<li><input type="radio" name="q-4" value="{letter}" aria-label="{letter}: {year}"/> {letter} {year}</li>'
    for letter, year in YEARS
)
CHOICE = f'<p>Which year?</p><ol role="radiogroup" aria-label="Question 4: which year?">{CHOICES}</ol>'
DONE = '<p><input type="checkbox" name="done-1" value="yes" aria-label="Read"/> I have read the chapter.</p>'
WORKSHEET = f"{NAME}<p>What does she see?</p>{ANSWER}{CHOICE}{DONE}"


def write(target: Path, *contents: str, looks: str = LOOKS) -> Path:
    """Write the PDF of a sheet with such contents, the worksheet if none are given."""
    look = theme.look("pdf")
    look = dataclasses.replace(look, css=look.css + looks)
    sheet = pdf_samples.publication("".join(contents or (WORKSHEET,)))
    pdf.write(dataclasses.replace(sheet, is_sheet=True), look, target)
    return target


def fields(file: pikepdf.Pdf) -> dict[str, Any]:
    """The fields by name."""
    return {str(field.T): field for field in file.Root.AcroForm.Fields}


def values(file: Path) -> dict[str, str]:
    """What is filled in; of buttons that share a name the value of the one that is chosen."""
    with pikepdf.open(file) as opened:
        return {name: _value(field) for name, field in fields(opened).items()}


def _value(field: Any) -> str:
    value = str(field.get("/V", "")).removeprefix("/")
    if "/Kids" in field and value.isdigit():
        assert [str(kid.AS) for kid in field.Kids].index(f"/{value}") == int(value), "the button that is shown"
        return str(field.Opt[int(value)])
    return value.replace("\r\n", "\n").replace("\r", "\n")
