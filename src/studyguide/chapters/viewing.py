"""Viewing: where to find the work, whom it suits, and what to warn of."""

from typing import Literal

from studyguide.model import Chapter, Credit, Inline, Item, Prose


class Advisory(Item):
    """One thing that may trouble a viewer, said plainly."""

    topic: Inline
    detail: Inline


class Viewing(Chapter):
    """Before you press play."""

    kind: Literal["viewing"]
    where: Prose
    """Ways to watch or borrow it that do not go stale."""
    certificates: tuple[Credit, ...] = ()
    """Country and rating."""
    suits: tuple[Inline, ...] = ()
    unsuited: tuple[Inline, ...] = ()
    advisory: tuple[Advisory, ...] = ()
    advisory_intro: Prose | None = None
    releases: tuple[Credit, ...] = ()
    """Discs and editions with what is on them."""
