"""Render: a guide becomes a publication, chapter by chapter, through the templates named after their kinds."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal
from uuid import NAMESPACE_URL, uuid5

from studyguide.guide import works
from studyguide.guide.info import Edition
from studyguide.guide.model import Guide
from studyguide.publication import Accessibility, Metadata, Publication, Section, mediums, page_refs
from studyguide.render import cover, picture_files
from studyguide.render.sections import SectionWriter
from studyguide.render.text_sources import TextSources
from studyguide.themes.theme import USUAL, Drawing

FEW, SHORT = 6, 5
"""The most sections, and the most pages, of a guide whose chapters run on if its author chooses nothing."""


def render(
    guide: Guide, edition: Edition, drawing: Drawing = USUAL, sources: Mapping[str, TextSources] | None = None
) -> Publication:
    """The publication of a guide that `editions.select` has reduced to the content its readers may see.

    `drawing` is the size of drawings. With `sources`, elements have those of their texts. Raises `BuildError` if
    citations cannot be set.
    """
    sections = SectionWriter(guide.marked(), edition.id, drawing, sources or {}).write()
    assets = picture_files.assets(guide)
    return Publication(
        guide.info.name,
        replace(metadata(guide, edition), contents=cover.contents(guide), strip=cover.strip(guide)),
        tuple(sections),
        assets,
        openings=edition.openings or usual_openings(sections),
        labels=guide.info.labels,
    )


def usual_openings(sections: Sequence[Section]) -> Literal["short-run-on", "run-on"]:
    """Which chapters share pages: all in a short guide, where cover, contents and white space would be most of it."""
    if len(sections) > FEW:
        return "short-run-on"
    length = page_refs.joined([page_refs.extent(mediums.printed(section.body)) for section in sections]).length
    return "run-on" if length <= SHORT * page_refs.TYPICAL else "short-run-on"


def metadata(guide: Guide, edition: Edition) -> Metadata:
    """The Dublin Core metadata of an edition's publication."""
    info, on_page = guide.info, guide.info.marked()
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
        title_on_page=on_page.title,
        works_on_page=tuple(works.line(work, on_page.labels) for work in on_page.works),
        title_language=info.title_lang or "",
        accessibility=Accessibility(**info.accessibility.model_dump()),
    )


def _identifier(guide: Guide, edition: Edition) -> str:
    """The guide's own for its first edition; others get one derived from it: readers keep one book of an identifier."""
    info = guide.info
    if edition == info.editions[0]:
        return info.identifier
    return uuid5(NAMESPACE_URL, f"{info.identifier}#{edition.id}").urn
