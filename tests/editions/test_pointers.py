"""Pointers are for teachers: at the back of their editions and in answer keys, if the edition reveals the ending."""

from dataclasses import replace

import pytest

from studyguide import handouts
from studyguide.editions.select import find, select
from studyguide.exports import question_list
from studyguide.guide.items import Spoiler
from studyguide.guide.walk import items
from studyguide.handouts.sheet import Tier
from studyguide.render import render
from studyguide.support import xhtml
from tests import leaks, sound_guides

POINTED = {"plot": "statue of death", "themes": "stays private", "activities": "when he left the room"}
"""Words of the pointer in each chapter of the specimen."""
SHEETS = {"viewing-log": "plot", "theme-care": "themes", "after": "activities"}
"""Sheets of the specimen, each with the chapter of a pointer that its key prints."""


@pytest.fixture(scope="module")
def guide():
    return sound_guides.specimen()


def printed(guide, edition):
    return {
        section.id: xhtml.text(xhtml.parse(section.body))
        for section in render(select(guide, edition), edition).sections
    }


def named(sections):
    return {(name, part) for name, words in POINTED.items() for part, text in sections.items() if words in text}


def test_teachers_have_them_at_the_back_and_nowhere_else(guide):
    assert named(printed(guide, find(guide, "teacher"))) == {(name, f"{name}--notes") for name in POINTED}


def test_students_have_none_and_no_notes(guide):
    for name in ("student", "taster"):
        sections = printed(guide, find(guide, name))
        assert named(sections) == set()
        assert [each for each in sections if each.endswith("--notes")] == []


def test_notes_for_teachers_stand_behind_all_shared_pages(guide):
    edition = find(guide, "teacher")
    sections = render(select(guide, edition), edition).sections
    marked = [section.is_for_teachers for section in sections]
    assert marked == sorted(marked)
    assert [section.id for section in sections if section.kind == "notes"] == [
        "plot--notes",
        "themes--notes",
        "questions--notes",
        "activities--notes",
    ]


def test_each_has_its_question_and_a_way_back(guide):
    edition = find(guide, "teacher")
    bodies = {section.id: xhtml.parse(section.body) for section in render(select(guide, edition), edition).sections}
    for name, question, target in (
        ("plot", "What stands in the graveyard, watching?", "#scene-graveyard"),
        ("themes", "Who has looked after you, and were they asked?", "#theme-care"),
        ("activities", "", "#act-trial"),
    ):
        notes = bodies[f"{name}--notes"]
        assert question in xhtml.text(notes)
        assert target in {link.get("href") for link in notes.iter("a")}


def test_an_author_may_do_without_the_notes_and_keep_the_keys(guide):
    chapters = tuple(
        each.model_copy(update={"notes": False}) if each.id in POINTED else each for each in guide.chapters
    )
    whole, edition = replace(guide, chapters=chapters), find(guide, "teacher")
    assert named(printed(whole, edition)) == set()
    key = leaks.in_sections(handouts.publish(whole, edition, "theme-care", Tier.KEY))
    assert POINTED["themes"] in key


def test_a_chapter_without_pointers_has_no_notes(guide):
    plot = next(each for each in guide.chapters if each.kind == "plot")
    parts = tuple(
        part.model_copy(update={"scenes": tuple(s.model_copy(update={"pointer": None}) for s in part.scenes)})
        for part in plot.parts
    )
    assert plot.back_matter == ("notes",)
    assert plot.model_copy(update={"parts": parts}).back_matter == ()


@pytest.mark.parametrize("audience", ["student", "teacher"])
@pytest.mark.parametrize("reveals", list(Spoiler))
def test_only_editions_that_reveal_the_ending_have_them(guide, audience, reveals):
    edition = find(guide, audience).model_copy(update={"reveals": reveals})
    chosen = select(guide, edition)
    held = [part for chapter in chosen.chapters for _, part in items(chapter) if getattr(part, "pointer", None)]
    assert len(held) == (len(POINTED) if reveals == Spoiler.ENDING else 0)
    assert bool(named(printed(guide, edition))) == (reveals == Spoiler.ENDING and audience == "teacher")


@pytest.mark.parametrize("tier", list(Tier))
@pytest.mark.parametrize("sheet", SHEETS)
def test_keys_have_them_and_sheets_for_students_do_not(guide, sheet, tier):
    text = leaks.in_sections(handouts.publish(guide, find(guide, "student"), sheet, tier))
    assert (POINTED[SHEETS[sheet]] in text) == (tier == Tier.KEY)


def test_no_key_of_an_edition_without_the_ending_has_them(guide):
    edition = find(guide, "taster")
    for sheet in ("viewing-log", "theme-care"):
        text = leaks.in_sections(handouts.publish(guide, edition, sheet, Tier.KEY))
        assert not [words for words in POINTED.values() if words in text]


def test_the_data_of_questions_have_none(guide):
    for name in ("student", "teacher"):
        data = question_list.as_json(question_list.selected(guide, find(guide, name))).decode()
        assert not [words for words in POINTED.values() if words in data]
