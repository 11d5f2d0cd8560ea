"""Choices in GIFT: options with shares of the mark."""

from typing import Any

from studyguide.imports.found import NotTakenError, Remark
from studyguide.imports.gift.answers import Answer, Answers
from studyguide.imports.gift.texts import Texts

_WHOLE = 100
_NEAR = 0.1
"""Shares that differ by less are the same: a third is written in many ways."""


def choice(answers: Answers, texts: Texts, remark: Remark) -> dict[str, Any]:
    """The keys of a choice with its options, the right ones, and what is said of each."""
    right = [each for each in answers.answers if each.share > 0]
    _check(answers, right)
    if any(_is_odd(each, right[0]) for each in answers.answers):
        remark("The marks that it takes off for wrong options are left out.")
    shown = {number: texts.inline(each.text) for number, each in enumerate(answers.answers)}
    chosen = [shown[number] for number, each in enumerate(answers.answers) if each.share > 0]
    told = [
        {"option": shown[number], "text": texts.inline(each.feedback)}
        for number, each in enumerate(answers.answers)
        if each.feedback
    ]
    found: dict[str, Any] = {"options": [*shown.values()]}
    found |= {"answer": chosen[0]} if len(chosen) == 1 else {"answers": chosen}
    return {**found, **({"feedback": told} if told else {})}


def _check(answers: Answers, right: list[Answer]) -> None:
    """Refuse shares that a guide has no place for."""
    if not right:
        raise NotTakenError("None of its options is right. Mark the right one with = .")
    if len({round(float(each.share) / _NEAR) for each in right}) > 1 or (len(right) == 1 and right[0].share != _WHOLE):
        raise NotTakenError(
            "Some of its options earn a smaller part of the mark. In a guide, an option is right or wrong."
        )
    if answers.is_single and len(right) > 1:
        raise NotTakenError(
            "Several of its options are right, and students choose one. In a guide, they would have to choose all: "
            "leave one of them."
        )


def _is_odd(answer: Answer, right: Answer) -> bool:
    """Whether a wrong option takes off another share than a right one gives, which is what our own quizzes do."""
    return answer.share < 0 and abs(float(answer.share + right.share)) > _NEAR
