"""The publication of an edition, checked for words that it must not print."""

from studyguide.editions import spoiler_words
from studyguide.editions.select import select
from studyguide.guide.info import Edition
from studyguide.guide.model import Guide
from studyguide.publication import Publication
from studyguide.render import render
from studyguide.support.cache import NO_STORE, Cache
from studyguide.support.errors import GuideError
from studyguide.themes import theme


def publish(guide: Guide, edition: Edition, store: Cache = NO_STORE, *, theme_name: str | None = None) -> Publication:
    """What an edition of a sound guide will print. Raises `GuideError` where it would give too much away.

    `store` keeps its citations; `theme_name` is the theme that its pictures are drawn for, if not the
    edition's. Raises `BuildError` where citations cannot be set.
    """
    selected = select(guide, edition)
    if problems := spoiler_words.slips(guide, edition, selected):
        raise GuideError(problems)
    publication = render(selected, edition, store, theme.drawing(theme_name or edition.theme or "quiet"))
    spoiler_words.prove(publication, guide, edition)
    return publication
