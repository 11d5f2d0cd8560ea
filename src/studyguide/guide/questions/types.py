"""Types of questions: which fields belong to which type."""

from collections.abc import Collection, Mapping
from typing import Literal

from studyguide.guide.questions.refusals import refuse

QuestionType = Literal[
    "discussion",
    "choice",
    "short",
    "true-false",
    "matching",
    "ordering",
    "gap",
    "extract",
    "essay",
    "comparison",
]

OWN: Mapping[str, str] = {
    "options": "choice",
    "answers": "choice",
    "feedback": "choice",
    "shuffle": "choice",
    "accept": "short",
    "is_true": "true-false",
    "pairs": "matching",
    "distractors": "matching",
    "order": "ordering",
    "gapped": "gap",
    "extract": "extract",
    "extract_lang": "extract",
    "source": "extract",
    "parts": "extract",
    "compare": "comparison",
    "aspects": "comparison",
}
"""Fields that only one type of question has."""

_SINGLE = frozenset({"feedback", "shuffle", "is_true", "order", "gapped", "extract", "extract_lang", "source"})

MECHANICAL = ("true-false", "matching", "ordering", "gap")
"""Types whose right answer follows from their own fields."""


def check(kind: str, given: Collection[str]) -> None:
    """Refuse a field that belongs to another type of question, and an answer that would be a second one."""
    for name in given:
        owner = OWN.get(name, kind)
        if owner != kind:
            them = "it" if name in _SINGLE else "them"
            whose = f"only a question of the type '{owner}' may have '{name}'"
            refuse(f"{name}_without_{owner}", f"{whose}. Take {them} out, or write 'type: {owner}'")
    if "answer" in given and kind in MECHANICAL:
        refuse("answer_told_twice", f"the right answer of a {kind} question is in its other fields. Take 'answer' out")
    if "answer" in given and kind == "extract":
        refuse("answer_told_twice", "the answers of an extract question belong to its 'parts'. Move 'answer' there")
