"""The chart of themes: every scene and every theme is in it, at its size, and nothing that an edition hides."""

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from studyguide.build.checked_guide import sound
from studyguide.editions.select import find, select
from studyguide.guide.chapters.plot import Part, Plot, Scene
from studyguide.guide.chapters.themes import Evidence, Theme, Themes
from studyguide.guide.info import GuideInfo
from studyguide.guide.items import Spoiler
from studyguide.guide.theme_letters import letters
from studyguide.languages.labels import Labels
from studyguide.publication import mediums
from studyguide.render import render
from studyguide.render.diagrams import text_width
from studyguide.render.diagrams.geometry import Box
from studyguide.render.diagrams.theme_chart import SQUARE, theme_chart
from studyguide.support import xhtml
from tests import sound_guides

FLAGSHIP = Path(__file__).parents[2] / "guide"
SIZES = [(690, 690), (440, 440), (370, 370), (320, 570), (260, 260)]
LONG = "The inheritance of loss, and of everything that nobody had asked for"
NUMBERS = {"own": ["2.1", "3–4", "Prologue", "The last century"], "counted": [None]}


def info(works=1):
    guide = sound_guides.specimen()
    made = [guide.info.works[0].model_copy(update={"id": f"w{n}", "title": f"Work {n}"}) for n in range(works)]
    return guide.info.model_copy(update={"works": tuple(made)}), GuideInfo


def plot(scenes, parts, own=(None,), work="w0", name="plot"):
    made = [
        Scene(id=f"{name}-{n}", title=f"Scene {n}", text="What happens.", number=own[n % len(own)])
        for n in range(scenes)
    ]
    sizes = [scenes // parts + (n < scenes % parts) for n in range(parts)]
    ends = [sum(sizes[:n]) for n in range(parts + 1)]
    lots = [made[a:b] for a, b in pairwise(ends) if b > a]
    found = [Part(id=f"{name}-p{n}", title=f"Part of the story {n}", scenes=tuple(lot)) for n, lot in enumerate(lots)]
    return Plot(kind="plot", id=name, title=f"The story {name}", work=work, parts=tuple(found))


def themes(many, scenes, title="What makes a person", names=("plot",)):
    made = [
        Theme(
            id=f"t{n}",
            title=title,
            question="What?",
            text="Text.",
            evidence=tuple(Evidence(scene=f"{name}-{(n * 7) % scenes}", point="A point.") for name in names),
            key_scenes=(f"{names[0]}-{n % scenes}",),
        )
        for n in range(many)
    ]
    return Themes(kind="themes", id="themes", title="Themes", themes=tuple(made))


def drawn(chapter, plots, size, works=1):
    return theme_chart(chapter, plots, info(works)[0], letters([chapter], Labels.of()), size)


@pytest.mark.parametrize("own", NUMBERS.values(), ids=NUMBERS)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: size[0])
@pytest.mark.parametrize(("many", "scenes", "parts"), [(1, 1, 1), (8, 1, 1), (5, 30, 4), (8, 100, 1), (8, 100, 9)])
def test_every_scene_has_a_column_at_every_size(many, scenes, parts, size, own):
    chart = drawn(themes(many, scenes, LONG), [plot(scenes, parts, own)], size)
    spare = text_width.SPARE if chart.has_names else 1
    columns = sum(len({words.x for words in sheet.words if words.is_centred}) for sheet in chart.sheets)
    assert columns >= min(scenes, 12)
    numbers = " ".join(words.text for sheet in chart.sheets for words in sheet.words if words.is_centred)
    assert len(re.findall(r"[\d.–]+|Prologue|century", numbers)) == scenes
    marks = [square for sheet in chart.sheets for square in sheet.squares]
    assert len(marks) == sum(2 - (theme.evidence[0].scene in theme.key_scenes) for theme in themes(many, scenes).themes)
    for sheet in chart.sheets:
        assert sheet.height <= size[1]
        assert all(0 <= square.x <= size[0] - SQUARE for square in sheet.squares)
        boxes = [box(words, spare) for words in sheet.words]
        assert all(each.x - each.width / 2 >= -0.5 and each.x + each.width / 2 <= size[0] + 0.5 for each in boxes)
        assert not [1 for one, other in combinations(boxes, 2) if one.meets(other)]


