"""Viewing: where to find the work, whom it suits, and what to warn of."""

from typing import Literal

from studyguide.guide.items import Credit, Item
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Inline, Prose


class Advisory(Item):
    """One thing that may trouble a viewer, said plainly."""

    topic: Inline
    """What it is about."""
    detail: Inline
    """What is shown or said, and how."""


class Viewing(Chapter):
    """Before you press play."""

    kind: Literal["viewing"]
    where: Prose
    """Ways to watch or borrow it that do not go stale."""
    certificates: tuple[Credit, ...] = ()
    """Country and rating."""
    suits: tuple[Inline, ...] = ()
    """Whom it suits."""
    unsuited: tuple[Inline, ...] = ()
    """Whom it does not suit."""
    advisory: tuple[Advisory, ...] = ()
    """What may trouble viewers."""
    advisory_intro: Prose | None = None
    """What to say before the warnings."""
    releases: tuple[Credit, ...] = ()
    """Discs and editions with what is on them."""
