"""Small publications for the tests of the PDF, and a reader of its structure."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf

from studyguide.formats import pdf
from studyguide.publication import Asset, Heading, Metadata, Publication, Section
from studyguide.support import xhtml
from studyguide.themes import theme

METADATA = Metadata(
    identifier="urn:uuid:00000000-0000-4000-8000-000000000002",
    title="A sample <guide> & more",
    subtitle="To be tested",
    edition="Student edition",
    description="A few words.",
    authors=("Ada", "Ben"),
    language="en-GB",
    date=date(2026, 3, 4),
    rights="© 2026 Ada and Ben",
    licence="https://creativecommons.org/licenses/by-sa/4.0/",
    subjects=("film", "novel"),
    works=("A film (film, 2010)",),
)


def publication(*contents: str, assets: tuple[Asset, ...] = ()) -> Publication:
    """A publication with one section for each piece of content, an ``h1`` put in front."""
    sections = tuple(_section(number, content) for number, content in enumerate(contents, start=1))
    return Publication("sample", METADATA, sections, assets)


def _section(number: int, content: str) -> Section:
    body = (
        f'<section id="c{number}" class="chapter prose" role="doc-chapter" data-short="Short {number}" '
        f'data-guide="Sample"><h1 id="c{number}-title">Chapter {number}</h1>{content}</section>'
    )
    found = list(xhtml.parse(body).iter("h1", "h2"))
    headings = tuple(Heading(found_id(e), int(e.tag[1]), xhtml.text(e)) for e in found)
    return Section(f"c{number}", "prose", "doc-chapter", f"Chapter {number}", f"Short {number}", headings, body)


def found_id(element: Any) -> str:
    return str(element.get("id"))


def build(folder: Path, *contents: str, assets: tuple[Asset, ...] = ()) -> Path:
    """Write the PDF of a sample and return its path."""
    target = folder / "sample.pdf"
    pdf.write(publication(*contents, assets=assets), theme.look("pdf"), target)
    return target


def elements(file: pikepdf.Pdf, role: str) -> list[Any]:
    """All structure elements of a role, in reading order."""
    return [element for element in _walk(file.Root.StructTreeRoot.K[0]) if f"/{role}" == element.S]


def roles(element: Any) -> Any:
    """The structure below an element as nested lists of role names, without text and spans that only wrap it."""
    kids = [roles(kid) for kid in _kids(element) if kid.S != "/Span" or "/Lang" in kid or "/E" in kid]
    name = str(element.S).removeprefix("/")
    return [name, *kids] if kids else name


def _walk(element: Any) -> Iterator[Any]:
    yield element
    for kid in _kids(element):
        yield from _walk(kid)


def _kids(element: Any) -> list[Any]:
    return [kid for kid in element.get("/K", []) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
