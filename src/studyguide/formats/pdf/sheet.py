"""A handout: one section, laid out until it fits, and written as a separate document."""

from pathlib import Path

from studyguide.formats.pdf.fit.shrink import fit
from studyguide.formats.pdf.layout.html import bodies
from studyguide.formats.pdf.layout.verify import proofread
from studyguide.formats.pdf.weasy.lock import exclusive
from studyguide.formats.pdf.weasy.renderer import Renderer
from studyguide.publication import Publication
from studyguide.support.atomic_write import replacing
from studyguide.themes.theme import Look


@exclusive
def write(publication: Publication, look: Look, target: Path) -> int:
    """Write a handout; return the number of its pages. Raises `BuildError`, and `FitError` if it does not fit."""
    renderer = Renderer(publication, look)
    (body,) = bodies(publication)
    document = fit(body, renderer, overruns=publication.overruns)
    proofread(document, 1, {}, body.notes)
    with replacing(target) as temporary:
        renderer.write(document, temporary)
    return len(document.pages)
