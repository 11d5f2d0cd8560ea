"""Edition check: what a build of any declared edition, or of its handouts, would refuse; nothing is rendered for it.

Whatever depends on the edition, such as its theme, paper, fonts or gates, is a rule here: a function from an edition,
with its guide and what it holds of it, to problems.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from studyguide import handouts
from studyguide.editions import spoiler_words
from studyguide.editions.select import select
from studyguide.guide.info import Edition
from studyguide.guide.model import Guide
from studyguide.handouts.kinds import flashcards
from studyguide.support.errors import Problem


@dataclass(frozen=True)
class Held:
    """An edition, and what it holds."""

    guide: Guide
    edition: Edition
    selected: Guide
    is_sound: bool = True
    """Whether the guide could be built; if not, it is what could be read of one."""


Rule = Callable[[Held], Iterator[Problem]]


def problems(guide: Guide, *, is_sound: bool = True) -> Iterator[Problem]:
    """What is wrong with the editions of a guide; those that hold the same are one to `RULES`."""
    different = {_holds(edition): edition for edition in reversed(guide.info.editions)}
    for edition in reversed(different.values()):
        held = Held(guide, edition, select(guide, edition), is_sound)
        for rule in RULES:
            yield from rule(held)


def _holds(edition: Edition) -> tuple[object, ...]:
    """All that decides what an edition holds."""
    return edition.audience, edition.reveals, edition.chapters, edition.answers


def gate_words(held: Held) -> Iterator[Problem]:
    """Words that stop a build of the edition itself."""
    yield from spoiler_words.slips(held.guide, held.edition, held.selected)


def handout_words(held: Held) -> Iterator[Problem]:
    """Words that stop a sheet that may give away less than the edition does."""
    yield from handouts.slips(held.guide, held.edition, held.selected, is_sound=held.is_sound)


def crowded_cards(held: Held) -> Iterator[Problem]:
    """Flashcards whose words have no room on them, however small."""
    places = dict(handouts.named(held.guide))
    for name in flashcards.crowded(held.selected):
        if name not in places:  # what has no id is refused for that
            continue
        place = places[name]
        message = f"'{name}' does not fit on a flashcard, even in small letters. Shorten its texts."
        yield Problem(place.file, place.line, place.column, message)


RULES: tuple[Rule, ...] = (gate_words, handout_words, crowded_cards)
"""Every rule about what an edition holds. One about its look needs every edition, whatever it holds."""
