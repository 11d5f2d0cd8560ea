"""Guides to a graphic novel, to a play and its opera, and to two films of a novel: all that can be built of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from studyguide import handouts
from studyguide.build.checked_guide import sound
from studyguide.cli import main
from studyguide.editions.select import find, select
from studyguide.formats.web.search_index import passages
from studyguide.guide.items import Spoiler
from studyguide.guide.works import made_for
from studyguide.handouts.sheet import Tier
from studyguide.render import render
from studyguide.support import xhtml

HERE = Path(__file__).parent
NAMES = ("comic", "opera", "films")


@pytest.mark.parametrize("name", NAMES)
def test_every_format_and_every_handout_is_built(name, tmp_path, capsys):
    options = [str(HERE / name), "--edition", "teacher", "--output", str(tmp_path)]
    assert main(["build", *options, "--format", "pdf", "--format", "epub", "--format", "web"]) == 0
    assert main(["worksheets", *options, "--tier", "core"]) == 0
    assert main(["organiser", *options]) == 0
    assert not capsys.readouterr().err
    built = {path.name.removeprefix(name) for path in tmp_path.iterdir()}
    assert {"-teacher.pdf", "-teacher.epub", "-teacher-web", "-teacher-organiser.pdf"} <= built


def bodies(name, edition="teacher", level=None):
    """The bodies of an edition's sections, by their ids."""
    guide = sound(HERE / name)
    chosen = find(guide, edition)
    chosen = chosen.model_copy(update={"reveals": level}) if level else chosen
    return {section.id: section.body for section in render(select(guide, chosen), chosen).sections}


def headings(body, level="h3"):
    root = xhtml.parse(body)
    for letter in xhtml.with_class(root, "theme-letter"):
        xhtml.remove(letter)
    return [" ".join(xhtml.text(heading).split()) for heading in root.iter(level)]


def lines(body):
    """The scenes beside each theme."""
    return [xhtml.text(each) for each in xhtml.with_class(xhtml.parse(body), "theme-scenes")]


def columns(body, table):
    (found,) = xhtml.with_class(xhtml.parse(body), table)
    return [xhtml.text(head) for head in found.iter("th") if head.get("scope") == "col"]


def sheet(name, which, tier=Tier.CORE):
    guide = sound(HERE / name)
    (section,) = handouts.publish(guide, find(guide, "teacher"), which, tier).sections
    return section


def labels(section):
    return list(dict.fromkeys(xhtml.text(each) for each in xhtml.with_class(xhtml.parse(section.body), "field-label")))


def test_a_graphic_novel_has_chapters():
    found = bodies("comic")
    assert headings(found["plot"]) == [
        "Chapter 1 The lamp goes out",
        "Chapter 2",
        "Chapters 3–4 The stairs",
        "Chapter 5 The keeper",
        "Afterword",
    ]
    assert lines(found["themes"]) == ["Chapters 1, 2, 3–4"]
    assert "In the graphic novel" in found["themes"]
    log = sheet("comic", "reading-log")
    assert (log.title, labels(log)) == ("Reading log", ["What I read", "What I think"])
    assert labels(sheet("comic", "theme-light"))[0] == "What I read"


def test_numbers_are_the_same_in_every_edition():
    last = headings(bodies("comic", level=Spoiler.PREMISE)["plot"])[-1]
    assert last == "Chapters 3–4 The stairs"
    first, *_ = headings(bodies("opera", "before")["opera-plot"])
    assert first == "Act 1, scene 1 A wood"
    assert headings(bodies("opera", level=Spoiler.PREMISE)["play-plot"])[3:] == ["Act 2, scene 1 The dagger"]


def test_a_play_and_an_opera_have_acts_and_scenes_each_in_its_own_plot():
    found = bodies("opera")
    play, opera = headings(found["play-plot"]), headings(found["opera-plot"])
    assert play[:3] == ["Act 1, scene 1 A heath", "Act 1, scene 2 The camp", "Act 1, scene 3"]
    assert play[-1].startswith("Act 5, scene 1 ")
    assert opera == [
        "Act 1, scene 1 A wood",
        "Act 1, scene 2 The letter",
        "Act 4, scene 1 Sleepwalking",
    ]
    assert lines(found["themes"]) == ["Play: Scenes 1.1, 1.3", "Opera: Scene 1.1"]
    assert columns(found["spoken-and-sung"], "changes") == ["Element", "Play", "Opera", "Effect"]


def test_each_plot_has_its_own_log():
    play, opera = sheet("opera", "log-play-plot"), sheet("opera", "log-opera-plot")
    assert (play.title, labels(play)[0]) == ("Reading log: Play", "What I read")
    assert (opera.title, labels(opera)[0]) == ("Listening log: Opera", "What I hear")
    assert labels(sheet("opera", "theme-voices"))[::2] == ["What I read", "What I hear"]


def test_three_works_are_compared():
    body = bodies("films")["three-tellings"]
    assert columns(body, "changes") == ["Element", "Novel", "Film, 1994", "Film, 2019", "Effect"]
    (row,) = (row for row in xhtml.parse(body).iter("tr") if row.get("id") == "change-publisher")
    nothing = [cell for cell in row if list(cell.iter("abbr"))]
    assert [cell.get("data-label") for cell in nothing] == ["Novel", "Film, 1994"]
    assert {abbr.get("title") for cell in nothing for abbr in cell.iter("abbr")} == {"nothing in this work"}
    compared = sheet("films", "comparison", Tier.SUPPORT)
    assert compared.title == "Novel, film (1994) and film (2019), side by side"
    assert labels(compared) == ["In the novel", "Film, 1994", "Film, 2019", "The difference"]
    assert labels(sheet("films", "three-tellings")) == ["Novel", "Film, 1994", "Film, 2019", "What it does to us"]


