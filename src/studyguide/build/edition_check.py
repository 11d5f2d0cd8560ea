"""Edition check: problems that would stop a build of an edition or of its handouts, found without rendering.

A check that depends on the edition, such as on its theme, paper, fonts or gates, is a rule here: a function that takes
an edition with its content and returns problems.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from studyguide import handouts
from studyguide.editions import spoiler_words
from studyguide.editions.select import select
from studyguide.guide.info import Edition
from studyguide.guide.model import Guide
from studyguide.handouts.kinds import flashcards, quotation_cards
from studyguide.support.errors import Problem


@dataclass(frozen=True)
class Held:
    """An edition, and its content."""

    guide: Guide
    edition: Edition
    selected: Guide
    is_sound: bool = True
    """Whether the guide could be built; if not, it has only the readable parts."""


Rule = Callable[[Held], Iterator[Problem]]


def problems(guide: Guide, *, is_sound: bool = True) -> Iterator[Problem]:
    """The problems of a guide's editions. `RULES` run once for editions with the same content."""
    different = {_holds(edition): edition for edition in reversed(guide.info.editions)}
    for edition in reversed(different.values()):
        held = Held(guide, edition, select(guide, edition), is_sound)
        for rule in RULES:
            yield from rule(held)


def _holds(edition: Edition) -> tuple[object, ...]:
    """The fields that decide an edition's content."""
    return edition.audience, edition.reveals, edition.chapters, edition.answers


def gate_words(held: Held) -> Iterator[Problem]:
    """Words that stop a build of the edition itself."""
    yield from spoiler_words.slips(held.guide, held.edition, held.selected)


def handout_words(held: Held) -> Iterator[Problem]:
    """Words that stop a sheet whose spoiler level is below that of the edition."""
    yield from handouts.slips(held.guide, held.edition, held.selected, is_sound=held.is_sound)


def crowded_cards(held: Held) -> Iterator[Problem]:
    """Flashcards whose words do not fit, even in the smallest letters."""
    places = dict(handouts.named(held.guide))
    for name in (*flashcards.crowded(held.selected), *quotation_cards.crowded(held.selected)):
        if name not in places:  # an item without an id has a problem already
            continue
        place = places[name]
        message = f"'{name}' does not fit on a flashcard, even in small letters. Shorten its texts."
        yield Problem(place.file, place.line, place.column, message)


RULES: tuple[Rule, ...] = (gate_words, handout_words, crowded_cards)
"""Every rule about the content of an edition. Rules about its look run for every edition."""
