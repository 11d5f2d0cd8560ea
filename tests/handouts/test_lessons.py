"""Lesson plans: their times, their places on routes, and what they lose in an edition that reveals less."""

from dataclasses import replace

import pypdfium2
import pytest

from studyguide import formats, handouts
from studyguide.build import handout_files
from studyguide.build.edition_publication import publish
from studyguide.editions.select import find, select
from studyguide.guide.chapters.lessons import Lesson, Lessons
from studyguide.guide.info import Gate
from studyguide.guide.items import Spoiler
from studyguide.handouts import handout_kinds
from studyguide.handouts.sheet import Tier
from studyguide.support import xhtml
from studyguide.support.errors import GuideError, UsageError
from studyguide.support.paths import specimen_folder
from studyguide.themes import theme
from tests import sound_guides


@pytest.fixture(scope="module")
def guide():
    return sound_guides.specimen()


def teacher(guide, reveals="ending"):
    return find(guide, "teacher").model_copy(update={"id": f"t-{reveals}", "reveals": Spoiler(reveals)})


def lessons(guide, reveals="ending") -> Lessons:
    return next(each for each in select(guide, teacher(guide, reveals)).chapters if isinstance(each, Lessons))


def sheet(guide, name, reveals="ending"):
    return xhtml.parse(handouts.publish(guide, teacher(guide, reveals), name, Tier.CORE).sections[0].body)


def rows(root, name):
    (table,) = xhtml.with_class(root, name)
    return [[xhtml.text(cell) for cell in row] for row in table.find("tbody")]


def test_steps_follow_each_other_through_the_stages(guide):
    found = [row[:2] for row in rows(sheet(guide, "lesson-storm"), "plan")]
    assert found == [
        ["0–8\N{NO-BREAK SPACE}min", "Starter"],
        ["8–28\N{NO-BREAK SPACE}min", "Main part"],
        ["28–48\N{NO-BREAK SPACE}min", "Main part"],
        ["48–58\N{NO-BREAK SPACE}min", "Plenary"],
    ]


def test_the_scene_of_a_clip_is_apart_from_what_to_play(guide):
    (where,) = xhtml.with_class(sheet(guide, "lesson-storm"), "where")
    assert xhtml.text(where.getparent()).startswith(
        "The last two minutes before the lightning, without sound · The storm"
    )


def test_a_plan_says_where_the_lesson_is_on_each_route(guide):
    (facts,) = xhtml.with_class(sheet(guide, "lesson-mill"), "part-facts")
    assert xhtml.text(facts).startswith(
        "Lesson 2 of the route: Two lessons, film only · Lesson 3 of the route: Three lessons · 45\N{NO-BREAK SPACE}min"
    )


def test_an_overview_has_the_lessons_of_its_route_in_order(guide):
    found = [row[:2] for row in rows(sheet(guide, "route-three"), "route")]
    assert [number for number, _ in found] == ["1", "2", "3"]
    assert [title.partition(" Gives")[0] for _, title in found] == ["A birth in a storm", "The trial", "Who is left"]


def test_a_double_lesson_has_its_own_length(guide):
    assert [stop.minutes for stop in lessons(guide).stops()] == [60, 60, 60, 90, 60]


def test_students_get_no_lessons(guide):
    edition = find(guide, "student")
    assert handouts.names(guide, edition, "lessons") == {}
    assert not [each for each in publish(guide, edition).sections if each.kind == "lessons"]
    with pytest.raises(UsageError, match=r"nothing to make lessons from. Choose an edition that has: `--edition"):
        handout_files.requests(guide, handout_files.HandoutOptions("lessons", specimen_folder(), edition="student"))


def test_a_guide_without_lessons_is_told_which_chapter_to_add(guide):
    kinds = {"lessons", "permissions"}
    bare = replace(guide, chapters=tuple(chapter for chapter in guide.chapters if chapter.kind not in kinds))
    asked = handout_files.HandoutOptions("lessons", specimen_folder())
    with pytest.raises(UsageError, match=r"no lessons and no letters. Add a chapter of the kind 'lessons' or"):
        handout_files.requests(bare, asked)
    only = [edition for edition in bare.info.editions if edition.audience == "student"]
    untaught = replace(bare, info=bare.info.model_copy(update={"editions": tuple(only)}))
    with pytest.raises(UsageError, match=r"They are for teachers: name an edition with 'audience: teacher'"):
        handout_files.requests(untaught, asked)


