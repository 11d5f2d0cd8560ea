"""Every theme is one block of the same properties, and its colours can be told apart."""

import re

import pytest
from page_faults import SMALLEST

from studyguide import handouts
from studyguide.build.edition_publication import publish
from studyguide.editions.select import find
from studyguide.formats.epub.stylesheet import literal
from studyguide.handouts import handout_kinds
from studyguide.support import signatures
from studyguide.support.paths import PACKAGE, style_names, styles_folder
from studyguide.themes import contrast, theme
from studyguide.themes.contrast import LINES, TEXT, faint
from tests import sound_guides

THEMES = style_names("themes")
BLOCK = re.compile(r"\s*:root\s*\{([^{}]*)\}\s*")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DECLARATION = re.compile(r"\s*(--[a-z0-9-]+): ([^;]+);")

READ = {"--papers", "--school-styles", "--drawing-height", "--drawing-wide", "--drawing-wide-small"}
"""What the program reads, and no style sheet."""


def properties(name):
    """The properties of a theme. Fails for a file that holds anything but one block of them."""
    css = COMMENT.sub("", (styles_folder() / "themes" / f"{name}.css").read_text("utf-8"))
    block = BLOCK.fullmatch(css)
    assert block, f"{name}.css is not one :root block"
    assert not DECLARATION.sub("", block[1]).strip(), f"{name}.css holds more than custom properties"
    found = DECLARATION.findall(block[1])
    assert len(found) == len(dict(found)), f"{name}.css says something twice"
    assert dict(found) == contrast.properties(name)
    return dict(found)


def points(length, base):
    """A length in points, pt or rem."""
    number, unit = re.fullmatch(r"([\d.]+)(pt|rem|em)", length).groups()
    return float(number) * (1 if unit == "pt" else base)


def test_contrast_is_that_of_the_standard():
    assert contrast.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert faint({"--a": "#777777", "--b": "#ffffff"}, [("--a", "--b")], 4.5) == {("--a", "--b"): 4.48}


@pytest.mark.parametrize("name", THEMES)
def test_every_colour_that_is_compared_is_one(name):
    """What is no colour like #1f2a28 would be compared with nothing."""
    colours = properties(name)
    assert faint(colours, (*TEXT, *LINES), 22).keys() == {*TEXT, *LINES}


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_sets_what_every_theme_sets(name):
    assert list(properties(name)) == list(properties("quiet"))


@pytest.mark.parametrize("name", THEMES)
def test_letters_have_seven_to_one_and_lines_three_to_one(name):
    colours = properties(name)
    assert faint(colours, TEXT, 7) == {}
    assert faint(colours, LINES, 3) == {}


@pytest.mark.parametrize("name", THEMES)
def test_no_property_is_idle_and_none_is_missing(name):
    css = "".join((styles_folder() / sheet).read_text("utf-8") for sheet in ("base.css", "pdf.css"))
    papers = "".join(path.read_text("utf-8") for path in (styles_folder() / "papers").glob("*.css"))
    values = " ".join(properties(name).values())
    used = set(re.findall(r"var\((--[a-z0-9-]+)\)", css + papers + values))
    assert used - set(re.findall(r"(--[a-z0-9-]+):", papers)) - set(properties(name)) == set()
    idle = set(properties(name)) - used
    assert idle <= {"--paper", *READ}  # a theme may leave its pages unpainted


@pytest.mark.parametrize("name", THEMES)
def test_coloured_paper_is_printed(name):
    """Contrast is measured against the paper, so pages have its colour, unless it is white."""
    found = properties(name)
    assert found["--ground"] == ("none" if contrast.luminance(found["--paper"]) == 1 else "var(--paper)")


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_does_for_e_books_too(name):
    sheets = literal(theme.look("epub", theme=name).css)
    assert "var(" not in sheets.plain + sheets.adaptive


@pytest.mark.parametrize(("name", "least"), SMALLEST.items())
def test_nothing_is_smaller_than_promised(name, least):
    found = properties(name)
    base = points(found["--size-print"], 0)
    sizes = {key: points(value, base) for key, value in found.items() if key.startswith("--size-")}
    assert {key: size for key, size in sizes.items() if size < least} == {}


