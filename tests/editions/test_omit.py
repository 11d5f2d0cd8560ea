"""Editions that leave out chapters by name."""

from pathlib import Path
from shutil import copytree

from studyguide.build.checked_guide import review
from studyguide.editions.select import find, select
from studyguide.guide.load import load
from studyguide.support.paths import specimen_folder
from tests import sound_guides

STUDENT = "  - id: student\n"


def omitting(folder: Path, names: str) -> Path:
    """A copy of the specimen whose edition for students leaves out these chapters."""
    guide = Path(copytree(specimen_folder(), folder / "guide"))
    settings = (guide / "guide.yaml").read_text("utf-8")
    assert settings.count(STUDENT) == 1
    (guide / "guide.yaml").write_text(settings.replace(STUDENT, f"{STUDENT}    omit: {names}\n"), "utf-8")
    return guide


def test_an_edition_has_all_chapters_but_those_it_omits(tmp_path):
    whole, part = sound_guides.specimen(), load(omitting(tmp_path, "[faq, glossary]"))
    ids = [[each.id for each in select(guide, find(guide, "student")).chapters] for guide in (whole, part)]
    assert {"faq", "glossary"} < {*ids[0]}
    assert ids[1] == [name for name in ids[0] if name not in {"faq", "glossary"}]
    assert {"faq", "glossary"} < {each.id for each in select(part, find(part, "teacher")).chapters}


def test_a_chapter_to_omit_must_exist(tmp_path):
    found = [str(problem) for problem in review(omitting(tmp_path, "[faqs]")).problems]
    assert any("There is no chapter 'faqs'. Did you mean 'faq'?" in each for each in found)


def test_no_chapter_is_both_named_and_omitted(tmp_path):
    guide = omitting(tmp_path, "[faq]\n    chapters: [faq, glossary]")
    assert [problem.message for problem in review(guide).problems] == [
        "The edition 'student' has and omits the chapter 'faq'. Take it out of one list."
    ]


def test_an_edition_that_omits_everything_is_named(tmp_path):
    every = ", ".join(sound_guides.specimen().info.chapters)
    found = [str(problem) for problem in review(omitting(tmp_path, f"[{every}]")).problems]
    assert any("The edition 'student' holds nothing." in each for each in found)
