"""The container: order, permissions, metadata, navigation, and nothing of the clock."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from epub_samples import build, publication, read

from studyguide.formats import epub
from studyguide.languages.labels import Labels
from studyguide.publication import Accessibility, Heading, Section
from studyguide.support.errors import BuildError
from studyguide.themes.theme import look

SAMPLES = Path(__file__).parent
BUILD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from epub_samples import build
build(Path(sys.argv[2]))
"""


def test_the_zip_is_as_the_standard_wants_it(tmp_path):
    with ZipFile(build(tmp_path).path) as archive:
        entries = archive.infolist()
    assert (entries[0].filename, entries[0].compress_type) == ("mimetype", ZIP_STORED)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
    assert len({entry.filename for entry in entries}) == len(entries)


def test_one_page_a_section_in_reading_order(tmp_path):
    front = ["cover_page.xhtml", "title_page.xhtml", "contents_page.xhtml"]
    sections = [f"{name}.xhtml" for name in ("first", "second", "answers", "glossary", "works")]
    assert build(tmp_path).pages == front + sections


def test_the_manifest_names_what_is_there(tmp_path):
    book = build(tmp_path)
    items = {item.get("href"): item.get("properties") for item in book.find("content.opf", "//o:item")}
    assert {f"EPUB/{href}" for href in items} == {
        name for name in book.files if name.startswith("EPUB/") and not name.endswith(".opf")
    }
    assert {href: what for href, what in items.items() if what} == {
        "cover.png": "cover-image",
        "contents_page.xhtml": "nav",
        "first.xhtml": "svg",
    }


PROPERTY = '//o:meta[@property="{}"]'


def said(book, name):
    return [element.text for element in book.find("content.opf", PROPERTY.format(name))]


def test_a_claim_says_who_checked_it_when_and_where_to_read_of_it(tmp_path):
    book = build(tmp_path)
    [claim] = book.find("content.opf", PROPERTY.format("dcterms:conformsTo"))
    [certifier] = book.find("content.opf", PROPERTY.format("a11y:certifiedBy"))
    [day] = book.find("content.opf", PROPERTY.format("dcterms:date"))
    [report] = book.find("content.opf", "//o:link")
    assert (claim.text, certifier.text, day.text) == (CLAIM, "A tester", "2026-03-01")
    assert certifier.get("refines") == f"#{claim.get('id')}"
    assert {each.get("refines") for each in (day, report)} == {f"#{certifier.get('id')}"}
    assert (report.get("rel"), report.get("href")) == ("a11y:certifierReport", "https://example.org/report")


CLAIM = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"


def described(tmp_path, language, accessibility, **changes):
    book = publication(tmp_path)
    about = replace(book.metadata, language=language, accessibility=accessibility)
    labels = Labels.of(language)
    epub.write(replace(book, metadata=about, labels=labels, **changes), look("epub"), tmp_path / "book.epub")
    return read(tmp_path / "book.epub")


def test_nobody_claims_what_nobody_checked(tmp_path):
    book = described(tmp_path, "en-GB", Accessibility())
    assert not any(said(book, name) for name in ("dcterms:conformsTo", "a11y:certifiedBy", "dcterms:date"))
    assert not book.find("content.opf", "//o:link")
    assert said(book, "schema:accessibilityHazard") == ["none"]
    assert "alternativeText" in said(book, "schema:accessibilityFeature")
    assert said(book, "schema:accessMode") == ["textual", "visual"]


def test_a_book_without_pictures_is_only_text(tmp_path):
    words = '<section id="only" role="doc-chapter"><h1 id="only-title">Only</h1><p>Words.</p></section>'
    section = Section("only", "prose", "doc-chapter", "Only", "Only", (Heading("only-title", 1, "Only"),), words)
    book = described(tmp_path, "en-GB", Accessibility(), sections=(section,), assets=())
    assert said(book, "schema:accessMode") == said(book, "schema:accessModeSufficient") == ["textual"]


@pytest.mark.parametrize(
    ("language", "own", "marked"),
    [("en", None, None), ("en-US", None, None), ("br", None, "en"), ("de", None, None), ("br", "Profwyd.", None)],
)
def test_the_summary_is_in_the_language_it_says(tmp_path, language, own, marked):
    [found] = described(tmp_path, language, Accessibility(summary=own)).find(
        "content.opf", PROPERTY.format("schema:accessibilitySummary")
    )
    assert found.get("{http://www.w3.org/XML/1998/namespace}lang") == marked
    usual = "Der Text ist echter Text" if language == "de" else "The text is real text"
    assert found.text == own if own else found.text.startswith(usual)


