"""Everything that readers see is the author's or a label: in a pseudo-language, no Latin letter is left."""

import json
import re
from dataclasses import replace
from zipfile import ZipFile

import pytest
from lxml import etree, html

from studyguide import handouts
from studyguide.build.checked_guide import sound
from studyguide.build.edition_publication import publish
from studyguide.build.page_map import MapRow, PageMap, with_map, with_room
from studyguide.build.page_numbers import PrintedEdition
from studyguide.editions.select import select
from studyguide.formats import epub, web
from studyguide.formats.pdf.layout.html import parts
from studyguide.handouts import handout_kinds
from studyguide.handouts.sheet import Tier
from studyguide.publication import Break, answer_spaces
from studyguide.support import xhtml
from studyguide.support.paths import PACKAGE
from studyguide.themes import theme
from tests.pseudo_language import SIGN, PseudoGuide, left

SPOKEN = ("alt", "aria-label", "aria-description", "title", "placeholder", "data-label", "data-short", "data-guide")
OF_SHEETS = ("data-sheet", "data-tier")
OF_PAGES = ("data-note", "data-note-back")
METADATA = ("title", "creator", "description", "rights", "subject", "relation")
PROPERTIES = ("schema:accessibilitySummary", "pageBreakSource")
DOUBTFUL = re.compile(r"(['\"`])([A-Z][a-z]+ [a-z].*?|[a-z]+ [a-z ]+)\1")
"""Strings in a script that look like words to read."""
CLASSES = ("tool close",)


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    """The specimen in the pseudo-language, without the chapters whose labels are not in the table yet."""
    folder = tmp_path_factory.mktemp("pseudo")
    PseudoGuide(folder)
    return sound(folder)


@pytest.fixture(scope="module")
def publication(guide):
    """Its publication, with page breaks and a page map, as e-books and the PDF have them."""
    edition = guide.info.editions[0]
    made = with_room(publish(guide, edition), [SIGN, SIGN])
    made = with_map(made, PageMap({"a": SIGN, "b": SIGN, "c": SIGN}, (MapRow("2", ("3", "4", "2")),)))
    breaks = tuple(Break(str(number), section.id, 0) for number, section in enumerate(made.sections, 2))
    return PrintedEdition(edition, made, theme.look("pdf")).with_breaks(breaks)


def seen(root, more=()):
    """Every text of a document that is shown or read aloud, without style sheets, scripts and marks of languages."""
    for element in root.iter(etree.Element):
        if etree.QName(element).localname not in {"style", "script"}:
            yield element.text or ""
        yield element.tail or ""
        yield from (element.get(name, "") for name in (*SPOKEN, *more))
        if element.tag == "meta" and element.get("name") in {"author", "description", "keywords"}:
            yield element.get("content", "")


def test_the_specimen_is_there(publication):
    assert {each.id for each in publication.sections} >= {"cast", "reception", "activities", "glossary", "page-map"}
    assert SIGN in publication.metadata.title


@pytest.mark.parametrize("paper", ["a4", "letter", "a5", "half-letter"])
def test_no_word_of_the_program_is_in_the_name_of_the_printed_edition(guide, publication, paper):
    look = replace(theme.look("pdf"), paper=paper)
    printed = PrintedEdition(guide.info.editions[0], publication, look).with_breaks(())
    assert left([printed.printed_as]) == []


def test_no_word_of_the_program_is_in_the_pages(publication):
    names = {element.get("id") for each in publication.sections for element in xhtml.parse(each.body).iter("*")}
    numbers = dict.fromkeys(filter(None, names), 12)
    texts = [text for part in parts(publication) for text in seen(html.fromstring(part.html(numbers, 1)), OF_PAGES)]
    assert any("12" in text for text in texts)
    assert left(texts) == []


def test_no_word_of_the_program_is_in_an_epub(publication, tmp_path):
    epub.write(publication, theme.look("epub"), tmp_path / "book.epub")
    with ZipFile(tmp_path / "book.epub") as book:
        pages = {
            name: etree.fromstring(book.read(name)) for name in book.namelist() if name.endswith((".xhtml", ".ncx"))
        }
        package = etree.fromstring(book.read("EPUB/content.opf"))
    assert len(pages) > 15
    assert {name: found for name, root in pages.items() if (found := left(list(seen(root))))} == {}
    said = [
        each.text or "" for name in METADATA for each in package.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}")
    ]
    said += [each.text or "" for each in package.iter("{*}meta") if each.get("property") in PROPERTIES]
    assert len(said) > 8
    assert left(said) == []


def test_no_word_of_the_program_is_in_web_pages(publication, tmp_path):
    web.write(publication, theme.look("web"), tmp_path / "web")
    pages = {page.name: html.fromstring(page.read_bytes()) for page in (tmp_path / "web").glob("*.html")}
    assert len(pages) > 12
    assert {name: found for name, root in pages.items() if (found := left(list(seen(root))))} == {}
    index = (tmp_path / "web/index.js").read_text("utf-8")
    assert left(re.findall(r'"((?:[^"\\]|\\.)*)"', re.sub(r'"[\w-]+(\.html)?"|\[\d+,"[\w-]*",', "", index))) == []
    labels = json.loads((tmp_path / "web/labels.js").read_text("utf-8").rpartition("GUIDE_LABELS = ")[2])
    forms = [[form] if isinstance(form, str) else form.values() for form in labels.values()]
    assert left([text for texts in forms for text in texts]) == []


@pytest.mark.parametrize("script", [*web.SCRIPTS, "say.js"])
def test_scripts_have_no_words_of_their_own(script):
    code = (PACKAGE / "formats/web" / script).read_text("utf-8").replace("'use strict'", "")
    lines = [line.partition("//")[0] for line in code.splitlines()]
    assert [found[2] for line in lines for found in DOUBTFUL.finditer(line) if found[2] not in CLASSES] == []


def test_no_word_of_the_program_is_on_a_sheet(guide):
    edition = guide.info.editions[0].model_copy(update={"chapters": ()})
    found, count = {}, 0
    for module in handout_kinds.modules().values():
        for sheet in module.sheets(select(guide, edition), Tier.CORE):
            for tier in module.TIERS:
                made = handouts.publish(guide, edition, sheet.id, tier, fillable=True)
                root = xhtml.parse(made.sections[0].body)
                answer_spaces.divide(root, 1, guide.info.labels)
                count += 1
                if words := left([made.metadata.title, made.sections[0].title, *seen(root, OF_SHEETS)]):
                    found[f"{sheet.id} ({tier})"] = words
    assert count >= 5
    assert found == {}
