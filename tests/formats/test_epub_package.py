"""The container: order, permissions, metadata, navigation, and nothing of the clock."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from epub_samples import build, publication

from studyguide.errors import BuildError
from studyguide.formats import epub
from studyguide.theme import look

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


def test_what_cannot_be_written_leaves_the_last_good_book(tmp_path):
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
