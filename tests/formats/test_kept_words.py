"""Short words stay with the next word in every format, on covers too."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from page_faults import AnyPage
from pdf_samples import publication

from studyguide.formats import docx, web
from studyguide.formats.epub.book import book
from studyguide.formats.pdf.layout.html import parts
from studyguide.languages.labels import Labels
from studyguide.support.keep import Keep
from studyguide.themes import theme

WRITTEN, PRINTED = "Popiół i\ndiament", "Popiół i\N{NO-BREAK SPACE}diament"


@pytest.fixture
def polish():
    made = publication(f"<p>{WRITTEN}</p>")
    about = replace(made.metadata, title="Ogień i woda", subtitle="W domu", works=("A to",), language="pl")
    return replace(made, metadata=about, labels=Labels.of("pl"))


def test_pages_and_their_cover(polish):
    front, *others = [part.html(AnyPage(), 1).replace("\N{NO-BREAK SPACE}", "~") for part in parts(polish)]
    assert ">Ogień i~woda</h1>" in front
    assert ">W~domu</p>" in front
    assert "<li>A~to</li>" in front
    assert "<title>Ogień i woda: W domu</title>" in front, "the properties of the file are not for lines"
    assert any("Popiół i~diament" in each.replace("&nbsp;", "~") for each in others)


def test_e_books(polish):
    with ZipFile(BytesIO(book(polish, theme.look("epub"), Keep()))) as made:
        pages = [made.read(name).decode() for name in made.namelist() if name.endswith(".xhtml")]
    assert any(PRINTED in page for page in pages)
    assert any("<h1>Ogień i\N{NO-BREAK SPACE}woda</h1>" in page for page in pages)


def test_web_pages_and_their_cover(polish, tmp_path):
    web.write(polish, theme.look("web"), tmp_path / "web")
    assert ">Ogień i\N{NO-BREAK SPACE}woda</h1>" in (tmp_path / "web" / "index.html").read_text("utf-8")
    assert any(PRINTED in page.read_text("utf-8") for page in (tmp_path / "web").glob("*.html"))


def test_word_documents(polish):
    with ZipFile(BytesIO(docx.document(polish, theme.look("docx")))) as document:
        assert PRINTED in document.read("word/document.xml").decode()
