"""Questions as data: every type with its right answer, and only what an edition shows."""

import json
import shutil

import pytest
from jsonschema import Draft202012Validator, ValidationError

from studyguide.cli import main
from studyguide.editions.select import select
from studyguide.exports import question_schema
from studyguide.exports.question_list import RIGHT as RIGHT_KEYS
from studyguide.exports.question_list import SCHEMES, as_json, questions
from studyguide.guide import json_schema
from studyguide.guide.info import Edition
from studyguide.support.paths import specimen_folder
from tests import sound_guides
from tests.editions.test_question_types_shown import PAIRS, TEACHER, TOLD, guide, question

SAFE = Edition(id="safe", title="S", reveals="safe")
RIGHT = {
    "choice": {"options": ["A", "B", "C"], "right": [0, 2], "feedback": [{"option": 1, "text": "feedtext"}]},
    "short": {"answer": "shortword", "accept": ["otherright"]},
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


@pytest.mark.parametrize("kind", TOLD)
def test_students_get_no_answers_unless_their_edition_prints_them(kind):
    made, _ = TOLD[kind]
    (found,) = questions(select(guide(made), Edition(id="student", title="S")))
    assert not {*RIGHT_KEYS, *SCHEMES} & found.keys()
    assert all(part.keys() <= {"question", "marks"} for part in found.get("parts", ()))
    if kind == "matching":
        assert sorted(found["matches"]) == sorted(pair["right"] for pair in PAIRS) + made.get("distractors", [])


def test_an_edition_with_the_quiz_has_its_answers_alone():
    quiz = Edition(id="quiz", title="Q", answers="quiz")
    right, open_ = question("true-false", is_true=True), question("essay")
    found = questions(select(guide(right, open_), quiz))
    assert "is_true" in found[0]
    assert not {*SCHEMES} & (found[0].keys() | found[1].keys())


def test_the_published_schema_fits_what_is_written():
    made = question_schema.schema()
    assert json.loads((json_schema.FOLDER / f"{question_schema.NAME}.json").read_text("utf-8")) == made
    Draft202012Validator.check_schema(made)
    whole = sound_guides.specimen()
    of_types = guide(*(asked for asked, _ in TOLD.values()))
    for selected in (*(select(whole, each) for each in whole.info.editions), select(of_types, TEACHER)):
        Draft202012Validator(made).validate(json.loads(as_json(selected)))


@pytest.mark.parametrize("spoilt", [{"type": "riddle"}, {"right": ["0"]}, {"secret": "x"}, {"number": 0}, {"id": None}])
def test_the_schema_refuses_other_data(spoilt):
    data = json.loads(as_json(select(guide(TOLD["choice"][0]), TEACHER)))
    data["questions"][0].update(spoilt)
    with pytest.raises(ValidationError):
        Draft202012Validator(question_schema.schema()).validate(data)


def test_the_command_writes_one_file(tmp_path, capsys):
    assert main(["questions", str(specimen_folder()), "--edition", "taster", "--output", str(tmp_path)]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'questions.json'} written\n"
    whole = json.loads((tmp_path / "questions.json").read_text("utf-8"))
    assert whole.keys() == {"title", "date", "questions"}
    assert {each["spoiler"] for each in whole["questions"]} == {"safe", "premise"}


def test_words_that_give_something_away_stop_it_even_in_answers(tmp_path, capsys):
    folder = tmp_path / "guide"
    shutil.copytree(specimen_folder(), folder)
    with (folder / "guide.yaml").open("a", encoding="utf-8") as file:
        file.write("gates:\n  - {words: [Zebra mill], level: ending}\n")
    questions_file = folder / "chapters" / "questions.yaml"
    before = questions_file.read_text("utf-8")
    points = "    points:\n      - The zebra mill burns.\n"
    for kind, line in (("discussion", points), ("short", "    answer: The zebra mill.\n")):
        asked = f"  - id: q-zebra\n    type: {kind}\n    phase: after\n    question: What burns?\n"
        with questions_file.open("w", encoding="utf-8") as file:
            file.write(before.replace("    questions:\n", "    questions:\n" + indented(asked + line), 1))
        found = {}
        for edition in ("student", "taster"):
            asked_for = ["questions", str(folder), "--edition", edition, "--output", str(tmp_path / edition)]
            found[edition] = main(asked_for), "gives something away" in capsys.readouterr().err
        assert found == {"student": (0, False), "taster": (1, True)}
        assert not (tmp_path / "taster").exists()


def indented(text):
    """Lines two columns further in, as entries of a list in a set."""
    return "".join(f"    {line}\n" for line in text.splitlines())
