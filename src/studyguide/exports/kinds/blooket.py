"""Blooket: a table to import (https://help.blooket.com, "Import questions from a spreadsheet").

The rows follow two rows of headings, as in Blooket's template. It takes multiple choice with two to four options.
"""

import csv
import io

from studyguide.exports.cells import safe
from studyguide.exports.kinds.kahoot import OPTIONS, seconds
from studyguide.exports.material import Material, QuizItem
from studyguide.exports.refusals import Refusal, not_this_kind, pictured, too_many_options

GROUP = "quiz"
FILE = "blooket.csv"
PROGRAM = "Blooket"
CLICK = "exports.blooket"
SCHEMES = False
COUNTS = True

_TITLE = ("Blooket\nImport Template", *[""] * 7)
_HEADINGS = (
    "Question #",
    "Question Text",
    "Answer 1",
    "Answer 2",
    "Answer 3\n(Optional)",
    "Answer 4\n(Optional)",
    "Time Limit (sec)\n(Max: 300 seconds)",
    "Correct Answer(s)\n(Only include Answer #)",
)


def refusal(item: QuizItem) -> Refusal | None:
    """See `exports`: items without options, those with too many, and pictures."""
    found = not_this_kind(item, frozenset({"choice", "true-false"})) or too_many_options(item, OPTIONS)
    return found or pictured([*item.worded, item.picture])


def make(material: Material) -> bytes:
    """A CSV file (RFC 4180) in UTF-8. Texts that a spreadsheet would take for a formula begin with an apostrophe."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerows([_TITLE, _HEADINGS])
    for number, item in enumerate((item for item in material.items if not refusal(item)), start=1):
        options = [safe(option.text.plain) for option in item.options]
        right = [str(place) for place, option in enumerate(item.options, start=1) if option.is_right]
        padded = [*options, *[""] * (OPTIONS - len(options))]
        writer.writerow([number, safe(item.brief), *padded, seconds(item), ",".join(right)])
    return text.getvalue().encode()
