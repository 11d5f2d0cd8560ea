"""Publishing: what an edition will print, and nothing that it must not."""

from studyguide import gates
from studyguide.edition import select
from studyguide.errors import GuideError
from studyguide.model import Edition, Guide
from studyguide.publication import Publication
from studyguide.render import render
from studyguide.store import NO_STORE, Store


def publish(guide: Guide, edition: Edition, store: Store = NO_STORE) -> Publication:
    """What an edition of a sound guide will print. Raises `GuideError` where it would give too much away.

    `store` keeps its citations. Raises `BuildError` where they cannot be set.
    """
    selected = select(guide, edition)
    if problems := gates.slips(guide, edition, selected):
        raise GuideError(problems)
    publication = render(selected, edition, store)
    gates.prove(publication, guide, edition)
    return publication