def test_dublin_core(tmp_path):
    book = build(tmp_path)

    def texts(path: str) -> list[str]:
        return [element.text for element in book.find("content.opf", path)]

    assert texts("//dc:identifier") == ["urn:uuid:6f1d7c5e-8d1d-4b43-9d5a-0c8f4b1a2c3d"]
    assert texts("//dc:title") == ["Small & whole", "A guide <to> nothing", "Student edition"]
    assert texts("//o:meta[@property='title-type']") == ["main", "subtitle", "edition"]
    assert texts("//dc:creator") == ["The first author", "The second author"]
    assert texts("//dc:language") == ["en-GB"]
    assert texts("//dc:date") == ["2026-03-04"]
    assert texts("//dc:relation") == ["Small (film, 2010), directed by nobody", "Small (novel, 2005), by nobody"]
    assert texts("//o:meta[@property='dcterms:modified']") == ["2026-03-04T00:00:00Z"]
    assert texts("//o:meta[@property='schema:accessModeSufficient']") == ["textual,visual", "textual"]
    assert book.find("content.opf", "//o:meta[@name]") == []  # EbookLib's own advertisement
    assert book.find("content.opf", "/o:package/@xml:lang") == ["en-GB"]


def test_the_contents_nest_headings(tmp_path):
    book = build(tmp_path)
    toc = "//h:nav[@e:type='toc']/h:ol/h:li"
    assert book.find("contents_page.xhtml", f"{toc}/h:a/text()") == [
        "First", "Second", "Answers", "Glossary", "Works cited",
    ]  # fmt: skip
    assert book.find("contents_page.xhtml", f"{toc}/h:ol/h:li/h:a/@href") == ["first.xhtml#table", "second.xhtml#tail"]
    points = book.find("toc.ncx", "//n:navPoint/n:content/@src")
    assert points[:3] == ["first.xhtml", "first.xhtml#table", "second.xhtml"]
    assert book.find("toc.ncx", "//n:meta[@name='dtb:uid']/@content") == book.find(
        "content.opf", "//dc:identifier/text()"
    )


def test_landmarks(tmp_path):
    marks = build(tmp_path).find("contents_page.xhtml", "//h:nav[@e:type='landmarks']//h:a")
    assert {mark.get("{http://www.idpf.org/2007/ops}type"): mark.get("href") for mark in marks} == {
        "cover": "cover_page.xhtml",
        "toc": "contents_page.xhtml#contents",
        "bodymatter": "first.xhtml",
        "appendix": "answers.xhtml",
        "glossary": "glossary.xhtml",
        "bibliography": "works.xhtml",
    }


def test_the_same_bytes_in_another_place_zone_seed_and_minute(tmp_path):
    books = []
    settings = (("1", "UTC", "Pacific/Kiritimati"), ("2", "Pacific/Pago_Pago", "UTC"))
    for seed, zone, folder in settings:
        place = tmp_path / folder.replace("/", "-")
        place.mkdir()
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-c", BUILD, str(SAMPLES), str(place)]
        subprocess.run(command, check=True, timeout=60, env=environment)
        book = place / "small.epub"
        books.append(book.read_bytes())
        os.utime(place / "dot.png", (0, 0))
    assert books[0] == books[1]


def test_the_bytes_follow_the_metadata(tmp_path):
    first = build(tmp_path).path.read_bytes()
    assert build(tmp_path, date=date(2027, 1, 1)).path.read_bytes() != first


def test_a_failed_write_leaves_the_last_good_book(tmp_path):
    sample = publication(tmp_path)
    target = tmp_path / "folder"
    target.mkdir()  # a folder stands where the file should go
    with pytest.raises(BuildError, match="cannot be written"):
        epub.write(sample, look("epub"), target)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dot.png", "folder"]


def test_metadata_that_xml_cannot_hold_is_refused(tmp_path):
    with pytest.raises(ValueError, match="XML compatible"):
        build(tmp_path, description="a\x0bb")
    assert not (tmp_path / "small.epub").exists()
