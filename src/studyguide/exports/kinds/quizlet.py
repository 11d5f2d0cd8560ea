"""Quizlet: lines to paste, each with a front, a tab and a back."""

from studyguide.exports.material import Material, StudyCard
from studyguide.exports.refusals import Refusal, pictured

GROUP = "cards"
FILE = "quizlet.tsv"
PROGRAM = "Quizlet"
CLICK = "exports.quizlet"
SCHEMES = False
COUNTS = False


def refusal(card: StudyCard) -> Refusal | None:
    """See `exports`: pictures, which lines of words cannot have."""
    return pictured([card.front, card.back])


def make(material: Material) -> bytes:
    """All cards, in UTF-8. Plain texts have single spaces, so no tab or line end is part of one."""
    return "".join(f"{card.front.plain}\t{card.back.plain}\n" for card in material.cards if not refusal(card)).encode()