def box(words, spare):
    wide = text_width.width(words.text, 12, bold=words.is_bold) * 0.97 / spare
    return Box(words.x if words.is_centred else words.x + wide / 2, words.y - 4.3, wide, 8.6)


def test_a_film_of_thirty_scenes_is_one_band_on_a_page():
    (sheet,) = drawn(themes(5, 30), [plot(30, 4)], SIZES[0]).sheets
    assert sheet.height < 160


def test_each_plot_is_named_and_a_plot_without_themes_is_left_out():
    plots = [plot(4, 1, work=f"w{n}", name=f"plot{n}") for n in range(3)]
    chart = drawn(themes(2, 4, names=("plot0", "plot2")), plots, SIZES[0], works=3)
    said = [words.text for sheet in chart.sheets for words in sheet.words if words.is_bold]
    assert len([text for text in said if text == "A"]) == 2


def test_there_is_no_chart_without_scenes_or_with_too_many_themes():
    assert drawn(themes(9, 9), [plot(9, 1)], SIZES[0]) is None
    assert drawn(themes(2, 4, names=("none",)), [plot(4, 1)], SIZES[0]) is None
    assert drawn(themes(2, 4), [], SIZES[0]) is None


@pytest.fixture(scope="module")
def levels():
    """The sections of the flagship by id, for every spoiler level."""
    guide = sound(FLAGSHIP)
    found = {}
    for level in Spoiler:
        edition = find(guide, "student").model_copy(update={"reveals": level})
        made = render(select(guide, edition), edition).sections
        found[level] = {each.id: xhtml.parse(mediums.printed(each.body)) for each in made}
    return found


def told(root):
    """The letters beside each scene, with their words."""
    scenes = list(xhtml.with_class(root, "scene"))
    return {
        scene.get("id"): [
            (link.get("href"), link.get("aria-label")) for link in xhtml.with_class(scene, "theme-letter")
        ]
        for scene in scenes
    }


def test_letters_are_the_same_in_every_edition_and_beside_every_scene(levels):
    """So a class with two editions speaks of the same theme B."""
    whole = told(levels[Spoiler.ENDING]["plot"])
    assert ("#theme-acceptance", "Theme B, key") in whole["scene-miss-lucy"]
    for level in (Spoiler.SAFE, Spoiler.PREMISE):
        shown = (
            {title.get("id") for title in levels[level].get("themes", ()).iter("h2")}
            if "themes" in levels[level]
            else ()
        )
        for scene, found in told(levels[level]["plot"]).items():
            assert {href for href, _ in found} <= {f"#{name}" for name in shown}
            assert [words.split(",")[0] for _, words in found] == [
                words.split(",")[0] for href, words in whole[scene] if href[1:] in shown
            ]


def test_the_chart_has_nothing_that_an_edition_hides(levels):
    part = levels[Spoiler.PREMISE]["themes"]
    svg = next(part.iter(f"{{{xhtml.SVG}}}svg"))
    said = [text.text for text in svg.iter(f"{{{xhtml.SVG}}}text")]
    assert "B" in said
    assert "A" not in said, "the theme gives away the ending"
    assert "Completion" not in said
    shown = set(told(levels[Spoiler.PREMISE]["plot"]))
    linked = {link.get("href")[1:] for label in xhtml.with_class(part, "theme-scenes") for link in label.iter("a")}
    assert linked
    assert linked <= shown


def test_scenes_of_a_theme_are_in_words_beside_it(levels):
    root = levels[Spoiler.ENDING]["themes"]
    line = next(xhtml.with_class(root, "theme-scenes"))
    assert xhtml.text(line) == "Film: Scenes 7, 9, 15, 26, 27"
    assert [xhtml.text(each) for each in line.iter("b")] == ["7", "9", "27"]
    assert [each.get("aria-label") for each in line.iter("a")] == ["7 (key)", "9 (key)", None, None, "27 (key)"]


def test_descriptions_are_short_and_said_once(levels):
    body = levels[Spoiler.ENDING]["themes"]
    said = [each.text for each in body.iter(f"{{{xhtml.SVG}}}desc")]
    assert all(len(each) <= 150 for each in said)
    assert len(said) == len(set(said))