def test_scenes_counted_by_part_say_which_part():
    assert headings(bodies("films")["plot"]) == [
        "Part 1, scene 1 Christmas",
        "Part 1, scene 2 The hair",
        "Part 2, scene 1 The beach",
    ]


def test_a_row_goes_with_the_text_of_one_of_its_works():
    body = bodies("films", "before")["three-tellings"]
    rows = [row.get("id") for row in xhtml.parse(body).iter("tr") if row.get("id")]
    assert rows == ["change-order", "change-publisher"], "one row gives away the ending, another names a hidden scene"


@pytest.mark.parametrize("name", NAMES)
def test_the_organiser_has_every_scene_and_person(name):
    text = xhtml.text(xhtml.parse(sheet(name, "organiser").body))
    guide = sound(HERE / name)
    plots = [chapter for chapter in guide.chapters if chapter.kind == "plot"]
    people = [p.name for c in guide.chapters if c.kind == "cast" for group in c.groups for p in group.people]
    assert not [s.title for plot in plots for part in plot.parts for s in part.scenes if s.title not in text]
    assert not [name for name in people if name not in text]


def test_an_author_chooses_the_order_of_the_columns():
    chapter = next(each for each in sound(HERE / "films").chapters if each.kind == "adaptation")
    works = sound(HERE / "films").info.works
    ordered = chapter.model_copy(update={"works": ("film-2019", "novel")})
    assert [work.id for work in ordered.compared(works)] == ["film-2019", "novel", "film-1994"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("comic", ["Chapter 1", "Chapters 3–4"]),
        ("opera", ["Play, Act 1, scene 3", "Opera, Act 1, scene 1"]),
        ("films", ["Part 1, scene 2"]),
    ],
)
def test_evidence_is_found_by_the_numbers_that_the_work_has(name, expected):
    lists = xhtml.with_class(xhtml.parse(bodies(name)["themes"]), "evidence")
    found = [xhtml.text(label) for each in lists for label in xhtml.with_class(each, "label")]
    assert found[: len(expected)] == expected


@pytest.mark.parametrize("tier", [Tier.CORE, Tier.KEY])
def test_the_sheet_of_a_theme_has_the_numbers_of_scenes(tier):
    assert "Chapters 3–4: The stairs" in xhtml.text(xhtml.parse(sheet("comic", "theme-light", tier).body))


@pytest.mark.parametrize(("name", "listed"), [("comic", ["Vane"]), ("films", ["Alcott", "Armstrong", "Gerwig"])])
def test_the_works_under_study_are_in_the_works_cited(name, listed):
    text = xhtml.text(xhtml.parse(bodies(name)["works-cited"]))
    assert [author for author in listed if author not in text] == []


def test_a_guide_without_sources_says_so():
    guide = sound(HERE / "comic")
    works = tuple(work.model_copy(update={"sources": ()}) for work in guide.info.works)
    bare = replace(guide, info=guide.info.model_copy(update={"works": works}), sources=())
    chosen = find(bare, "teacher")
    last = next(each for each in render(select(bare, chosen), chosen).sections if each.id == "works-cited")
    assert xhtml.text(xhtml.parse(last.body)).split("Works cited")[-1].strip() == "This guide cites no sources."


def test_key_scenes_are_explained_only_where_there_are_some():
    with_key, without = bodies("comic")["themes"], bodies("films")["themes"]
    assert "Filled square, bold number" in with_key
    assert "Filled" not in without
    assert lines(without) == ["Scene 1.2"]


@pytest.mark.parametrize(
    ("name", "chapter", "phase", "titles"),
    [
        ("comic", "questions--notes", "After reading", {"while": "While you read"}),
        ("opera", "questions--notes", "At the end", {}),
        ("films", "activities", "Before viewing", {"before": "Before you watch"}),
    ],
)
def test_a_phase_is_called_after_the_works_whose_story_is_told(name, chapter, phase, titles):
    assert phase in bodies(name)[chapter]
    assert {which: sheet(name, which).title for which in titles} == titles


def test_the_search_finds_a_scene_by_its_number():
    found = {each.id: each for each in passages(xhtml.parse(bodies("opera")["play-plot"]), "The play")}
    assert (found["play-camp"].title, found["play-camp"].text[:14]) == ("The camp", "Act 1, scene 2")
    assert found["play-greeting"].text.startswith("The witches"), "the title has the number"


@pytest.mark.parametrize(
    ("types", "medium"),
    [(["novel"], "page"), (["play"], "stage"), (["opera", "novel"], "stage"), (["play", "film"], "screen")],
)
def test_a_production_is_for_the_page_the_stage_or_the_screen(types, medium):
    work = sound(HERE / "comic").info.works[0]
    assert made_for([work.model_copy(update={"type": each}) for each in types]) == medium


def test_chapters_for_teachers_have_the_last_numbers():
    guide = sound(HERE / "comic")
    chapters = tuple(
        each.model_copy(update={"audience": "teacher"}) if each.id == "themes" else each for each in guide.chapters
    )
    mixed = replace(guide, chapters=chapters)
    numbers = {}
    for name in ("student", "teacher"):
        chosen = find(mixed, name)
        for section in render(select(mixed, chosen), chosen).sections:
            found = [xhtml.text(each) for each in xhtml.with_class(xhtml.parse(section.body), "chapter-number")]
            numbers.setdefault(name, []).extend(found if "--" not in section.id else [])
    assert numbers == {"student": ["1", "2", "3"], "teacher": ["1", "2", "3", "4"]}
