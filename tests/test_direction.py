"""Guides in languages that are written from right to left: every page and file says so, and is laid out so."""

import re
import zipfile

import pikepdf
import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from studyguide.build import build, handout_files
from studyguide.build.checked_guide import sound
from studyguide.build.request import Request
from studyguide.handouts.sheet import Tier
from studyguide.support import paths
from studyguide.themes.mirror import mirrored
from tests.formats.docx_reader import Document, W
from tests.mutations import copied
from tests.pdf_reader import logical, placed, within

LANGUAGES = ["he-IL", "en-GB"]


@pytest.fixture(scope="module", params=LANGUAGES)
def guide(request, tmp_path_factory):
    """The small guide of the program as if it were in a language: its folder, and whether it is from right to left."""
    folder = tmp_path_factory.mktemp("direction") / "guide"
    return in_language(request.param, paths.starter_folder(), folder), request.param == "he-IL"


def in_language(language, folder, target):
    """A copy of a guide as if it were in a language."""
    info = copied(folder, target) / "guide.yaml"
    info.write_text(re.sub(r"(?m)^language: .*$", f"language: {language}", info.read_text("utf-8")), "utf-8")
    return target


def specimen(language, folder):
    return in_language(language, paths.specimen_folder(), folder / language)


def built(folder, output, *formats, **more):
    return [each.path for each in build(folder, Request(formats, output, None, None, None, **more), lambda _said: None)]


def test_every_web_page_has_its_direction(guide, tmp_path):
    folder, is_right_to_left = guide
    (site,) = built(folder, tmp_path, "web")
    pages = [*site.glob("*.html")]
    assert len(pages) > 2
    for page in pages:
        assert ('dir="rtl"' in re.search("<html[^>]*>", page.read_text("utf-8"))[0]) == is_right_to_left
    assert ("margin-right:calc(-1*var(--column))" in (site / "style.css").read_text("utf-8").replace(" ", "")) == (
        is_right_to_left
    )


def test_every_page_of_an_e_book_has_its_direction_and_so_does_the_book(guide, tmp_path):
    folder, is_right_to_left = guide
    (book,) = built(folder, tmp_path, "epub", numbered=False)
    with zipfile.ZipFile(book) as files:
        pages = [name for name in files.namelist() if name.endswith(".xhtml")]
        package = next(name for name in files.namelist() if name.endswith(".opf"))
        for name in pages:
            opening = re.search(rb"<html[^>]*>", files.read(name))[0]
            assert (b'dir="rtl"' in opening) == is_right_to_left, name
        progression = re.search(rb'<spine[^>]*page-progression-direction="rtl"', files.read(package))
        assert bool(progression) == is_right_to_left


def test_slides_for_a_browser_have_their_direction(tmp_path):
    style = {}
    for language in LANGUAGES:
        whole = sound(specimen(language, tmp_path))
        asked = handout_files.HandoutOptions("slides", tmp_path, sheets=("slides-themes",), formats=("web",))
        (made,) = handout_files.hand_out(whole, handout_files.requests(whole, asked)[0])
        page = made.path.read_text("utf-8")
        assert ('dir="rtl"' in re.search("<html[^>]*>", page)[0]) == (language == "he-IL")
        style[language] = re.search("<style>(.*?)</style>", page, re.DOTALL)[1]
    assert "margin-right" in style["he-IL"]
    assert mirrored(mirrored(style["en-GB"])) == mirrored(style["he-IL"])


HEBREW = re.compile("[א-ת]")
LATIN = re.compile("[A-Za-z]")
PLOT = "של Amy *Who’s Afraid?* ב־1974, לפי **The Michael Story** (1968), ב־[Film Archive](https://example.org/a/)."
"""A text of a Hebrew guide with Latin letters in it, in elements."""


def hebrew(tmp_path):
    """The folder of the small guide in Hebrew, with a text that has Latin letters in it."""
    folder = in_language("he-IL", paths.starter_folder(), tmp_path / "hebrew")
    (chapter,) = folder.glob("chapters/overview.yaml")
    chapter.write_text(
        re.sub(r"(?m)^setup: >-\n(?:  .*\n)+", f"setup: '{PLOT}'\n", chapter.read_text("utf-8")), "utf-8"
    )
    return folder


def said(run):
    return "".join(each.text or "" for each in run.iter(f"{W}t"))


