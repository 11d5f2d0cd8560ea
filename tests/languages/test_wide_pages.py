"""In Chinese and Japanese, the program writes no narrow comma, colon, full stop or bracket between wide characters.

As in `test_pseudo_language`, all texts of the specimen are one sign, so that what is left is the program's own.
"""

import re
from zipfile import ZipFile

import pytest
from lxml import etree, html

from studyguide import handouts
from studyguide.build.checked_guide import sound
from studyguide.build.edition_publication import publish
from studyguide.editions.select import select
from studyguide.formats import epub, web
from studyguide.formats.pdf.layout.prepare import prepared
from studyguide.handouts import handout_kinds
from studyguide.handouts.sheet import Tier
from studyguide.support import xhtml
from studyguide.themes import theme
from tests.pseudo_language import ADDRESS, PseudoGuide

SPOKEN = ("alt", "aria-label", "aria-description", "title", "data-label")
FIGURES = re.compile(r"\d+(?:[.,:]\d+)+|\[[^\]]*\]|\b\d+\.(?= |$)|\b[A-Zア-ン]\. ?")
"""Numbers, citations in square brackets, and the number or the letter of an item."""
NARROW = re.compile(r"[,;()]|:(?!\w)|\.(?=\s|$)")
LETTER, CITATIONS = "own-letter", ("citation", "citation-part")
LISTED = "bibliography"
"""A list of works: what is between the parts of an entry is narrow there in both languages."""


@pytest.fixture(scope="module", params=["ja-JP", "zh-Hans", "zh-TW"])
def guide(request, tmp_path_factory):
    """The specimen in a language with wide signs."""
    folder = tmp_path_factory.mktemp("wide")
    PseudoGuide(folder, {}, request.param)
    return sound(folder)


@pytest.fixture(scope="module")
def publication(guide):
    return publish(guide, guide.info.editions[0])


def narrow(root) -> set[str]:
    """The texts of a page, and those that are read aloud, that have a narrow sign."""
    apart = [*xhtml.with_class(root, LISTED), *xhtml.with_class(root, LETTER)]
    cited = (each for name in CITATIONS for each in xhtml.with_class(root, name))
    apart += [each for each in cited if xhtml.text(each).startswith("[")]
    for part in apart:
        part[:] = []
        part.text = None
    said = [text for element in root.iter(etree.Element) for text in texts(element)]
    return {text.strip() for text in said if NARROW.search(FIGURES.sub("", ADDRESS.sub("", text.strip())))}


def texts(element):
    if etree.QName(element).localname not in {"style", "script"}:
        yield element.text or ""
    yield element.tail or ""
    yield from (element.get(name, "") for name in SPOKEN)


def test_printed_pages_have_no_narrow_signs(publication):
    assert [found for each in publication.sections if (found := narrow(prepared(each, publication.labels)))] == []


def test_web_pages_have_no_narrow_signs(publication, tmp_path):
    web.write(publication, theme.look("web"), tmp_path / "web")
    pages = {page.name: html.fromstring(page.read_bytes()) for page in (tmp_path / "web").glob("*.html")}
    assert len(pages) > 12
    assert {name: found for name, root in pages.items() if (found := narrow(root))} == {}


def test_e_books_have_no_narrow_signs(publication, tmp_path):
    epub.write(publication, theme.look("epub"), tmp_path / "book.epub")
    with ZipFile(tmp_path / "book.epub") as book:
        pages = {name: etree.fromstring(book.read(name)) for name in book.namelist() if name.endswith(".xhtml")}
    after_letter = {"."}  # the letter itself is in an element for its font
    assert {name: found for name, root in pages.items() if (found := narrow(root) - after_letter)} == {}


def test_sheets_and_slides_have_no_narrow_signs(guide):
    edition = guide.info.editions[0].model_copy(update={"chapters": ()})
    found = {}
    for module in handout_kinds.modules().values():
        for sheet in module.sheets(select(guide, edition), Tier.CORE):
            for tier in module.TIERS:
                made = handouts.publish(guide, edition, sheet.id, tier)
                root = xhtml.parse(made.sections[0].body)
                if signs := narrow(root):
                    found[f"{sheet.id} ({tier})"] = signs
    assert found == {}
