"""Publishing: what an edition will print, and nothing that it must not."""

from studyguide import gates
from studyguide.edition import select
from studyguide.errors import GuideError, Problem
from studyguide.model import Edition, Guide
from studyguide.publication import Publication
from studyguide.render import render


def publish(guide: Guide, edition: Edition) -> Publication:
    """What an edition will print. Raises `GuideError` where it would be empty, or would give too much away."""
    selected = select(guide, edition)
    if not selected.chapters:
        place = guide.places["guide.yaml"]["editions", guide.info.editions.index(edition)]
        message = f"The edition '{edition.id}' holds nothing. Let it reveal more, or name other chapters."
        raise GuideError([Problem(place.file, place.line, place.column, message)])
    if problems := gates.slips(guide, edition, selected):
        raise GuideError(problems)
    publication = render(selected, edition)
    gates.prove(publication, guide, edition)
    return publication
