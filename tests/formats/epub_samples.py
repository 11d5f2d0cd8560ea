"""A small publication with everything a body may hold, and a reader of finished books."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from studyguide.formats import epub
from studyguide.publication import Accessibility, Asset, Heading, Metadata, Publication, Section
from studyguide.themes.theme import look

NAMES = {
    "h": "http://www.w3.org/1999/xhtml",
    "e": "http://www.idpf.org/2007/ops",
    "o": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "n": "http://www.daisy.org/z3986/2005/ncx/",
    "s": "http://www.w3.org/2000/svg",
}

METADATA = Metadata(
    identifier="urn:uuid:6f1d7c5e-8d1d-4b43-9d5a-0c8f4b1a2c3d",
    title="Small & whole",
    subtitle="A guide <to> nothing",
    edition="Student edition",
    description="All marks on few pages.",
    authors=("The first author", "The second author"),
    language="en-GB",
    date=date(2026, 3, 4),
    rights="Free to use.",
    licence="https://creativecommons.org/licenses/by-sa/4.0/",
    subjects=("Small things",),
    works=("Small (film, 2010), directed by nobody", "Small (novel, 2005), by nobody"),
    accessibility=Accessibility(
        conforms_to="EPUB Accessibility 1.1 - WCAG 2.2 Level AA",
        certified_by="A tester",
        report="https://example.org/report",
        checked=date(2026, 3, 1),
    ),
)

FIRST = """<section id="first" role="doc-chapter" aria-labelledby="first-title" data-short="F">
<h1 id="first-title">First</h1>
<p>A <a class="term" href="#word">word</a>, the <a class="term" href="#word">same word</a> and a claim.<span
class="note">The <em>first</em> note.</span> See <a class="ref" href="#tail">the tail</a> <span class="page-ref"
data-ref="tail"/>, <a class="ref" href="#table">the table</a> and <a class="cite" href="#source-one">One</a>.</p>
<h2 id="table">Table</h2>
<table><caption>Sizes</caption><thead><tr><th scope="col">Thing</th><th scope="col">Size</th></tr></thead>
<tbody><tr><th scope="row">Pea</th><td data-label="Size">small</td></tr></tbody></table>
<p><span lang="fr">petit pois</span><span class="note">Second.</span>
<a class="answer-link" href="#answer-q">Answer</a></p>
<p><img src="images/dot.png" alt="A dot"/></p>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role="img" aria-labelledby="dot-title"><title id="dot-title">A
dot</title><linearGradient id="shade"/><circle r="4"/></svg></section>"""

SECOND = """<section id="second" role="doc-chapter"><h1 id="second-title">Second</h1><p>Nothing.</p>
<h2 id="tail">Tail</h2><p>End.</p></section>"""

ANSWERS = """<section id="answers" role="doc-appendix"><h1 id="answers-title">Answers</h1>
<div id="answer-q"><p>Yes.
<a class="back-link" href="#table" aria-label="Back to the question">Back</a></p></div></section>"""

GLOSSARY = """<section id="glossary" role="doc-glossary"><h1 id="glossary-title">Glossary</h1>
<dl><dt id="word">Word</dt><dd>What is <em>said</em>, or <a class="term" href="#other">the other</a>.<span
class="note">A note of the glossary.</span></dd>
<dt id="other">Other</dt><dd><p>One.</p><p>Two.</p></dd></dl></section>"""

WORKS = """<section id="works" role="doc-bibliography"><h1 id="works-title">Works cited</h1>
<ul><li id="source-one">One, <cite>One</cite>.</li></ul></section>"""

# A grey dot, one pixel wide.
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a4944415408d76368000000820081dd436af40000000049454e44ae426082"
)


def section(body: str, kind: str = "prose") -> Section:
    """A section whose facts are taken from its body."""
    root = etree.fromstring(body)
    headings = tuple(
        Heading(h.get("id"), int(h.tag[1]), " ".join("".join(h.itertext()).split())) for h in root.iter("h1", "h2")
    )
    title = headings[0].text
    return Section(root.get("id"), kind, root.get("role"), title, title, headings, body)


def publication(folder: Path, *bodies: str, **metadata: object) -> Publication:
    """The sample, or one with other bodies; `folder` takes its image."""
    image = folder / "dot.png"
    image.write_bytes(DOT)
    parts = bodies or (FIRST, SECOND, ANSWERS, GLOSSARY, WORKS)
    sections = tuple(section(body, "answers" if 'id="answers"' in body else "prose") for body in parts)
    assets = (Asset("images/dot.png", "image/png", image),)
    return Publication("small", replace(METADATA, **metadata), sections, assets)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Book:
    """A finished book, read back."""

    path: Path
    files: dict[str, bytes]

    def tree(self, name: str) -> etree._Element:
        """The root of one of its XML files."""
        return etree.fromstring(self.files[f"EPUB/{name}"])

    def find(self, name: str, path: str) -> list:
        """What an XPath finds in one of its files."""
        return self.tree(name).xpath(path, namespaces=NAMES)

    @property
    def pages(self) -> list[str]:
        """The pages in reading order."""
        hrefs = {item.get("id"): item.get("href") for item in self.find("content.opf", "//o:item")}
        return [hrefs[item.get("idref")] for item in self.find("content.opf", "//o:itemref")]


def read(path: Path) -> Book:
    """A book from its file."""
    with ZipFile(path) as archive:
        return Book(path, {name: archive.read(name) for name in archive.namelist()})


def build(folder: Path, *bodies: str, **metadata: object) -> Book:
    """Write the sample and read it back."""
    target = folder / "small.epub"
    epub.write(publication(folder, *bodies, **metadata), look("epub"), target)
    return read(target)
