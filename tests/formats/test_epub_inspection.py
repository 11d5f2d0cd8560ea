"""The built book stands before our own eyes, and these can see."""

from dataclasses import replace
from pathlib import Path

import pytest
from epub_inspection import findings
from epub_samples import Book, build, read
from lxml import etree

from studyguide.build import Request
from studyguide.build import build as make
from studyguide.formats import epub
from studyguide.support.paths import specimen_folder
from studyguide.themes.theme import look
from tests import generator

GUIDE = Path(__file__).parents[2] / "guide"


def test_a_sound_book_has_no_findings(tmp_path):
    assert findings(build(tmp_path)) == []


def test_a_generated_book_has_no_findings(tmp_path):
    epub.write(generator.publication(14), look("epub"), tmp_path / "dummy.epub")
    assert findings(read(tmp_path / "dummy.epub")) == []


def test_the_flagship_has_no_findings(tmp_path):
    [built] = make(GUIDE, Request(("epub",), tmp_path, numbered=False))
    assert findings(read(built.path)) == []


def test_the_specimen_has_no_findings_with_the_numbers_of_its_pages(tmp_path, layout_options):
    [built] = make(specimen_folder(), Request(("epub",), tmp_path, layout_options=layout_options))
    assert findings(read(built.path)) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("first.xhtml", "<caption>Sizes</caption>", "", "a table without a caption"),
        ("first.xhtml", ' scope="row"', "", "a header cell without a scope"),
        ("first.xhtml", "th", "td", "a table without header cells"),
        ("first.xhtml", 'alt="A dot"', 'alt=""', "an image without a text alternative"),
        ("first.xhtml", 'role="img"', "", "an SVG without a role or a title"),
        ("first.xhtml", ' xml:lang="fr"', "", "a language that XML does not know of"),
        ("second.xhtml", ' role="doc-chapter"', "", "a section without a role"),
        ("second.xhtml", ' xml:lang="en-GB"', "", "the page does not say its language"),
        ("first.xhtml", "second.xhtml#tail", "second.xhtml#nowhere", "leads nowhere"),
        ("content.opf", "a11y:certifiedBy", "a11y:certifierReport", "nobody certifies conformsTo"),
        ("contents_page.xhtml", 'epub:type="glossary"', 'epub:type="index"', "no landmark glossary"),
    ],
)
def test_every_fault_is_found(tmp_path, file, old, new, expected):
    spoilt = _with(build(tmp_path), file, old, new)
    assert any(expected in found for found in findings(spoilt))


def _with(book: Book, file: str, old: str, new: str) -> Book:
    """The book with a text replaced in one file: as a tag where it is a tag's name."""
    content = book.files[f"EPUB/{file}"].decode()
    if old.isalpha():
        root = etree.fromstring(content.encode())
        for element in list(root.iter(f"{{*}}{old}")):
            element.tag = element.tag.replace(old, new)
        content = etree.tostring(root, encoding="unicode")
    else:
        assert old in content
        content = content.replace(old, new)
    return replace(book, files=book.files | {f"EPUB/{file}": content.encode()})
