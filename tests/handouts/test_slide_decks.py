"""Decks of slides: what each has, for whom its answers and notes are, and what a guide without any is told."""

from dataclasses import replace

import pytest

from studyguide import handouts
from studyguide.build import handout_files
from studyguide.cli import main
from studyguide.editions.select import find, select
from studyguide.guide.items import Spoiler
from studyguide.handouts import handout_kinds
from studyguide.handouts.sheet import Tier
from studyguide.support import xhtml
from studyguide.support.errors import UsageError
from studyguide.support.paths import specimen_folder
from tests import sound_guides


@pytest.fixture(scope="module")
def guide():
    return sound_guides.specimen()


def deck(guide, name, tier=Tier.CORE, edition="teacher"):
    """The slides of a deck, as elements."""
    made = handouts.publish(guide, find(guide, edition), f"slides-{name}", tier)
    return list(xhtml.with_class(xhtml.parse(made.sections[0].body), "slide"))


def titles(slides):
    return [xhtml.text(next(each.iter("h1", "h2"))) for each in slides]


def notes(slide):
    return " ".join(map(xhtml.text, xhtml.with_class(slide, "speaker-notes")))


def shown(slide):
    """The text of a slide without its notes."""
    return xhtml.text(slide).removesuffix(notes(slide)).strip()


def test_there_is_a_deck_for_each_lesson_set_part_bank_and_sequence(guide):
    teachers = {
        *("slides-lesson-storm", "slides-lesson-trial", "slides-lesson-mill", "slides-set-all", "slides-set-types"),
        *("slides-part-making", "slides-quotations", "slides-reading-storm", "slides-reading-clay"),
        *("slides-themes", "slides-film-terms"),
    }
    assert handouts.names(guide, find(guide, "teacher"), "slides").keys() == teachers
    students = {name for name in teachers if "lesson" not in name}
    assert handouts.names(guide, find(guide, "student"), "slides").keys() == students
    assert handout_kinds.usual_edition(guide, "slides").id == "teacher"


def test_an_answer_is_on_the_slide_after_its_question_for_teachers_alone(guide):
    with_answers = titles(deck(guide, "set-types"))
    assert with_answers[1:4] == ["Question 5", "Question 5: answer", "Question 6"]
    assert with_answers[9:12] == ["Question 9", "Question 9: answer", "Question 10"]
    without = deck(guide, "set-types", edition="student")
    assert titles(without)[1:4] == ["Question 5", "Question 6", "Question 7"]
    assert not [each for each in titles(without) if "answer" in each]


@pytest.mark.parametrize("name", ["set-all", "set-types", "part-making", "quotations", "reading-storm", "reading-clay"])
def test_students_have_no_answers_and_no_notes_but_the_rights(guide, name):
    for tier in (Tier.SUPPORT, Tier.CORE, Tier.EXTENSION):
        first, *others = deck(guide, name, tier, "student")
        assert notes(first).startswith("© 2026")
        assert [notes(each) for each in others] == [""] * len(others)
        assert not [each for each in others if "answer" in xhtml.classes(each)]
        assert not [found for each in others for found in xhtml.with_class(each, "right-answer")]


def test_tiers_differ_in_help_alone(guide):
    found = {tier: " ".join(map(shown, deck(guide, "set-all", tier))) for tier in (*Tier,) if tier != Tier.KEY}
    for words, where in (
        ("creature\u00a0· promise", Tier.SUPPORT),
        ("Begin with what", Tier.SUPPORT),
        ("Go further", ""),
    ):
        assert [tier for tier in found if words in found[tier]] == [where or Tier.EXTENSION]
    assert len({tuple(titles(deck(guide, "set-all", tier))) for tier in found}) == 1


def test_what_a_teacher_does_in_a_step_is_in_the_notes(guide):
    slides = dict(zip(titles(found := deck(guide, "lesson-storm")), found, strict=True))
    step = slides["In the dark"]
    assert shown(step) == "In the dark 8 minutes"
    assert (
        notes(step) == "Starter, 0–8\N{NO-BREAK SPACE}min Listen to a storm with closed eyes. Write down three words."
    )
    assert "Describe a machine" in shown(slides["Homework"])
    assert titles(found)[:2] == ["A birth in a storm", "Aims"]


def test_a_step_is_followed_by_the_questions_that_it_names(guide):
    lessons = next(each for each in guide.chapters if each.kind == "lessons")
    first = lessons.lessons[0]
    links = {"text": "Ask [them](#q-light), and again: [](#q-light).", "task": None, "shows": ()}
    step = first.main[0].model_copy(update=links)
    changed = first.model_copy(update={"main": (step, *first.main[1:]), "homework": "Answer [it](#q-year)."})
    chapter = lessons.model_copy(update={"lessons": (changed, *lessons.lessons[1:])})
    whole = replace(guide, chapters=tuple(chapter if each is lessons else each for each in guide.chapters))
    found = deck(whole, "lesson-storm")
    at = titles(found).index("Main part")
    assert titles(found)[at : at + 3] == ["Main part", "Question 3", "Question 3: answer"]
    assert titles(found).count("Question 3") == 1
    assert shown(found[-1]) == "Homework Answer it. Question 2 In which year did the novel come out?"


def test_the_task_of_a_step_is_on_its_slide_and_what_it_shows_on_the_next(guide):
    found = deck(guide, "lesson-storm")
    at = titles(found).index("Main part")
    assert shown(found[at]).startswith("Main part 20 minutes Watch the clip twice")
    assert "light" in shown(found[at])
    assert "divider" not in xhtml.classes(found[at])
    assert notes(found[at]).startswith(
        "Main part, 8–28\N{NO-BREAK SPACE}min Play the clip twice, first without sound. Half of"
    )
    assert titles(found)[at + 1].startswith("The table rises")
    assert "Quotation 1" in titles(found)
    trial = deck(guide, "lesson-trial")
    (activity,) = [each for each in trial if next(each.iter("h2"), each).get("id") == "act-trial--slide"]
    assert len(list(activity.iter("li"))) > 1


