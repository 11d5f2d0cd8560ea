"""Quizlet: lines to paste, each with a front, a tab and a back."""

from studyguide.exports.material import Material, QuizItem
from studyguide.exports.refusals import Refusal

GROUP = "cards"
FILE = "quizlet.tsv"
PROGRAM = "Quizlet"
CLICK = "exports.quizlet"
SCHEMES = False
COUNTS = False


def refusal(item: QuizItem) -> Refusal | None:  # noqa: ARG001 (it takes all cards)
    """See `exports`."""
    return None


def make(material: Material) -> bytes:
    """All cards, in UTF-8. Plain texts have single spaces, so no tab or line end is part of one."""
    return "".join(f"{card.front.plain}\t{card.back.plain}\n" for card in material.cards).encode()
