"""A guide laid out again until every number is right, and written as one document: the measure for bound parts."""

from collections.abc import Sequence
from pathlib import Path

from weasyprint import Document

from studyguide.formats.pdf.layout.html import parts
from studyguide.formats.pdf.layout.verify import proofread
from studyguide.formats.pdf.weasy.renderer import Renderer
from studyguide.publication import Publication
from studyguide.publication.drawing_colours import painted
from studyguide.themes.theme import Look

MOST_ROUNDS = 8


def write(publication: Publication, look: Look, target: Path) -> int:
    """Write a publication as one PDF; the number of its pages."""
    publication = painted(publication, *look.drawing_colours)
    renderer, pieces = Renderer(publication, look), parts(publication)
    numbers = {name: 10 for part in pieces for name in part.targets}
    for _ in range(MOST_ROUNDS):
        before, documents, first = numbers, [], 1
        for part in pieces:
            documents.append(renderer.lay_out(part.html(numbers, first)))
            first += len(documents[-1].pages)
        numbers = _numbers(documents)
        if numbers == before:
            break
    assert numbers == before, "the numbers never settle"
    first = 1
    for part, document in zip(pieces, documents, strict=True):
        proofread(document, first, numbers, part.notes)
        first += len(document.pages)
    renderer.write(documents[0].copy([page for document in documents for page in document.pages]), target)
    return first - 1


def _numbers(documents: Sequence[Document]) -> dict[str, int]:
    """The page of each id."""
    found: dict[str, int] = {}
    for number, page in enumerate((page for document in documents for page in document.pages), start=1):
        for name in page.anchors:
            found.setdefault(name, number)
    return found
