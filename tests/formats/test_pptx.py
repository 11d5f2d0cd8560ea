"""PPTX: all text in placeholders, in order, large and in its language; and the same bytes on every machine."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx.oxml.ns import qn
from slide_samples import decks, drawing, guide, letters, look, opened, publication, runs, slide

from studyguide import formats
from studyguide.formats import pptx, slides
from studyguide.formats.pptx import blank, package
from studyguide.formats.slides.model import SIZES
from studyguide.publication import Asset
from studyguide.support.paths import style_names
from studyguide.themes import contrast

HOSTILE = "&lt;a:t&gt; ]]&gt; &amp;amp; {{ 7 * 7 }} _x0041_ %s \\1"
"""What looks like markup to somebody, as XHTML."""
TEXT = "<a:t> ]]> &amp; {{ 7 * 7 }} _x0041_ %s \\1"


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """The file of every deck in the core tier, with its slides."""
    folder = tmp_path_factory.mktemp("pptx")
    found = {}
    for (name, tier), deck in decks().items():
        if tier == "core":
            pptx.write(deck, look(), folder / f"{name}.pptx")
            found[folder / f"{name}.pptx"] = slides.deck(deck, look())
    return found


def written(folder, *sections, assets=(), **about):
    """A file with some slides that are written by hand."""
    pptx.write(publication(*sections, assets=assets, **about), look(), folder / "x.pptx")
    return opened(folder / "x.pptx")


def test_the_text_of_a_file_is_that_of_its_slides_in_reading_order(files):
    assert len(files) > 8
    for path, expected in files.items():
        found = opened(path).slides
        for made, each in zip(found, expected, strict=True):
            title, *rest = [place for place in made.placeholders if place.has_text_frame]
            assert title.text_frame.text == each.title.text
            text = "".join(place.text_frame.text for place in rest[:-1])
            assert letters(text).replace("\v", "") == letters("".join(line.text for line in each.lines))
            assert rest[-1].placeholder_format.type.name == "SLIDE_NUMBER"
            spoken = made.notes_slide.notes_text_frame.text if made.has_notes_slide else ""
            assert letters(spoken) == letters("".join(line.text for line in each.notes))


def test_all_shapes_of_slides_are_placeholders(files):
    for path in files:
        for made in opened(path).slides:
            assert len(made.shapes) >= 2
            assert all(shape.is_placeholder for shape in made.shapes)
            names = [shape.shape_id for shape in made.shapes]
            assert len(names) == len({*names})


def test_letters_have_one_of_four_sizes_and_every_run_its_language(files):
    seen = set()
    for path in files:
        for made in opened(path).slides:
            for run in runs(made.element):
                properties = run.find(qn("a:rPr"))
                assert properties.get("lang"), etree.tostring(run)
                if run.tag == qn("a:r"):
                    seen.add(int(properties.get("sz")) // 100)
            if made.has_notes_slide:
                assert all(run.find(qn("a:rPr")).get("lang") for run in runs(made.notes_slide.element))
    assert seen <= {*SIZES}
    assert len(seen) > 1


def test_nothing_on_the_master_or_a_layout_is_smaller(files):
    deck = opened(next(iter(files)))
    for part in (deck.slide_master, *deck.slide_layouts):
        sizes = [int(each.get("sz")) for each in part.element.iter(qn("a:defRPr"), qn("a:rPr")) if each.get("sz")]
        assert min(sizes, default=2400) >= 2400
    assert [layout.name for layout in deck.slide_layouts] == [layout.name for layout in blank.LAYOUTS.values()]
    assert (deck.slide_width, deck.slide_height) == (16 * 762000, 9 * 762000)


@pytest.mark.parametrize("theme", style_names("themes"))
def test_a_master_has_the_colours_and_fonts_of_its_theme_in_enough_contrast(theme):
    with ZipFile(blank.presentation(look(theme), "en-GB")) as parts:
        names = parts.namelist()
        root = etree.fromstring(parts.read("ppt/theme/theme1.xml"))
    assert not [name for name in names if "printer" in name.lower()]
    scheme = root.find(f".//{qn('a:clrScheme')}")
    colours = {each.tag.rpartition("}")[2]: f"#{each[0].get('val').lower()}" for each in scheme}
    assert colours["dk1"] == contrast.properties(theme)["--ink"]
    for ink in ("dk1", "dk2", "accent1", "accent2", "hlink", "folHlink"):
        for ground in ("lt1", "lt2"):
            assert contrast.contrast(colours[ink], colours[ground]) >= contrast.TEXT_AA
    families = [each.get("typeface") for each in root.iter(qn("a:latin"))]
    assert families == [look(theme).family("text"), look(theme).family("label")]
    assert all(each.get("panose") for each in root.iter(qn("a:latin")))


def test_foreign_words_verse_and_writing_from_right_to_left_are_marked(tmp_path):
    content = (
        '<p>A <span lang="fr">mot</span></p><p class="verse"><span class="verse-line">one<br/></span>'
        '<span class="verse-line">two</span></p><blockquote lang="ar" dir="rtl"><p>words</p></blockquote>'
    )
    (made,) = written(tmp_path, slide("T", content)).slides
    body = made.placeholders[1].text_frame
    first, verse, last = body.paragraphs
    assert languages(first) == ["en-GB", "fr"]
    assert verse.text == "one\vtwo"
    assert [each.get("rtl") for each in made.element.iter(qn("a:pPr")) if each.get("rtl")] == ["1"]
    assert languages(last) == ["ar"]


def languages(paragraph):
    """The language of each run of a paragraph."""
    return [each.get("lang") for run in paragraph.runs for each in run._r.iter(qn("a:rPr"))]  # noqa: SLF001


def test_lists_have_the_marks_of_the_program_and_go_on_with_their_numbers(tmp_path):
    content = '<ol type="A"><li>a</li><li>b</li></ol><ol start="4"><li>c</li></ol><ul><li>d</li></ul>'
    (made,) = written(tmp_path, slide("T", content)).slides
    marks = [each.find(qn("a:buAutoNum")) for each in made.placeholders[1].element.iter(qn("a:pPr"))]
    found = [(mark.get("type"), mark.get("startAt")) if mark is not None else None for mark in marks]
    assert found == [("alphaUcPeriod", None), ("alphaUcPeriod", "2"), ("arabicPeriod", "4"), None]
    assert [paragraph.text for paragraph in made.placeholders[1].text_frame.paragraphs] == ["a", "b", "c", "d"]


def test_links_lead_to_their_addresses(tmp_path):
    (made,) = written(tmp_path, slide("T", '<p>See <a href="https://a.example/?b&amp;c">it</a></p>')).slides
    assert made.placeholders[1].text_frame.paragraphs[0].runs[1].hyperlink.address == "https://a.example/?b&c"


PICTURE = Asset("images/face.png", "image/png", guide().folder / "images/face.png")
DRAWING = Asset("images/bolt.svg", "image/svg+xml", guide().folder / "images/bolt.svg")


def test_a_picture_is_whole_in_its_placeholder_with_its_text_alternative(tmp_path):
    content = '<p class="picture"><img src="images/face.png" alt="Two eyes"/>Below</p>'
    (made,) = written(tmp_path, slide("T", content), assets=(PICTURE,)).slides
    picture = made.placeholders[13]
    assert picture.element.nvPicPr.cNvPr.get("descr") == "Two eyes"
    wide, high = picture.image.size
    assert abs(picture.width / picture.height - wide / high) < 0.01
    assert picture.crop_left == picture.crop_top == 0
    assert blank.PICTURE.x <= picture.left
    assert picture.left + picture.width <= blank.PICTURE.x + blank.PICTURE.cx
    assert made.placeholders[1].text_frame.text == "Below"
    assert [shape.is_placeholder for shape in made.shapes] == [True] * 4


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('<p class="picture"><img src="images/bolt.svg" alt="A bolt"/></p>', "A bolt"),
        (f"<p>Look.</p>{drawing()}", "A bolt. It strikes a tree."),
        (drawing(600, 200), "A bolt. It strikes a tree."),
    ],
)
def test_a_drawing_is_shown_as_pixels_and_as_svg_with_its_words(tmp_path, content, told):
    (made,) = written(tmp_path, slide("T", content), assets=(DRAWING,)).slides
    picture = made.placeholders[13]
    assert picture.element.nvPicPr.cNvPr.get("descr") == told
    assert picture.image.content_type == "image/png"
    blip = next(each for each in picture.element.iter() if each.tag.endswith("}svgBlip"))
    part = made.part.related_part(blip.get(qn("r:embed")))
    assert part.content_type == "image/svg+xml"
    root = etree.fromstring(part.blob)
    wide, high = float(root.get("width")), float(root.get("height"))
    assert abs(picture.width / picture.height - wide / high) < 0.01
    assert abs(picture.image.size[0] / picture.image.size[1] - wide / high) < 0.02


@pytest.mark.parametrize("content", [drawing(), f"<p>Look.</p>{drawing()}"])
def test_an_answer_with_a_picture_looks_like_an_answer(tmp_path, content):
    deck = publication(slide("T", content))
    body = deck.sections[0].body.replace('class="slide content"', 'class="slide answer"')
    pptx.write(replace(deck, sections=(replace(deck.sections[0], body=body),)), look(), tmp_path / "x.pptx")
    (made,) = opened(tmp_path / "x.pptx").slides
    assert made.slide_layout.name.endswith(", Answer")
    assert made.slide_layout.element.find(f".//{qn('p:bg')}") is not None


def test_drawings_that_look_the_same_are_parts_of_their_own(tmp_path):
    written(tmp_path, slide("A", drawing()), slide("B", drawing()))
    with ZipFile(tmp_path / "x.pptx") as parts:
        names = [name for name in parts.namelist() if name.endswith(".svg")]
    assert len(names) == len({*names}) == 2


def test_a_picture_without_words_is_decoration(tmp_path):
    (made,) = written(tmp_path, slide("T", '<p><img src="images/face.png" alt=""/></p>'), assets=(PICTURE,)).slides
    properties = made.placeholders[13].element.nvPicPr.cNvPr
    assert properties.get("descr") == ""
    assert [each.get("val") for each in properties.iter() if each.tag.endswith("}decorative")] == ["1"]


def test_a_slide_without_text_has_no_empty_placeholder(tmp_path):
    (made,) = written(tmp_path, slide("Only a title", "")).slides
    assert [place.placeholder_format.idx for place in made.placeholders] == [0, 12]


def test_hostile_text_stays_text(tmp_path):
    sections = [slide(HOSTILE, f"<p>{HOSTILE}</p>", f"<p>{HOSTILE}</p>")]
    (made,) = written(tmp_path, *sections, title=TEXT, rights=TEXT, authors=(TEXT,)).slides
    assert made.placeholders[0].text_frame.text == TEXT
    assert made.placeholders[1].text_frame.text == TEXT
    assert made.notes_slide.notes_text_frame.text == TEXT
    core = opened(tmp_path / "x.pptx").core_properties
    assert (core.title, core.author, core.comments) == (TEXT, TEXT, TEXT)


def test_properties_say_what_the_file_is_and_are_not_too_long(tmp_path):
    long = " ".join(["words"] * 60)
    core = written(tmp_path, slide("T", "<p>x</p>"), rights=long, subjects=(long,), language="fr").core_properties
    assert (core.title, core.language, core.author) == ("A deck", "fr", "Ann")
    assert core.comments == core.subject
    assert len(core.comments) <= 255
    assert core.comments.endswith("words…")
    assert core.created.isoformat() == "2026-03-01T00:00:00"
    assert package.shortened("W" * 300) == f"{'W' * 254}…"


WRITE = """
import sys, hashlib
from pathlib import Path
sys.path.insert(0, "tests/formats")
from slide_samples import decks, look
from studyguide import formats
deck = decks()["slides-set-types", "core"]
for name in formats.DECKS:
    formats.deck(name).write(deck, look(), Path(sys.argv[1], name))
    print(hashlib.sha256(Path(sys.argv[1], name).read_bytes()).hexdigest())
