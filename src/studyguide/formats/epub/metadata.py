"""The metadata in the package document: Dublin Core, and accessibility."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from studyguide.publication import Accessibility, Metadata, Publication

FEATURES = (
    "ARIA",
    "alternativeText",
    "displayTransformability",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
)
"""The accessible features of every book: the program ensures them, or refuses the guide."""
PAGE_FEATURES = ("pageBreakMarkers", "pageNavigation")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PICTURE = re.compile(r"<(img|svg)[ />]")


@dataclass(frozen=True)
class MetadataEntry:
    """One element of the package metadata: ``dc:name`` for vocabulary DC, ``meta`` for OPF, or the package's own."""

    vocabulary: Literal["DC", "OPF"] | None
    name: str
    value: str
    attributes: dict[str, str] = field(default_factory=dict)


def entries(publication: Publication) -> Iterator[MetadataEntry]:
    """All metadata except the identifier and the date of modification, which the packager writes."""
    metadata = publication.metadata
    yield from _titles(metadata)
    yield from _people(metadata)
    yield from _facts(metadata)
    yield from _accessibility(publication)
    yield from _claim(metadata.accessibility)
    if publication.breaks:
        yield _meta("pageBreakSource", publication.printed_as)


def _titles(metadata: Metadata) -> Iterator[MetadataEntry]:
    """The titles. Reading systems show the first one; types distinguish the others."""
    titles = (("main", metadata.title), ("subtitle", metadata.subtitle), ("edition", metadata.edition))
    for number, (kind, text) in enumerate(titles, 1):
        if text:
            language = metadata.title_language if kind == "main" else ""
            told = {XML_LANG: language} if language else {}
            yield MetadataEntry("DC", "title", text, {"id": f"title-{kind}", **told})
            yield _meta("title-type", kind, refines=f"#title-{kind}")
            yield _meta("display-seq", str(number), refines=f"#title-{kind}")


def _people(metadata: Metadata) -> Iterator[MetadataEntry]:
    for number, author in enumerate(metadata.authors, 1):
        yield MetadataEntry("DC", "creator", author, {"id": f"creator-{number}"})
        yield MetadataEntry(
            "OPF",
            "meta",
            "aut",
            {"refines": f"#creator-{number}", "property": "role", "scheme": "marc:relators"},
        )


def _facts(metadata: Metadata) -> Iterator[MetadataEntry]:
    yield MetadataEntry("DC", "language", metadata.language)
    yield MetadataEntry("DC", "date", metadata.date.isoformat())
    yield MetadataEntry("DC", "description", metadata.description)
    yield MetadataEntry("DC", "rights", metadata.rights)
    yield from (MetadataEntry("DC", "subject", subject) for subject in metadata.subjects)
    yield from (MetadataEntry("DC", "relation", work) for work in metadata.works)
    if metadata.licence:
        yield _meta("dcterms:license", metadata.licence)


def _accessibility(publication: Publication) -> Iterator[MetadataEntry]:
    """EPUB Accessibility 1.1, 2.2: the properties that follow from how the book was made."""
    metadata, paged = publication.metadata, bool(publication.breaks)
    modes = ["textual", "visual"] if any(_PICTURE.search(each.body) for each in publication.sections) else ["textual"]
    yield from (_meta("schema:accessMode", mode) for mode in modes)
    yield from (_meta("schema:accessModeSufficient", each) for each in dict.fromkeys((",".join(modes), "textual")))
    yield from (_meta("schema:accessibilityFeature", each) for each in (*FEATURES, *(PAGE_FEATURES if paged else ())))
    yield _meta("schema:accessibilityHazard", "none")
    labels, own = publication.labels, metadata.accessibility.summary
    summary = own or labels.say("epub.summary", by="paged" if paged else "plain")
    foreign = not own and labels.lacks("epub.summary")
    yield _meta("schema:accessibilitySummary", summary, **({XML_LANG: "en"} if foreign else {}))


def _claim(claim: Accessibility) -> Iterator[MetadataEntry]:
    """EPUB Accessibility 1.1, 2.3: the standard that the authors claim, and who checked it; or nothing."""
    if not (claim.conforms_to and claim.certified_by):
        return
    yield _meta("dcterms:conformsTo", claim.conforms_to, id="conformance")
    yield _meta("a11y:certifiedBy", claim.certified_by, refines="#conformance", id="certifier")
    if claim.checked:
        yield _meta("dcterms:date", claim.checked.isoformat(), refines="#certifier")
    if claim.report:
        attributes = {"rel": "a11y:certifierReport", "refines": "#certifier", "href": claim.report}
        yield MetadataEntry(None, "link", "", attributes)


def _meta(name: str, value: str, **attributes: str) -> MetadataEntry:
    return MetadataEntry("OPF", "meta", value, {"property": name, **attributes})
