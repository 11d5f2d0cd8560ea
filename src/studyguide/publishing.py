"""Publishing: what an edition will print, and nothing that it must not."""

from studyguide import gates, theme
from studyguide.edition import select
from studyguide.errors import GuideError
from studyguide.model import Edition, Guide
from studyguide.publication import Publication
from studyguide.render import render
from studyguide.store import NO_STORE, Store


def publish(guide: Guide, edition: Edition, store: Store = NO_STORE, *, theme_name: str | None = None) -> Publication:
    """What an edition of a sound guide will print. Raises `GuideError` where it would give too much away.

    `store` keeps its citations; `theme_name` is the theme that its pictures are drawn for, if not the
    edition's. Raises `BuildError` where citations cannot be set.
    """
    selected = select(guide, edition)
    if problems := gates.slips(guide, edition, selected):
        raise GuideError(problems)
    publication = render(selected, edition, store, theme.drawing(theme_name or edition.theme or "quiet"))
    gates.prove(publication, guide, edition)
    return publication