@pytest.mark.parametrize("name", SMALLEST)
def test_emphasis_is_neither_slanted_nor_in_capitals(name):
    found = properties(name)
    assert (found["--emphasis-style"], found["--emphasis-weight"]) == ("normal", "700")
    sheets = "".join(path.read_text("utf-8") for path in styles_folder().glob("*.css"))
    assert "text-transform" not in sheets
    assert "small-caps" not in sheets
    assert not re.search(r"font-style: (?!var|normal)", sheets)


@pytest.mark.parametrize("name", SMALLEST)
def test_lines_are_ragged_whole_words_in_one_column(name):
    found = properties(name)
    assert (found["--columns"], found["--hyphens"]) == ("0", "manual")
    sheets = "".join(path.read_text("utf-8") for path in styles_folder().glob("*.css"))
    assert "text-align: justify" not in sheets


def test_dyslexia_friendly_keeps_to_the_style_guide():
    found = properties("dyslexia-friendly")
    assert 12 <= points(found["--size-print"], 0) <= 14
    assert all(float(found[key]) >= 1.5 for key in found if key.startswith("--leading"))
    assert found["--font-text"].endswith("sans-serif")
    assert found["--ground"] == "var(--paper)"
    assert contrast.luminance(found["--paper"]) < 1


def test_pages_of_half_size_are_alike():
    """Whatever the sheet, the folded guide is the same but for its measures."""
    sheets = [(styles_folder() / "papers" / f"{name}.css").read_text("utf-8") for name in signatures.HALVES.values()]
    rules = [re.sub(r"size: [^;]+;|-?\d+mm", "", COMMENT.sub("", sheet)).strip() for sheet in sheets]
    assert rules[0] == rules[1]


def test_the_specimen_shows_all_that_the_style_sheets_speak_of():
    """Every class that a rule names stands in the specimen, on its pages or sheets."""
    sheets = "".join((styles_folder() / name).read_text("utf-8") for name in ("base.css", "pdf.css", "handout.css"))
    rules = re.sub(r"@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\}", " ", COMMENT.sub("", sheets))
    named = set(re.findall(r"\.([a-z][a-z0-9-]*)", re.sub(r"\{[^{}]*\}", " ", rules)))
    tall = {name for name in named if re.fullmatch(r"(lines|facts)-\w+", name)}  # as many as a label has lines
    tall |= {"tall", "long", "long-word"}  # rows and words beyond the usual, which test_pdf_fits.py has
    tall |= {"close", "deep", "many"}  # contents of many lines, and parts that spill, which test_pdf_pages.py has
    tall |= {
        "follows",
        "inside",
        "whole",
        "balanced",
        "second-column",
    }  # what the layout adds, which test_pdf_run_on.py has
    tall |= {"run"}  # pages of an index that follow each other, which test_index.py has
    tall |= {"label-2"}  # a label of two lines above a remark, which test_page_layouts.py has
    tall |= {"gives-away"}  # a chapter with a level of its own, which test_select.py has
    tall |= {name for name in named if re.fullmatch(r"aside-\d+", name)}  # as many lines as a remark has
    tall |= {"own-letter", "own-letters"}  # options in other alphabets, which test_option_letters.py has
    tall |= {"works-3"}  # works side by side, which test_work_guides.py has
    assert named - tall - shown() == set()


def shown():
    guide = sound_guides.specimen()
    editions = [find(guide, name) for name in (None, "teacher", "taster")]
    bodies = [section.body for edition in editions for section in publish(guide, edition).sections]
    for group in handout_kinds.groups():
        edition = handout_kinds.usual_edition(guide, group)
        for name, tiers in handouts.names(guide, edition, group).items():
            bodies += [handouts.publish(guide, edition, name, tier).sections[0].body for tier in tiers]
    classes = re.findall(r'class="([^"]*)"', " ".join(bodies))
    around = [
        (PACKAGE / "templates" / name).read_text("utf-8")
        for name in ("pdf/document.html.j2", "page-map.html.j2", "cover-strip.html.j2")
    ]
    return set(re.findall(r"[a-z][a-z0-9-]*", " ".join([*classes, *around])))
