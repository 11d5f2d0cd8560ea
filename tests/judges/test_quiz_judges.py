"""The judges of quizzes and decks can say no: good files pass, and each spoilt one fails for its own reason."""

import sqlite3
import zipfile
from contextlib import closing

import pytest
import quiz_judges

from studyguide.build.checked_guide import sound
from studyguide.editions.select import find
from studyguide.exports import edition
from studyguide.exports.kinds import anki, gift
from studyguide.support.paths import specimen_folder
from tests.editions.test_question_types_shown import TEACHER, TOLD, guide


@pytest.fixture(scope="module")
def material():
    return edition.material(guide(*(asked for asked, _ in TOLD.values())), TEACHER)


def test_a_good_quiz_passes(tmp_path, material):
    file = tmp_path / "gift.txt"
    file.write_bytes(gift.make(material))
    verdict = quiz_judges.gift(file)
    assert verdict.findings == ()
    assert verdict.summary == f"{len(material.items)} questions"


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"{FALSE\n}": "{FALSE\n"}, "does not parse"),
        ({" {FALSE\n}": ""}, "has no answers"),
        ({"~%50%": "~%-50%"}, "no option is right"),
        ({"\n=Ben -> righttwo\n=Cem -> third": ""}, "fewer than two pairs"),
        ({"$CATEGORY: ": "$CATEGORY: To read\\: "}, "a category keeps its backslashes"),
    ],
)
def test_a_spoilt_quiz_fails(tmp_path, material, changes, finding):
    text = gift.make(material).decode()
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    file = tmp_path / "gift.txt"
    file.write_text(text, "utf-8")
    findings = quiz_judges.gift(file).findings
    assert finding in "\n".join(findings)


def test_a_good_deck_passes(tmp_path, material):
    file = tmp_path / "anki.apkg"
    file.write_bytes(anki.make(material))
    verdict = quiz_judges.anki(file)
    assert verdict.findings == ()
    assert verdict.summary == f"{len(material.cards)} new notes, then 0"


def test_anki_takes_the_pictures_of_a_deck(tmp_path):
    whole = sound(specimen_folder())
    file = tmp_path / "anki.apkg"
    file.write_bytes(anki.make(edition.material(whole, find(whole, "teacher"))))
    assert quiz_judges.anki(file).findings == ()
    with zipfile.ZipFile(file) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert (specimen_folder() / "images/frame.svg").read_bytes() in files.values()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in {**files, "media": b"{}"}.items():
            archive.writestr(name, content)
    assert quiz_judges.anki(file).findings == ("1 pictures of cards are not there",)


@pytest.mark.parametrize(
    "spoil", ["UPDATE notes SET guid = 'same'", "DELETE FROM notes", "UPDATE notes SET mid = 5", "DROP TABLE cards"]
)
def test_a_spoilt_deck_fails(tmp_path, material, spoil):
    file, base = tmp_path / "anki.apkg", tmp_path / "collection.anki2"
    file.write_bytes(anki.make(material))
    with zipfile.ZipFile(file) as archive:
        archive.extractall(tmp_path)
    with closing(sqlite3.connect(base)) as database:
        database.execute(spoil)
        database.commit()
    with zipfile.ZipFile(file, "w") as archive:
        archive.write(base, base.name)
        archive.write(tmp_path / "media", "media")
    assert quiz_judges.anki(file).findings


@pytest.mark.parametrize("judge", [quiz_judges.gift, quiz_judges.anki])
def test_an_empty_file_fails(tmp_path, judge):
    file = tmp_path / "empty"
    file.write_bytes(b"")
    assert judge(file).findings
