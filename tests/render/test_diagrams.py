"""Pictures of both guides: named, legible, the same every time, and without what an edition hides."""

import os
import re
import subprocess
import sys
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from made_guides import Recipe, write

from studyguide.build.checked_guide import sound
from studyguide.editions.select import find, select
from studyguide.guide.items import Spoiler
from studyguide.guide.text_types import figure
from studyguide.render import render
from studyguide.render.diagrams import text_width
from studyguide.render.diagrams.geometry import Box
from studyguide.support import xhtml
from studyguide.themes.theme import USUAL, drawing

ROOT = Path(__file__).parents[2]
GUIDES = {"flagship": ROOT / "guide", "second": ROOT / "src/studyguide/specimen"}
EDITIONS = [("flagship", "student"), ("flagship", "before-viewing"), ("second", "student"), ("second", "taster")]
SVG = f"{{{xhtml.SVG}}}"
ROOMS = {"usual": USUAL, "narrow": drawing("large-print-24")}


@cache
def pictures(name, edition, room=USUAL):
    """Id of the title to picture, of all that an edition draws."""
    return drawings(sound(GUIDES[name]), edition, room)


def drawings(guide, edition, room):
    chosen = find(guide, edition)
    roots = [xhtml.parse(section.body) for section in render(select(guide, chosen), chosen, drawing=room).sections]
    found = [svg for root in roots for svg in root.iter(f"{SVG}svg") if svg.get("class", "").startswith("picture-")]
    return {svg.get("aria-labelledby").split()[0].removesuffix("-title"): svg for svg in found}


@pytest.fixture(scope="module", params=[*ROOMS.values()], ids=[*ROOMS])
def room(request):
    return request.param


@pytest.fixture(scope="module", params=EDITIONS, ids="-".join)
def drawn(request, room):
    return pictures(*request.param, room)


def words(svg):
    return " ".join("".join(svg.itertext()).split())


def test_every_picture_has_a_name_and_a_description(drawn):
    assert drawn
    for name, svg in drawn.items():
        ids = {element.get("id"): element for element in svg.iter() if element.get("id")}
        title, description = (ids[each] for each in svg.get("aria-labelledby").split())
        assert title.tag == f"{SVG}title"
        assert description.tag == f"{SVG}desc"
        assert title.text.strip(), name
        assert description.text.strip(), name


def test_no_words_lie_on_others_or_leave_the_sheet(drawn, room):
    assert_legible(drawn, room)


@pytest.mark.parametrize(
    "recipe",
    [Recipe(1, optional="all"), Recipe(8, optional="all"), Recipe(30, optional="all"), Recipe(30, deep=True)],
    ids=str,
)
def test_no_number_of_items_is_too_many_for_a_drawing(recipe, room, tmp_path):
    assert_legible(drawings(sound(write(tmp_path / "guide", recipe)), "teacher", room), room)


def assert_legible(drawn, room):
    for name, svg in drawn.items():
        _, _, width, height = map(float, svg.get("viewBox").split())
        is_wide = width == room.wide > room.width
        boxes = [box_of(text, 1 / text_width.SPARE if is_wide else 1) for text in svg.iter(f"{SVG}text")]
        assert height <= (room.wide if is_wide else room.height), (name, height)
        assert is_wide or width == room.width or not boxes, "a drawing without words may have any size"
        for text, box in boxes:
            assert box.x - box.width / 2 >= -0.5, (name, text)
            assert box.x + box.width / 2 <= width + 0.5, (name, text)
            assert box.y + box.height / 2 <= height + 0.5, (name, text)
        assert [(one[0], other[0]) for one, other in combinations(boxes, 2) if one[1].meets(other[1])] == [], name


def test_letters_are_as_large_as_a_telephone_needs(drawn):
    for svg in drawn.values():
        width = float(svg.get("viewBox").split()[2])
        if width == USUAL.wide:  # for print alone
            continue
        assert all(float(text.get("font-size")) * 300 / width >= 7.5 for text in svg.iter(f"{SVG}text"))


def box_of(text, spare=1):
    """The words of a `text`, and about what they cover, from the tops of capitals to the baseline."""
    size = float(text.get("font-size"))
    wide = text_width.width(text.text, size, bold=text.get("font-weight") == "700") * 0.97 * spare
    x = float(text.get("x")) + wide * {"start": 0.5, "middle": 0, "end": -0.5}[text.get("text-anchor", "start")]
    return text.text, Box(x, float(text.get("y")) - size * 0.36, wide, size * 0.72)


def test_pictures_and_counts_omit_hidden_items():
    whole, safe = pictures("flagship", "student"), pictures("flagship", "before-viewing")
    assert "Programme" in words(whole["cast--map"])
    assert "Madame" in words(whole["cast--map"])
    assert re.search(r"\b21\b", words(whole["cast--map"]))
    assert not re.search(r"Programme|Madame|travel|\b7\b", words(safe["cast--map"]))
    assert words(safe["cast--map"]).count("5 people") == 1
    taster = pictures("second", "taster")
    assert "The mill" not in " ".join(map(words, taster.values()))


def test_a_hidden_change_is_not_counted():
    guide = sound(GUIDES["flagship"])
    edition = find(guide, "student").model_copy(update={"reveals": Spoiler.SAFE, "chapters": ("adaptation",)})
    section = render(select(guide, edition), edition).sections[0]
    assert "17 things are compared: 11 kept, 5 altered and 1 cut." in section.body


def test_a_guide_without_the_data_has_no_picture():
    guide = sound(GUIDES["second"])
    edition = find(guide, "student")
    bare = {"relationships": (), "scores": (), "box_office": None, "timeline": ()}
    chapters = tuple(
        chapter.model_copy(update={key: value for key, value in bare.items() if hasattr(chapter, key)})
        for chapter in guide.chapters
        if chapter.kind in {"cast", "reception", "themes"}
    )
    sections = render(guide.__class__(guide.folder, guide.info, chapters, guide.sources, guide.places), edition)
    bodies = " ".join(section.body for section in sections.sections)
    assert not re.search("--(map|lanes|chart)|class=.bar", bodies)


def test_the_map_of_our_guide(accept):
    svg = pictures("flagship", "student")["cast--map"]
    accept(xhtml.serialise(svg), Path(__file__).parent / "map.svg")


def test_the_same_in_every_process():
    """In this one, whose hashes are of its own, and in another."""
    code = (
        "import sys; sys.path[:0] = ['.', 'tests']; from tests.render import test_diagrams as t; "
        "sys.stdout.buffer.write(t.all_of('flagship', 'student').encode())"
    )
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    here = {**os.environ, "PYTHONHASHSEED": seed}
    other = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=here, capture_output=True, check=True)
    assert other.stdout.decode() == all_of("flagship", "student")


def all_of(name, edition):
    return "\n".join(map(xhtml.serialise, pictures(name, edition).values()))


@pytest.mark.parametrize(
    ("number", "said"),
    [(9455232, "9,455,232"), (1e12, "1,000,000,000,000"), (7.25, "7.25"), (10, "10"), (0, "0"), (0.000001, "0.000001")],
)
def test_figures_are_said_as_in_a_text(number, said):
    assert figure(number) == said