def test_each_kind_of_item_that_a_step_shows_is_shown_once(guide):
    lessons = next(each for each in guide.chapters if each.kind == "lessons")
    first, *others = lessons.lessons
    names = ("q-light", "act-trial", "quote-clay", "reading-clay")
    step = first.main[0].model_copy(update={"shows": names, "task": "Answer [it](#q-light)."})
    changed = first.model_copy(update={"main": (step, step), "starter": (), "plenary": ()})
    chapter = lessons.model_copy(update={"lessons": (changed, *others)})
    whole = replace(guide, chapters=tuple(chapter if each is lessons else each for each in guide.chapters))
    found = [each.get("id") for slide in deck(whole, "lesson-storm") for each in slide.iter("h2")]
    for name in ("q-light", "act-trial", "quote-clay"):
        assert found.count(f"{name}--slide") == 1
    assert len(found) == len({*found})
    assert any(each.startswith("reading-clay") for each in found)


def test_what_hidden_items_a_step_shows_stays_hidden(guide):
    early = find(guide, "teacher").model_copy(update={"reveals": Spoiler.SAFE})
    lessons = next(each for each in select(guide, early).chapters if each.kind == "lessons")
    assert all("quote-november" not in step.shows for each in lessons.lessons for step in each.main)


def test_the_chart_of_themes_and_drawn_terms_are_on_slides(guide):
    themes = deck(guide, "themes")
    charts = [each for each in themes if list(each.iter(f"{{{xhtml.SVG}}}svg"))]
    assert charts
    assert all("Filled square" in shown(each) for each in charts)
    terms = deck(guide, "film-terms")
    asked, answer = terms[1], terms[2]
    drawn = [next(each.iter(f"{{{xhtml.SVG}}}svg")) for each in (asked, answer)]
    told = xhtml.text(next(xhtml.with_class(answer, "right-answer")))
    assert told not in xhtml.text(asked)
    assert xhtml.text(drawn[1].find(f"{{{xhtml.SVG}}}title")) == told
    assert not [each for each in deck(guide, "film-terms", edition="student") if "answer" in xhtml.classes(each)]


def test_a_scene_asks_and_its_notes_say_what_to_listen_for(guide):
    _, scene = deck(guide, "part-making")
    assert shown(scene) == "The graveyard What stands in the graveyard, watching?"
    assert "Listen for: The statue of death." in notes(scene)


def test_a_quotation_is_shown_before_who_says_it(guide):
    found = deck(guide, "quotations")
    assert titles(found)[1:3] == ["Quotation 1", "Quotation 1: answer"]
    assert "Who says it?" in shown(found[1])
    assert next(found[1].iter("blockquote")) is not None
    support = deck(guide, "quotations", Tier.SUPPORT)
    assert len(shown(support[1])) > len(shown(found[1]))
    assert titles(deck(guide, "quotations", Tier.EXTENSION))[-1] == "Go further"


def test_the_title_says_what_a_deck_gives_away(guide):
    assert "These slides give away the ending." in shown(deck(guide, "set-types")[0])
    assert "give away" not in shown(deck(guide, "part-making")[0])


def test_headings_have_ids_and_nothing_leads_out_of_a_deck(guide):
    for name in handouts.names(guide, find(guide, "teacher"), "slides"):
        found = deck(guide, name.removeprefix("slides-"), Tier.EXTENSION)
        assert all(heading.get("id") for each in found for heading in each.iter("h1", "h2"))
        assert not [link for each in found for link in each.iter("a") if link.get("href").startswith("#")]
        assert not [each for slide in found for each in slide.iter("input", "textarea")]


def test_a_guide_without_anything_to_show_says_what_is_missing(guide):
    kinds = ("lessons", "questions", "plot", "quotations", "close-reading", "themes", "film-terms")
    bare = replace(guide, chapters=tuple(each for each in guide.chapters if each.kind not in kinds))
    asked = handout_files.HandoutOptions("slides", specimen_folder(), edition="teacher")
    with pytest.raises(UsageError, match="has nothing to make slides from: no lessons, no questions, no scene with"):
        handout_files.requests(bare, asked)
    for kind in kinds:
        some = replace(guide, chapters=tuple(each for each in guide.chapters if each.kind == kind))
        assert handouts.names(some, find(some, "teacher"), "slides"), kind


def test_an_unknown_deck_is_named_with_the_others(guide):
    asked = handout_files.HandoutOptions("slides", specimen_folder(), ("slides-set-al",))
    with pytest.raises(UsageError, match=r"There is no handout 'slides-set-al'\. Did you mean 'slides-set-all'"):
        handout_files.requests(guide, asked)


def test_the_command_writes_both_formats_or_one(tmp_path, capsys):
    words = ["slides", str(specimen_folder()), "--output", str(tmp_path), "--sheet", "slides-reading-clay"]
    folder = tmp_path / "frankenstein-teacher-slides"
    assert main([*words, "--workers", "1"]) == 0
    assert {path.name for path in folder.iterdir()} == {
        "slides-reading-clay-core.pptx",
        "slides-reading-clay-core.html",
    }
    assert main([*words, "--tier", "support", "--format", "web"]) == 0
    assert {path.name for path in folder.glob("*-support*")} == {"slides-reading-clay-support.html"}
    assert main(words) == 0
    assert "is up to date" in capsys.readouterr().out
    assert main(["list", "slides", str(specimen_folder())]) == 0
    assert "slides-quotations\n" in capsys.readouterr().out
