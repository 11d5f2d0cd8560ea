"""The labels that scripts print, written as a script, with the function that says them."""

import json
from pathlib import Path

from studyguide.languages.labels import Labels

KEYS = (
    "choice.letters",
    "question-sheet.several",
    "question-sheet.steps",
    "question.false",
    "question.true",
    "web.close",
    "web.note",
    "web.quiz-again",
    "web.quiz-check",
    "web.quiz-choose",
    "web.quiz-gap",
    "web.quiz-look",
    "web.quiz-missing",
    "web.quiz-part-right",
    "web.quiz-part-wrong",
    "web.quiz-partly",
    "web.quiz-right",
    "web.quiz-score",
    "web.quiz-wrong",
    "web.search-best",
    "web.search-found",
    "web.search-hint",
    "web.search-none",
)
"""The labels of the scripts in this folder."""

_SAY = Path(__file__).parent / "say.js"


def script(labels: Labels) -> str:
    """``GUIDE_LABELS``, the labels by their keys, and ``sayLabel``, which fills one in."""
    data = json.dumps({key: labels.table[key] for key in KEYS}, ensure_ascii=False, separators=(",", ":"))
    return f"{_SAY.read_text('utf-8')}globalThis.GUIDE_LABELS = {data}\n"
