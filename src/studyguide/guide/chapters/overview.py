"""Overview: the guide at a glance."""

from typing import Literal

from studyguide.guide.items import Credit, Item
from studyguide.guide.model import Chapter
from studyguide.guide.text_types import Inline, Prose


class Point(Item):
    """A short heading with a few sentences under it."""

    title: Inline
    """The heading."""
    text: Prose
    """The sentences under it."""


class Overview(Chapter):
    """An at-a-glance card and a set-up that gives nothing away."""

    kind: Literal["overview"]
    card: tuple[Credit, ...] = ()
    """Rows of the at-a-glance card."""
    setup: Prose
    """What the work is about, safe to read before it."""
    points: tuple[Point, ...] = ()
    """Why study it, how to use this guide, and the like."""