def test_they_are_made_for_the_first_edition_for_teachers(guide):
    assert handout_kinds.usual_edition(guide, "lessons").id == "teacher"
    assert handout_kinds.usual_edition(guide, "worksheets").id == "student"
    asked = handout_files.HandoutOptions("lessons", specimen_folder())
    assert {each.sheet for each in handout_files.requests(guide, asked)} >= {"lesson-storm", "route-two"}
    only = tuple(each for each in guide.info.editions if each.audience == "student")
    none = replace(guide, info=guide.info.model_copy(update={"editions": only}))
    assert handout_kinds.usual_edition(none, "lessons").id == "student"


def test_an_unknown_lesson_is_named_with_the_others(guide):
    asked = handout_files.HandoutOptions("lessons", specimen_folder(), ("lesson-strom",))
    with pytest.raises(UsageError, match=r"There is no handout 'lesson-strom'. Did you mean 'lesson-storm'"):
        handout_files.requests(guide, asked)


def test_hidden_lessons_leave_their_routes(guide):
    shown = lessons(guide, "premise")
    assert [each.id for each in shown.lessons] == ["lesson-storm", "lesson-trial"]
    assert [route.lessons for route in shown.routes] == [("lesson-storm",), ("lesson-storm", "lesson-trial")]
    assert "Who is left" not in xhtml.text(sheet(guide, "route-two", "premise"))


def test_hidden_steps_and_clips_are_gone_and_the_times_close_up(guide):
    root = sheet(guide, "lesson-storm", "safe")
    assert [row[0] for row in rows(root, "plan")] == [
        f"{span}\N{NO-BREAK SPACE}min" for span in ("0–8", "8–28", "28–38")
    ]
    assert "lightning" not in xhtml.text(root)
    assert "lightning" in xhtml.text(sheet(guide, "lesson-storm", "premise"))


def test_a_clip_from_a_hidden_scene_is_gone(guide):
    shown = lessons(guide)
    clip = shown.lessons[0].clips[0].model_copy(update={"spoiler": Spoiler.SAFE, "scene": "scene-mill"})
    first = shown.lessons[0].model_copy(update={"clips": (clip,)})
    other = shown.model_copy(update={"lessons": (first, *shown.lessons[1:])})
    chapters = tuple(other if each.id == shown.id else each for each in guide.chapters)
    assert lessons(replace(guide, chapters=chapters), "premise").lessons[0].clips == ()


def test_a_route_without_lessons_and_a_lesson_without_main_steps_are_gone(guide):
    shown = lessons(guide)
    main = tuple(each.model_copy(update={"spoiler": Spoiler.ENDING}) for each in shown.lessons[1].main)
    trial: Lesson = shown.lessons[1].model_copy(update={"main": main})
    only = shown.routes[0].model_copy(update={"lessons": ("lesson-trial",)})
    other = shown.model_copy(update={"lessons": (shown.lessons[0], trial), "routes": (only, shown.routes[1])})
    left = lessons(
        replace(guide, chapters=tuple(other if each.id == shown.id else each for each in guide.chapters)), "safe"
    )
    assert [each.id for each in left.lessons] == ["lesson-storm"]
    assert [each.id for each in left.routes] == ["route-three"]


def test_gated_words_stop_a_plan(guide):
    info = guide.info.model_copy(update={"gates": (Gate(words=("gavel", "closed eyes"), level="ending"),)})
    with pytest.raises(GuideError) as caught:
        handouts.publish(replace(guide, info=info), teacher(guide, "premise"), "lesson-storm", Tier.CORE)
    assert {problem.file for problem in caught.value.problems} == {"chapters/lessons.yaml"}


@pytest.mark.pages
@pytest.mark.parametrize(
    ("paper", "name", "many"), [("a4", "quiet", 14), ("letter", "dyslexia-friendly", 3), ("a4", "large-print", 3)]
)
def test_a_plan_is_one_page_with_many_steps(guide, paper, name, many, tmp_path):
    shown = lessons(guide)
    step = shown.lessons[0].main[0]
    longer = shown.lessons[0].model_copy(update={"main": tuple(step.model_copy() for _ in range(many))})
    other = shown.model_copy(update={"lessons": (longer, *shown.lessons[1:])})
    whole = replace(guide, chapters=tuple(other if each.id == shown.id else each for each in guide.chapters))
    publication = handouts.publish(whole, find(whole, "teacher"), "lesson-storm", Tier.CORE)
    look = theme.look("pdf", theme=name, paper=paper, is_sheet=True)
    assert formats.load("pdf").write(publication, look, tmp_path / "plan.pdf") == 1
    with pypdfium2.PdfDocument(tmp_path / "plan.pdf") as document:
        assert document[0].get_textpage().get_text_range().count("Play the clip twice") == many
