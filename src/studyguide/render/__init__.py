"""Render: a guide becomes a publication, chapter by chapter, through the templates named after their kinds."""

from uuid import NAMESPACE_URL, uuid5

from studyguide.guide import works
from studyguide.guide.info import Edition
from studyguide.guide.model import Guide
from studyguide.publication import Accessibility, Metadata, Publication
from studyguide.render import template_functions
from studyguide.render.sections import SectionWriter
from studyguide.themes.theme import USUAL, Drawing


def render(guide: Guide, edition: Edition, drawing: Drawing = USUAL) -> Publication:
    """The publication of a guide that `editions.select` has reduced to the content its readers may see.

    `drawing` is the size of drawings. Raises `BuildError` if citations cannot be set.
    """
    sections = SectionWriter(guide, edition.id, drawing).write()
    assets = template_functions.assets(guide)
    return Publication(
        guide.info.name,
        metadata(guide, edition),
        tuple(sections),
        assets,
        openings=edition.openings,
        labels=guide.info.labels,
    )


def metadata(guide: Guide, edition: Edition) -> Metadata:
    """The Dublin Core metadata of an edition's publication."""
    info = guide.info
    return Metadata(
        identifier=_identifier(guide, edition),
        title=info.title,
        subtitle=info.subtitle,
        edition=edition.title,
        description=info.description,
        authors=info.authors,
        language=info.language,
        date=info.date,
        rights=info.rights,
        licence=info.licence,
        subjects=info.subjects,
        works=tuple(works.line(work, info.labels) for work in info.works),
        accessibility=Accessibility(**info.accessibility.model_dump()),
    )


def _identifier(guide: Guide, edition: Edition) -> str:
    """The guide's own for its first edition; others get one derived from it: readers keep one book of an identifier."""
    info = guide.info
    if edition == info.editions[0]:
        return info.identifier
    return uuid5(NAMESPACE_URL, f"{info.identifier}#{edition.id}").urn
