"""The cover: the shape of the story and a line on the contents, of what an edition shows and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from studyguide.build.checked_guide import sound
from studyguide.editions.select import find, select
from studyguide.guide.items import Spoiler
from studyguide.render import cover, render
from studyguide.support import templates
from studyguide.support.paths import specimen_folder

FLAGSHIP = Path(__file__).parents[2] / "guide"
OPERA = Path(__file__).parents[1] / "works/opera"


def shown(folder, level=Spoiler.ENDING, *, without=()):
    guide = sound(folder)
    kept = tuple(each for each in guide.chapters if each.kind not in without)
    edition = find(guide, "student").model_copy(update={"reveals": level})
    return select(replace(guide, chapters=kept), edition), edition


def test_the_strip_has_a_column_for_each_scene_and_a_row_for_each_theme():
    guide, edition = shown(FLAGSHIP)
    about = render(guide, edition).metadata
    assert [len(part) for part in about.strip] == [1, 12, 8, 9]  # the film's; no theme names a chapter of the novel
    assert {len(scene) for part in about.strip for scene in part} == {6}
    assert about.strip[0] == (("", "", "", "key", "named", "key"),)
    assert about.contents.startswith("30 scenes, 23 chapters, 18 people, 6 themes, ")


@pytest.mark.parametrize("level", [Spoiler.SAFE, Spoiler.PREMISE])
def test_what_an_edition_hides_is_neither_in_the_strip_nor_counted(level):
    guide, _ = shown(FLAGSHIP, level)
    scenes = [scene for each in guide.chapters if each.id == "plot" for part in each.parts for scene in part.scenes]
    themes = [theme for each in guide.chapters if each.kind == "themes" for theme in each.themes]
    strip = cover.strip(guide)
    assert sum(map(len, strip)) == len(scenes) < 30
    assert {len(scene) for part in strip for scene in part} == {len(themes) or 1}
    assert f"{len(scenes)} scenes" in cover.contents(guide)


def test_a_story_without_themes_has_a_mark_for_each_scene():
    guide, _ = shown(FLAGSHIP, without={"themes"})
    assert {scene for part in cover.strip(guide) for scene in part} == {("key",)}


def test_plots_follow_each_other_and_a_guide_without_a_story_has_no_strip():
    guide, _ = shown(OPERA)
    plots = [each for each in guide.chapters if each.kind == "plot"]
    assert len(plots) == 2
    assert len(cover.strip(guide)) == sum(len(plot.parts) for plot in plots)
    bare, edition = shown(specimen_folder(), without={"plot"})
    assert render(bare, edition).metadata.strip == ()


def test_voices_do_not_meet_the_strip():
    strip = ((("key", ""), ("named", "key")), (("", "named"),))
    html = str(templates.environment().get_template("cover-strip.html.j2").module.cover_strip(strip)).strip()
    assert html.startswith('<div class="cover-strip" aria-hidden="true">')
    assert html.count("<i") == 2 * (3 + 1)
    assert html.count('class="key"') == html.count('class="named"') == 2
