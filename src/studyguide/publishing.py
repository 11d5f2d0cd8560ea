"""Publishing: what an edition will print, and nothing that it must not."""

from studyguide import gates
from studyguide.edition import select
from studyguide.errors import GuideError
from studyguide.model import Edition, Guide
from studyguide.publication import Publication
from studyguide.render import render


def publish(guide: Guide, edition: Edition) -> Publication:
    """What an edition of a sound guide will print. Raises `GuideError` where it would give too much away."""
    selected = select(guide, edition)
    if problems := gates.slips(guide, edition, selected):
        raise GuideError(problems)
    publication = render(selected, edition)
    gates.prove(publication, guide, edition)
    return publication
