"""Edition check: what a build of any declared edition, or of its handouts, would refuse; nothing is rendered for it.

Whatever depends on the edition, such as its theme, paper, fonts or gates, is a rule here: a function from a guide, one
of its editions and what this holds to problems.
"""

from collections.abc import Callable, Iterator

from studyguide import gates, handouts
from studyguide.edition import select
from studyguide.errors import Problem
from studyguide.handouts import flashcards
from studyguide.model import Edition, Guide

Rule = Callable[[Guide, Edition, Guide], Iterator[Problem]]


def problems(guide: Guide) -> Iterator[Problem]:
    """What is wrong with the editions of what could be read of a guide; those that hold the same are one to `RULES`."""
    different = {_holds(edition): edition for edition in reversed(guide.info.editions)}
    for edition in reversed(different.values()):
        selected = select(guide, edition)
        for rule in RULES:
            yield from rule(guide, edition, selected)


def _holds(edition: Edition) -> tuple[object, ...]:
    """All that decides what an edition holds."""
    return edition.audience, edition.reveals, edition.chapters, edition.answers


def gate_words(guide: Guide, edition: Edition, selected: Guide) -> Iterator[Problem]:
    """Words that stop a build of the edition itself."""
    yield from gates.slips(guide, edition, selected)


def handout_words(guide: Guide, edition: Edition, selected: Guide) -> Iterator[Problem]:
    """Words that stop a sheet that may give away less than the edition does."""
    yield from handouts.slips(guide, edition, selected)


def crowded_cards(guide: Guide, _edition: Edition, selected: Guide) -> Iterator[Problem]:
    """Flashcards whose words have no room on them, however small."""
    places = dict(handouts.named(guide))
    for name in flashcards.crowded(selected):
        if name not in places:  # what has no id is refused for that
            continue
        place = places[name]
        message = f"'{name}' does not fit on a flashcard, even in small letters. Shorten its texts."
        yield Problem(place.file, place.line, place.column, message)


RULES: tuple[Rule, ...] = (gate_words, handout_words, crowded_cards)
"""Every rule about what an edition holds. One about its look needs every edition, whatever it holds."""