"""


def test_the_same_slides_are_the_same_bytes_in_another_process(tmp_path):
    here = []
    for name in formats.DECKS:
        formats.deck(name).write(decks()["slides-set-types", "core"], look(), tmp_path / name)
        here.append(hashlib.sha256((tmp_path / name).read_bytes()).hexdigest())
    other = os.environ | {"PYTHONHASHSEED": "77", "TZ": "Pacific/Auckland", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", WRITE, tmp_path], env=other, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == here
    with ZipFile(tmp_path / "pptx") as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert len(parts.namelist()) == len({*parts.namelist()})


def test_a_deck_without_slides_leaves_the_last_good_file(tmp_path):
    written(tmp_path, slide("T", "<p>x</p>"))
    before = (tmp_path / "x.pptx").read_bytes()
    with pytest.raises(formats.slides.BuildError):
        pptx.write(replace(publication(), sections=()), look(), tmp_path / "x.pptx")
    assert (tmp_path / "x.pptx").read_bytes() == before


@pytest.mark.parametrize(
    ("language", "words", "look_of_it"),
    [("en", "x", "i"), ("he", "מלה", "b"), ("ar", "كلمة", "b"), ("fa-IR", "واژه", "b"), ("ja", "語", "b")],
)
def test_emphasis_is_bold_in_a_script_without_slanted_letters(tmp_path, language, words, look_of_it):
    made = written(tmp_path, slide("T", f"<p>1 <em>{words}</em></p>"), language=language)
    (found,) = [run for run in runs(made.slides[0].element) if run.findtext(qn("a:t")) == words]
    assert [name for name in "bi" if found.find(qn("a:rPr")).get(name) == "1"] == [look_of_it]
