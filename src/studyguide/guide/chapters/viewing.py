"""Viewing: where to find the work, whom it suits, and content warnings."""

from typing import Literal

from studyguide.guide.items import Credit, Item
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Inline, Prose


class Advisory(Item):
    """A content warning: one thing that may trouble viewers, in plain words."""

    topic: Inline
    """The subject of the warning."""
    detail: Inline
    """What the work shows or says, and how."""


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
    """Content that may trouble viewers."""
    advisory_intro: Prose | None = None
    """An introduction, printed before the warnings."""
    releases: tuple[Credit, ...] = ()
    """Discs and editions, and their contents."""
