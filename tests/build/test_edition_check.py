"""Check is the build of every declared edition without the writing: gates, handouts and cards, each with its place."""

import shutil
from pathlib import Path

import pytest

from studyguide import handouts
from studyguide.build import edition_check
from studyguide.build.checked_guide import review, sound
from studyguide.build.edition_publication import publish
from studyguide.editions.select import select
from studyguide.formats import load
from studyguide.handouts.kinds import flashcards
from studyguide.handouts.sheet import Tier
from studyguide.support import paths
from studyguide.support.errors import FitError, GuideError
from studyguide.themes.theme import look

GATES = "gates:\n  - {words: [lightning], level: ending}\n"


@pytest.fixture
def guide(tmp_path):
    return Path(shutil.copytree(paths.specimen_folder(), tmp_path / "guide"))


def add(file, text):
    file.write_text(file.read_text("utf-8") + text, "utf-8")


def change(file, before, after):
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


def test_words_that_stop_one_edition_are_problems_of_check_and_of_no_other_edition(guide):
    add(guide / "guide.yaml", GATES)
    found = review(guide)
    texts = [problem for problem in found.problems if problem.file == "chapters/plot.yaml"]
    assert texts
    assert all("the edition 'taster' would print it here" in problem.message for problem in texts)
    made = sound(guide)
    editions = {edition.id: edition for edition in made.info.editions}
    assert publish(made, editions["student"])
    with pytest.raises(GuideError) as error:
        publish(made, editions["taster"])
    assert set(error.value.problems) <= set(found.problems)


def test_words_that_stop_a_sheet_alone_are_problems_of_check(guide):
    add(guide / "guide.yaml", "gates:\n  - {words: [a gavel]}\n")
    change(guide / "guide.yaml", "answers: none", "chapters: [plot]")  # the other edition that may not say it
    change(guide / "chapters/activities.yaml", "phase: after", "phase: before")
    change(guide / "chapters/activities.yaml", "- Vote.", "- Vote with a gavel.")
    found = review(guide).problems
    assert {problem.file for problem in found} == {"chapters/activities.yaml"}
    made = sound(guide)
    edition = made.info.editions[0]
    with pytest.raises(GuideError) as error:
        handouts.publish(made, edition, "before", Tier.CORE)
    assert set(error.value.problems) <= set(found)


FIELDS = {
    "purpose": ("To argue", "To argue like a zebra"),
    "materials": ("A gavel", "A zebra"),
    "steps": ("- Vote.", "- Vote, zebra."),
    "support": ("on cards", "on zebra cards"),
    "stretch": ("Swap sides", "Swap zebra sides"),
    "outcome": ("A verdict", "A zebra"),
    "hints": ("[Write the reasons", "[Write the zebra"),
    "starters": ("[We find", "[We zebras find, zebra"),
    "words": ("[duty,", "[zebra,"),
    "challenge": ("the sentence", "the zebra"),
    "care": ("care: Nobody", "care: Zebra. Nobody"),
}
"""Each field of the specimen's activity, and where a word gets into it; `materials` and `care` are on no sheet."""


@pytest.mark.parametrize("field", FIELDS)
def test_a_word_is_refused_where_a_sheet_prints_it_and_nowhere_else(guide, field):
    activities = guide / "chapters/activities.yaml"
    change(guide / "guide.yaml", "answers: none", "chapters: [plot]")
    change(activities, "phase: after", "phase: before")
    change(activities, *FIELDS[field])
    change(guide / "guide.yaml", "value: Universal", "value: A zebra")
    made = sound(guide)
    sheets = [handouts.publish(made, made.info.editions[0], "before", tier) for tier in Tier]
    is_printed = any("zebra" in section.body for sheet in sheets for section in sheet.sections)
    assert is_printed == (field not in {"materials", "care"})
    add(guide / "guide.yaml", "gates:\n  - {words: [zebra]}\n")
    found = review(guide).problems
    assert {problem.file for problem in found} == ({"chapters/activities.yaml"} if is_printed else set())
    for tier in Tier if not is_printed else ():
        assert handouts.publish(sound(guide), made.info.editions[0], "before", tier)
    (guide / "chapters/notes.txt").write_text("Something else is wrong.")
    assert set(found) < set(review(guide).problems)


def test_a_sheet_without_visible_content_is_not_made(guide):
    change(guide / "chapters/activities.yaml", "phase: after", "phase: before\n    spoiler: ending")
    change(guide / "chapters/questions.yaml", "phase: before", "phase: after")
    made = sound(guide)
    for edition in made.info.editions:
        for name, tiers in handouts.names(made, edition, "worksheets").items():
            for tier in tiers:
                assert handouts.publish(made, edition, name, tier)
        assert "before" not in handouts.names(made, edition, "worksheets")
    (activity,) = made.chapters[made.info.chapters.index("activities")].activities
    assert activity.phase == "before"


@pytest.mark.parametrize("theme", ["quiet", "dyslexia-friendly", "large-print-24"])
@pytest.mark.parametrize("words", ["Wide words WWW mmm. ", "An ordinary text with many letters. "])
def test_the_longest_text_that_check_lets_pass_fits_on_its_card(guide, theme, words, tmp_path):
    """The first that does not pass is refused with its place."""
    glossary = guide / "chapters/glossary.yaml"
    made = sound(guide)
    term = next(chapter for chapter in made.chapters if chapter.kind == "glossary").terms[0]
    passing = 1
    while not list(flashcards.crowded(with_definition(made, term, words * (passing + 1)))):
        passing += 1
    assert len(words) * passing > 400
    whole = with_definition(made, term, words * passing)
    publication = handouts.publish(whole, whole.info.editions[0], "flashcards", Tier.CORE)
    assert load("pdf").write(publication, look("pdf", theme=theme, is_sheet=True), tmp_path / "cards.pdf")
    change(glossary, term.definition.split()[0], words * (passing + 1) + term.definition.split()[0])
    (problem,) = set(edition_check.problems(sound(guide)))
    assert problem.file == "chapters/glossary.yaml"
    assert "does not fit on a flashcard" in problem.message


def with_definition(guide, term, text):
    selected = select(guide, guide.info.editions[0])
    longer = term.model_copy(update={"definition": text.strip(), "translations": ()})
    chapters = tuple(
        chapter.model_copy(update={"terms": tuple(longer if each.id == term.id else each for each in chapter.terms)})
        if chapter.kind == "glossary"
        else chapter
        for chapter in selected.chapters
    )
    return type(guide)(guide.folder, guide.info, chapters, guide.sources, guide.places)


def test_content_too_large_for_the_smallest_letters_is_refused_by_the_build(guide):
    made = sound(guide)
    term = next(chapter for chapter in made.chapters if chapter.kind == "glossary").terms[0]
    whole = with_definition(made, term, "Many words. " * 300)
    publication = handouts.publish(whole, whole.info.editions[0], "flashcards", Tier.CORE)
    with pytest.raises(FitError):
        load("pdf").write(publication, look("pdf", is_sheet=True), guide / "cards.pdf")
