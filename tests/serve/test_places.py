"""Places: an element leads to its line, and a problem to the element that shows it."""

from pathlib import Path

import pytest

from studyguide.build.checked_guide import sound
from studyguide.render.text_sources import path_of, text_sources
from studyguide.serve.places import Editor, source_before
from studyguide.support import paths
from studyguide.support.errors import Problem

FOLDER = paths.specimen_folder()


@pytest.fixture(scope="module")
def guide():
    return sound(FOLDER)


def line(spot):
    return (FOLDER / spot.file).read_text("utf-8").splitlines()[spot.line - 1]


def test_every_source_leads_to_a_place_that_leads_back(guide):
    editor = Editor(FOLDER, "")
    seen = 0
    for sources in text_sources(guide).values():
        for path in sources.texts.values():
            spot = editor.spot(f"{sources.chapter.id}:{'/'.join(map(str, path))}:0", guide)
            assert spot is not None
            back = source_before(Problem(spot.file, spot.line, spot.column, ""), guide.places)
            assert path_of(back)[0] == sources.chapter.id
            place = guide.places[sources.chapter.id][path_of(back)[1]]
            assert (place.file, place.line, place.column) == spot[:3]
            seen += 1
    assert seen > 100


def test_a_line_of_a_text_is_the_line_in_the_file(guide):
    spot = Editor(FOLDER, "").spot("about:text:3", guide)
    whole = (FOLDER / "chapters/about.md").read_text("utf-8")
    text = next(each for each in guide.chapters if each.id == "about").text
    assert line(spot) == whole[whole.index(text[:20]) :].splitlines()[3]


def test_a_problem_inside_a_text_belongs_to_its_line(guide):
    spot = Editor(FOLDER, "").spot("about:text:3", guide)
    source = source_before(Problem(spot.file, spot.line, spot.column, ""), guide.places)
    assert source == "about:text:3"


def test_files_that_no_element_shows_have_no_source(guide):
    assert source_before(Problem("guide.yaml", 3, 1, ""), guide.places) == ""
    assert source_before(Problem("chapters/nothing.yaml", 3, 1, ""), guide.places) == ""


@pytest.mark.parametrize(
    "source", ["", "nobody:title:0", "plot", "plot:x:y:z", "plot:title:a", "../guide.yaml:title:0"]
)
def test_what_is_no_source_has_no_place(guide, source):
    assert Editor(FOLDER, "").spot(source, guide) is None


def test_an_address_has_the_file_encoded():
    editor = Editor(Path("/a b/guide"), "vscode://file/{file}:{line}:{column}")
    assert editor.link("chapters/plot.yaml", 3, 5) == "vscode://file/a%20b/guide/chapters/plot.yaml:3:5"
    assert Editor(Path("/a"), "").link("x", 1, 1) == ""
