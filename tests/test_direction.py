"""Guides in languages that are written from right to left: every page and file says so, and is laid out so."""

import re
import zipfile

import pikepdf
import pytest

from studyguide.build import build, handout_files
from studyguide.build.checked_guide import sound
from studyguide.build.request import Request
from studyguide.handouts.sheet import Tier
from studyguide.support import paths
from studyguide.themes.mirror import mirrored
from tests.mutations import copied
from tests.pdf_reader import within

LANGUAGES = ["he-IL", "en-GB"]


@pytest.fixture(scope="module", params=LANGUAGES)
def guide(request, tmp_path_factory):
    """The small guide of the program as if it were in a language: its folder, and whether it is from right to left."""
    folder = copied(paths.starter_folder(), tmp_path_factory.mktemp("direction") / "guide")
    info = folder / "guide.yaml"
    info.write_text(re.sub(r"(?m)^language: .*$", f"language: {request.param}", info.read_text("utf-8")), "utf-8")
    return folder, request.param == "he-IL"


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
        folder = copied(paths.specimen_folder(), tmp_path / language)
        info = folder / "guide.yaml"
        info.write_text(re.sub(r"(?m)^language: .*$", f"language: {language}", info.read_text("utf-8")), "utf-8")
        whole = sound(folder)
        asked = handout_files.HandoutOptions("slides", tmp_path, sheets=("slides-themes",), formats=("web",))
        (made,) = handout_files.hand_out(whole, handout_files.requests(whole, asked)[0])
        page = made.path.read_text("utf-8")
        assert ('dir="rtl"' in re.search("<html[^>]*>", page)[0]) == (language == "he-IL")
        style[language] = re.search("<style>(.*?)</style>", page, re.DOTALL)[1]
    assert "margin-right" in style["he-IL"]
    assert mirrored(mirrored(style["en-GB"])) == mirrored(style["he-IL"])


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
