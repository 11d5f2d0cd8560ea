"""Letters of options: what a question prints is what its key says, in every language and every format."""

import re
import shutil
from functools import cache
from string import ascii_uppercase
from zipfile import ZipFile

import pikepdf
import pytest
import yaml
from docx_reader import Document, text
from lxml import html
from pdf_samples import build, elements
from slide_samples import opened

from studyguide import handouts
from studyguide.build.checked_guide import sound
from studyguide.build.edition_publication import publish
from studyguide.formats import docx, epub, pdf, pptx, web, web_slides
from studyguide.formats.pdf.layout.prepare import prepared
from studyguide.handouts import handout_kinds
from studyguide.handouts.sheet import Tier
from studyguide.languages.labels import Labels
from studyguide.render.option_letters import own_letter
from studyguide.support import xhtml
from studyguide.support.paths import specimen_folder
from studyguide.themes import theme
from tests import pdf_reader

TURKISH = "ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜ"
SHUFFLED = "ZYXWVUTSRQPONMLKJIHGFEDCBA"
GUIDES = {"el": "", "ru": "", "uk": "", "tr": TURKISH, "en-GB": SHUFFLED}
"""The languages, each with own words in place of its letters, or none."""
ALL = (*GUIDES, "tr without words")
ENOUGH = 5
"""The fewest lists with letters in the questions: choice, several answers, matching, ordering and an extract."""


