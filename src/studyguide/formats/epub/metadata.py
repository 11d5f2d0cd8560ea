"""What the package document says about the book: Dublin Core, and how accessible it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from studyguide.publication import Metadata, Publication

CONFORMS_TO = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
FEATURES = (
    "ARIA",
    "alternativeText",
    "displayTransformability",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
)
PAGE_FEATURES = ("pageBreakMarkers", "pageNavigation")
SUMMARY = (
    "The whole guide is real text with headings, lists, tables with header cells, and marked languages. "
    "Pictures and diagrams have text alternatives; nothing depends on colour alone, on sound or on movement. "
    "Footnotes and glossary words link to their notes and back, questions link to their answers and back, "
    "and the table of contents leads to every chapter and its parts. "
    "{pages}Size, typeface, spacing and colours of the text follow the reader's own settings."
)
PAGES = "The page numbers are those of the printed guide. "


@dataclass(frozen=True)
class Entry:
    """One element of the package metadata: ``dc:name`` for vocabulary DC, ``meta`` for OPF."""

    vocabulary: Literal["DC", "OPF"]
    name: str
    value: str
    attributes: dict[str, str] = field(default_factory=dict)


def entries(publication: Publication) -> Iterator[Entry]:
    """Everything but the identifier and the date of modification, which the packager writes."""
    metadata = publication.metadata
    yield from _titles(metadata)
    yield from _people(metadata)
    yield from _facts(metadata)
    yield from _accessibility(metadata, PAGE_FEATURES if publication.breaks else ())
    if publication.breaks:
        yield _meta("pageBreakSource", publication.printed_as)


def _titles(metadata: Metadata) -> Iterator[Entry]:
    """Reading systems show the first title; the types tell the others apart."""
    titles = (("main", metadata.title), ("subtitle", metadata.subtitle), ("edition", metadata.edition))
    for number, (kind, text) in enumerate(titles, 1):
        if text:
            yield Entry("DC", "title", text, {"id": f"title-{kind}"})
            yield _meta("title-type", kind, refines=f"title-{kind}")
            yield _meta("display-seq", str(number), refines=f"title-{kind}")


def _people(metadata: Metadata) -> Iterator[Entry]:
    for number, author in enumerate(metadata.authors, 1):
        yield Entry("DC", "creator", author, {"id": f"creator-{number}"})
        yield Entry(
            "OPF",
            "meta",
            "aut",
            {"refines": f"#creator-{number}", "property": "role", "scheme": "marc:relators"},
        )


def _facts(metadata: Metadata) -> Iterator[Entry]:
    yield Entry("DC", "language", metadata.language)
    yield Entry("DC", "date", metadata.date.isoformat())
    yield Entry("DC", "description", metadata.description)
    yield Entry("DC", "rights", metadata.rights)
    yield from (Entry("DC", "subject", subject) for subject in metadata.subjects)
    yield from (Entry("DC", "relation", work) for work in metadata.works)
    if metadata.licence:
        yield _meta("dcterms:license", metadata.licence)


def _accessibility(metadata: Metadata, more: tuple[str, ...]) -> Iterator[Entry]:
    """EPUB Accessibility 1.1; the authors answer for the claim."""
    yield from (_meta("schema:accessMode", mode) for mode in ("textual", "visual"))
    yield from (_meta("schema:accessModeSufficient", modes) for modes in ("textual,visual", "textual"))
    yield from (_meta("schema:accessibilityFeature", feature) for feature in (*FEATURES, *more))
    yield _meta("schema:accessibilityHazard", "none")
    yield _meta("schema:accessibilitySummary", SUMMARY.format(pages=PAGES if more else ""))
    yield Entry("OPF", "meta", CONFORMS_TO, {"property": "dcterms:conformsTo", "id": "conformance"})
    yield _meta("a11y:certifiedBy", ", ".join(metadata.authors), refines="conformance")


def _meta(name: str, value: str, *, refines: str | None = None) -> Entry:
    attributes = {"property": name} | ({"refines": f"#{refines}"} if refines else {})
    return Entry("OPF", "meta", value, attributes)
