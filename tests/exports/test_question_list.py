"""Questions as data: every type with its right answer, and only what an edition shows."""

import json

import pytest

from studyguide.cli import main
from studyguide.editions.select import select
from studyguide.exports.question_list import as_json, questions
from studyguide.guide.info import Edition
from studyguide.support.paths import specimen_folder
from tests.editions.test_question_types_shown import PAIRS, TEACHER, TOLD, guide, question

SAFE = Edition(id="safe", title="S", reveals="safe")
RIGHT = {
    "choice": {"options": ["A", "B", "C"], "right": [0, 2]},
    "true-false": {"is_true": False},
    "matching": {"pairs": PAIRS},
    "ordering": {"order": ["Cut", "Aim", "Bat"], "printed": ["Aim", "Bat", "Cut"]},
    "gap": {"text": "The ___ ends.", "gaps": [["gapword", "otherword"]]},
    "extract": {"extract": "T."},
    "essay": {"marks": 2, "samples": [{"level": "Top", "marks": 2, "text": "samplewords"}]},
    "comparison": {"compare": ["w", "part"], "points": ["pointword"]},
}


@pytest.mark.parametrize("kind", TOLD)
def test_every_type_has_its_right_answer(kind):
    (found,) = questions(select(guide(TOLD[kind][0]), TEACHER))
    assert found | RIGHT[kind] == found
    assert {"id", "number", "chapter", "set", "type", "question", "phase", "spoiler", "about"} <= found.keys()
    assert None not in found.values()


def test_schemes_and_parts_have_their_marks():
    (found,) = questions(select(guide(TOLD["extract"][0]), TEACHER))
    points = [{"text": "pointone", "marks": 1, "accept": []}, {"text": "pointtwo", "marks": 1, "accept": []}]
    assert found["parts"][0]["scheme"] == {"points": points}
    assert found["parts"][0]["answer"] == "partword"


def test_data_has_only_what_its_edition_shows():
    asked = question("matching", pairs=[*PAIRS, {"left": "Dan", "right": "secret", "spoiler": "ending"}])
    late = {**question("essay"), "spoiler": "ending"}
    assert b"secret" in as_json(select(guide(asked, late), TEACHER))
    assert b"secret" not in as_json(select(guide(asked, late), SAFE))
    assert [each["id"] for each in questions(select(guide(asked, late), SAFE))] == ["q-matching"]


def test_the_command_writes_one_file(tmp_path, capsys):
    assert main(["questions", str(specimen_folder()), "--edition", "taster", "--output", str(tmp_path)]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'questions.json'} written\n"
    whole = json.loads((tmp_path / "questions.json").read_text("utf-8"))
    assert whole.keys() == {"title", "date", "questions"}
    assert {each["spoiler"] for each in whole["questions"]} == {"safe", "premise"}