@pytest.fixture(scope="module")
def guides(tmp_path_factory):
    """The specimen in a language, by its name."""

    @cache
    def found(name):
        folder = tmp_path_factory.mktemp("letters") / "guide"
        shutil.copytree(specimen_folder(), folder)
        data = yaml.safe_load((folder / "guide.yaml").read_text("utf-8"))
        words = {"choice.letters": GUIDES[name]} if GUIDES.get(name) else {}
        data |= {"language": name.split()[0], "words": words}
        (folder / "guide.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
        return sound(folder)

    return found


def teacher(guide):
    return next(each for each in guide.info.editions if each.id == "teacher")


def letters(guide):
    return guide.info.labels.say("choice.letters")


def expected(guide, item):
    """The letter of an entry, which the list counts itself if it begins with A, B, C."""
    entries, all_letters = item.getparent().findall("li"), letters(guide)
    letter = all_letters[entries.index(item)]
    return letter.lower() if "extract-parts" in xhtml.classes(item.getparent()) else letter


def is_latin(guide, found):
    count = len(found.findall("li"))
    return letters(guide)[:count] == ascii_uppercase[:count]


def lettered(root):
    """The lists in which entries have letters."""
    return [each for each in root.iter("ol") if each.get("type") in {"A", "a"}]


def sections(guide):
    """The sections of the edition for teachers, of all worksheets and of all slides."""
    yield from publish(guide, teacher(guide)).sections
    for group in ("worksheets", "lessons", "slides"):
        edition = handout_kinds.usual_edition(guide, group)
        for name, tiers in handouts.names(guide, edition, group).items():
            for tier in tiers:
                yield from handouts.publish(guide, edition, name, tier).sections


@pytest.mark.parametrize("name", ALL)
def test_every_list_with_letters_has_those_of_the_label(guides, name):
    guide = guides(name)
    lists = [found for each in sections(guide) for found in lettered(xhtml.parse(each.body))]
    assert len(lists) > 30
    for found in lists:
        wanted = [None if is_latin(guide, found) else expected(guide, item) for item in found.findall("li")]
        assert [item.get("data-letter") for item in found.findall("li")] == wanted


def test_letters_that_formats_count_themselves_are_left_to_them():
    assert [own_letter(Labels.of("en"), place, 26) for place in range(26)] == [""] * 26
    assert [own_letter(Labels.of("tr"), place, 4) for place in range(4)] == [""] * 4
    turkish = Labels.of("tr", {"choice.letters": TURKISH})
    assert [own_letter(turkish, place, 3) for place in range(3)] == [""] * 3
    assert own_letter(turkish, 3, 4) == ' data-letter="Ç"'
    assert own_letter(turkish, 3, 4, small=True) == ' data-letter="ç"'


def test_a_letter_cannot_become_markup():
    labels = Labels.of("en", {"choice.letters": "\"'<&\\BCDEFGHIJKLMNOPQRSTUVWXYZ"})
    assert own_letter(labels, 0, 4) == ' data-letter="&#34;"'


@pytest.mark.parametrize("name", GUIDES)
def test_web_pages_and_e_books_say_the_letters(guides, name, tmp_path):
    guide = guides(name)
    publication = publish(guide, teacher(guide))
    web.write(publication, theme.look("web"), tmp_path / "web")
    epub.write(publication, theme.look("epub"), tmp_path / "book.epub")
    with ZipFile(tmp_path / "book.epub") as book:
        pages = {file: book.read(file) for file in book.namelist() if file.endswith((".xhtml", ".html"))}
    pages |= {file.name: file.read_bytes() for file in (tmp_path / "web").glob("*.html")}
    assert not any(b"data-letter" in page for page in pages.values())
    roots = [html.fromstring(page) for page in pages.values()]
    lists = [found for root in roots for found in root.iter("ol") if found.get("type") in {"A", "a"}]
    assert len(lists) >= 2 * ENOUGH
    for found in (each for each in lists if not is_latin(guide, each)):
        assert "own-letters" in found.get("class").split()
        for item in found.findall("li"):
            assert item.text_content().strip().startswith(f"{expected(guide, item)}. ")


@pytest.mark.parametrize("name", GUIDES)
def test_word_documents_say_the_letters(guides, name):
    guide = guides(name)
    edition = handout_kinds.usual_edition(guide, "worksheets")
    for publication in (publish(guide, teacher(guide)), handouts.publish(guide, edition, "exam", Tier.CORE)):
        document = Document(docx.document(publication, theme.look("docx", is_sheet=publication.is_sheet)))
        said = [(" ".join(text(each).split()), document.number(each)) for each in document.paragraphs()]
        roots = [xhtml.parse(each.body) for each in publication.sections]
        lists = [found for root in roots for found in lettered(root) if not is_latin(guide, found)]
        assert lists
        for item in (item for found in lists for item in found.findall("li")):
            start = f"{expected(guide, item)}{xhtml.text(item)[:12]}"
            paragraphs = [number for words, number in said if words.replace(" ", "").startswith(start.replace(" ", ""))]
            assert paragraphs
            assert set(paragraphs) == {None}, "Word counts it as well"


@pytest.mark.parametrize("name", GUIDES)
def test_slides_say_the_letters(guides, name, tmp_path):
    guide = guides(name)
    deck = handouts.publish(guide, handout_kinds.usual_edition(guide, "slides"), "slides-set-types", Tier.CORE)
    pptx.write(deck, theme.look("pptx"), tmp_path / "x.pptx")
    web_slides.write(deck, theme.look("pptx"), tmp_path / "x.html")
    shapes = [shape for slide in opened(tmp_path / "x.pptx").slides for shape in slide.placeholders]
    said = {each.text for shape in shapes if shape.has_text_frame for each in shape.text_frame.paragraphs}
    page = {" ".join(item.text_content().split()) for item in html.parse(tmp_path / "x.html").iter("li")}
    roots = [xhtml.parse(each.body) for each in deck.sections]
    items = [
        item for root in roots for each in lettered(root) if not is_latin(guide, each) for item in each.findall("li")
    ]
    assert items
    for item in items:
        letter, words = expected(guide, item), xhtml.text(item)
        assert f"{letter}.\t{words}" in said
        assert f"{letter}. {words}" in page


@pytest.mark.parametrize("name", GUIDES)
def test_printed_chapters_have_the_letters_in_their_markers(guides, name):
    guide = guides(name)
    publication = publish(guide, teacher(guide))
    lists = [found for each in publication.sections for found in lettered(prepared(each, publication.labels))]
    assert len(lists) >= ENOUGH
    for item in (item for each in lists if not is_latin(guide, each) for item in each.findall("li")):
        code = re.fullmatch(r"list-style-type: '\\([0-9a-f]+) \. '", item.get("style"))
        assert chr(int(code[1], 16)) == expected(guide, item)


@pytest.mark.pages
def test_a_pdf_prints_own_letters_and_tags_them_as_letters(tmp_path):
    entries = "".join(f'<li data-letter="{letter}">Entry</li>' for letter in ("Γ", "Ç", "'", "&quot;", "\\"))
    small = '<ol class="extract-parts" type="a"><li data-letter="γ"><p>Part</p></li></ol>'
    file = build(tmp_path, f'<ol class="options" type="A">{entries}</ol>{small}')
    words = " ".join(" ".join(pdf_reader.pages(file)).split())
    for letter in "ΓÇ'\"\\":
        assert f"{letter}. Entry" in words
    assert "γ. Part" in words
    with pikepdf.open(file) as found:
        numbered = [str(each.A.ListNumbering) for each in elements(found, "L") if "/A" in each]
    assert numbered == ["/UpperAlpha", "/LowerAlpha"]


@pytest.mark.pages
def test_a_worksheet_prints_the_letters(guides, tmp_path):
    guide = guides("el")
    sheet = handouts.publish(guide, handout_kinds.usual_edition(guide, "worksheets"), "exam", Tier.CORE)
    pdf.write(sheet, theme.look("pdf", is_sheet=True), tmp_path / "x.pdf")
    words = " ".join(" ".join(pdf_reader.pages(tmp_path / "x.pdf")).split())
    for letter, entry in (("Δ", "works in a tower"), ("α", "Which word"), ("β", "What does the weather")):
        assert f"{letter}. {entry}" in words
