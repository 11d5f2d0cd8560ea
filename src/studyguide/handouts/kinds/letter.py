"""Letter: each letter home on a sheet, with blanks to fill in and a slip to return."""

import re
from collections.abc import Iterator
from itertools import count

from studyguide.guide.chapters.permissions import Letter, Permissions
from studyguide.guide.model import Guide
from studyguide.handouts.sheet import Sheet, Tier, of_kind
from studyguide.support.templates import Markup, escape

GROUP = "lessons"
TIERS = (Tier.CORE,)
MADE_OF = ("permissions",)

_BETWEEN_TAGS = re.compile(r"(?<=>)[^<]+")
_GAP = re.compile("_{3,}")


def subjects(guide: Guide) -> Iterator[tuple[str, Letter]]:
    """Each letter."""
    return ((letter.id, letter) for chapter in of_kind(guide, Permissions) for letter in chapter.letters)


def sheets(guide: Guide, tier: Tier) -> Iterator[Sheet]:  # noqa: ARG001 (it has one tier)
    """A sheet for each letter, which gives away no more than the letter's own level allows."""
    for name, letter in subjects(guide):
        yield Sheet(name, letter.title, "", {"letter": letter, "blanks": blanks}, letter.spoiler)


def blanks(html: Markup, label: str) -> Markup:
    """Finished text with a blank in place of each run of underscores, but not in addresses; `label` names a blank."""
    numbers = count(1)

    def blank(_: re.Match[str]) -> str:
        name = f"blank-{next(numbers)}"
        return f'<input type="text" class="blank gap" name="{name}" aria-label="{escape(label)}"/>'

    return Markup(_BETWEEN_TAGS.sub(lambda text: _GAP.sub(blank, text[0]), html))