def is_rtl(run):
    found = run.find(f"{W}rPr/{W}rtl")
    return found is not None and found.get(f"{W}val") != "0"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_document_has_its_direction(language, tmp_path):
    is_right_to_left = language == "he-IL"
    folder = specimen(language, tmp_path)
    (made,) = built(folder, tmp_path, "docx", numbered=False)
    document = Document(made)
    assert all((each.find(f"{W}pPr/{W}bidi") is not None) == is_right_to_left for each in document.paragraphs())
    tables = [*document.body.iter(f"{W}tblPr")]
    assert tables
    assert all((each[1].tag == f"{W}bidiVisual") == is_right_to_left for each in tables)
    assert (document.body.find(f"{W}sectPr/{W}bidi") is not None) == is_right_to_left
    normal = document.tree("styles").find(f"{W}style[@{W}styleId='Normal']/{W}pPr/{W}bidi")
    assert (normal is not None) == is_right_to_left
    runs = [run for part in ("document", "header", "footer") for run in document.tree(part).iter(f"{W}r")]
    assert any(map(is_rtl, runs)) == is_right_to_left
    for run in runs:
        assert not (LATIN if is_rtl(run) else HEBREW).search(said(run))
    for run in filter(is_rtl, runs):
        names = [each.tag for each in run.find(f"{W}rPr")]
        assert all((f"{W}{name}" in names) == (f"{W}{name}Cs" in names) for name in "bi")


def test_letters_from_left_to_right_in_a_word_document_are_in_runs_of_their_own(tmp_path):
    (made,) = built(hebrew(tmp_path), tmp_path, "docx", numbered=False)
    document = Document(made)
    line = next(each for each in document.paragraphs() if "Afraid" in "".join(each.itertext()))
    runs = [(said(run), is_rtl(run)) for run in line.iter(f"{W}r") if said(run)]
    assert "".join(words for words, _ in runs).startswith("של Amy Who’s Afraid? ב־1974, לפי The Michael Story (1968)")
    assert [words for words, is_right in runs if not is_right] == [
        "Amy ",
        "Who’s Afraid",
        "The Michael Story",
        "Film Archive",
    ]


def test_slides_for_powerpoint_have_their_direction(tmp_path):
    places = {}
    for language in LANGUAGES:
        whole = sound(specimen(language, tmp_path))
        asked = handout_files.HandoutOptions("slides", tmp_path, sheets=("slides-themes",), formats=("pptx",))
        (made,) = handout_files.hand_out(whole, handout_files.requests(whole, asked)[0])
        deck = Presentation(made.path)
        wide, is_hebrew = deck.slide_width, language == "he-IL"
        for paragraph in (each for slide in deck.slides for each in slide.element.iter(qn("a:pPr"))):
            assert (paragraph.get("algn") == "r") == is_hebrew
        boxes = [box for layout in deck.slide_layouts for box in layout.shapes]
        places[language] = [wide - box.left - box.width if is_hebrew else box.left for box in boxes]
        assert {each.get("rtl") for each in deck.slide_master.element.iter(qn("a:lvl1pPr"), qn("a:lvl2pPr"))} <= {
            str(int(is_hebrew)),
            None,
        }
    assert places["he-IL"] == places["en-GB"]


@pytest.mark.pages
def test_passages_of_print_are_in_their_order_and_have_no_signs_of_direction(tmp_path):
    (made,) = built(hebrew(tmp_path), tmp_path, "pdf")
    found = [(box, words) for page in placed(made) for box, words in page]
    name, title = (next(box for box, words in found if part in words) for part in ("Amy", "Afraid"))
    assert name == title or name[0] < title[0]
    said = " ".join(logical(made))
    assert all(word in said for word in ("Amy", "Afraid", "Archive"))
    assert not re.search("[\u200e\u200f\u2066-\u2069]", said)


@pytest.mark.pages
def test_pages_to_print_are_bound_on_the_right(guide, tmp_path):
    folder, is_right_to_left = guide
    (flat,) = built(folder, tmp_path, "pdf")
    with pikepdf.open(flat) as pdf:
        assert (pdf.Root.ViewerPreferences.get("/Direction") == "/R2L") == is_right_to_left
    (folded,) = built(folder, tmp_path, "pdf", booklet=True)
    with pikepdf.open(folded) as pdf:
        assert (pdf.Root.ViewerPreferences.get("/Direction") == "/R2L") == is_right_to_left


@pytest.mark.pages
def test_a_booklet_is_folded_on_the_other_side(guide, tmp_path):
    folder, is_right_to_left = guide
    (folded,) = built(folder, tmp_path, "pdf", booklet=True)
    title = sound(folder).info.title.split()[0]
    with pikepdf.open(folded) as pdf:
        half = float(pdf.pages[0].mediabox[2]) / 2
    left, right = (title in " ".join(within(folded, 1, start, half)) for start in (0, half))
    assert (left, right) == (is_right_to_left, not is_right_to_left)


@pytest.mark.pages
def test_worksheets_have_their_direction(guide, tmp_path):
    folder, is_right_to_left = guide
    whole = sound(folder)
    asked = handout_files.HandoutOptions("worksheets", tmp_path, tiers=(Tier.CORE.value,), formats=("pdf",))
    request = handout_files.requests(whole, asked)[0]
    (made,) = handout_files.hand_out(whole, request)
    with pikepdf.open(made.path) as pdf:
        assert (pdf.Root.ViewerPreferences.get("/Direction") == "/R2L") == is_right_to_left
