"""Quizzes and cards for other programs, read back: every type, hostile text, limits, answers, and the same bytes."""

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from typing import get_args

import pytest

from studyguide.build.checked_guide import sound
from studyguide.build.export_files import export
from studyguide.cli import main
from studyguide.exports import cells, edition, export_kinds
from studyguide.exports.kinds import anki, blooket, canvas, forms, gift, kahoot, moodle_xml, qti_21, quizlet
from studyguide.exports.material import Option
from studyguide.exports.rich_text import Text
from studyguide.guide.info import Edition
from studyguide.guide.items import Spoiler
from studyguide.guide.questions.types import QuestionType
from studyguide.support.errors import UsageError
from studyguide.support.paths import specimen_folder
from tests import sound_guides
from tests.editions.test_question_types_shown import QUIZZED, STUDENT, TEACHER, TOLD, guide, question
from tests.exports import exported
from tests.exports.exported import QTI
from tests.filled_guide import Filled
from tests.test_text_stays_text import HOSTILE

ALL = {kind: asked for kind, (asked, _) in TOLD.items()} | {"discussion": question("discussion", points=["pointone"])}
SAFE = Edition(id="safe", title="S", reveals="safe", answers="all")


def material(*questions, to=TEACHER):
    return edition.material(guide(*questions), to)


@pytest.fixture(scope="module")
def every():
    return material(*ALL.values())


def item_of(every, kind):
    return next(item for item in every.items if item.question_id == f"q-{kind}")


def test_there_is_a_question_of_each_type():
    assert ALL.keys() == set(get_args(QuestionType))


IN = {"discussion": "text", "essay": "text", "comparison": "text", "extract": "short"}
ESSAYS = {"discussion", "essay", "comparison"}


@pytest.mark.parametrize("kind", ALL)
def test_every_type_is_in_every_file_or_named_as_left_out(every, kind):
    item = item_of(every, kind)
    assert item.kind == IN.get(kind, kind)
    shown = {
        "moodle.xml": exported.moodle(moodle_xml.make(every)),
        "gift.txt": exported.gift(gift.make(every)),
        "canvas-qti-1.2.zip": exported.canvas(canvas.make(every)),
        "qti-2.1.zip": exported.qti(qti_21.make(every)),
        "kahoot.xlsx": {row[1] for row in exported.sheet(kahoot.make(replace(every, items=(item,))))} & {item.brief},
        "blooket.csv": {row[1] for row in exported.table(blooket.make(replace(every, items=(item,))))} & {item.brief},
    }
    read = [text for _, text in exported.document(forms.make(replace(every, items=(item,))))]
    shown["forms.docx"] = {item.brief} if any(item.brief in text for text in read) else set()
    assert shown.keys() == {each.FILE for each in export_kinds.of_group("quiz")}
    for each in export_kinds.of_group("quiz"):
        is_there = item.id in shown[each.FILE] or item.brief in shown[each.FILE]
        assert is_there == (each.refusal(item) is None), each.FILE
    assert {each.FILE for each in export_kinds.of_group("quiz") if each.refusal(item)} == (
        (set() if kind in {"choice", "true-false"} else {"kahoot.xlsx", "blooket.csv"})
        | ({"forms.docx"} if kind in {"matching", "ordering"} else set())
    )


def test_moodle_has_the_right_answers(every):
    found = exported.moodle(moodle_xml.make(every))
    told = [(each.get("fraction"), each.findtext("text")) for each in found["q-choice"].iter("answer")]
    assert told == [("50", "A"), ("-50", "B"), ("50", "C")]
    assert [each.findtext("feedback/text") for each in found["q-choice"].iter("answer")] == ["", "feedtext", ""]
    assert [each.findtext("text") for each in found["q-short"].iter("answer")] == ["shortword", "otherright"]
    assert [each.get("fraction") for each in found["q-true-false"].iter("answer")] == ["0", "100"]
    pairs = [(each.findtext("text"), each.findtext("answer/text")) for each in found["q-matching"].iter("subquestion")]
    assert pairs == [("Ann", "rightone"), ("Ben", "righttwo"), ("Cem", "third")]
    steps = [(each.findtext("text"), each.findtext("answer/text")) for each in found["q-ordering"].iter("subquestion")]
    assert steps == [("1", "Cut"), ("2", "Aim"), ("3", "Bat")]
    assert "The {1:SHORTANSWER:=gapword~=otherword} ends." in found["q-gap"].findtext("questiontext/text")
    notes = found["q-essay"].findtext("graderinfo/text")
    assert all(word in notes for word in ("pointone", "pointtwo", "samplewords"))
    assert "T." in found["q-extract-1"].findtext("questiontext/text")


def test_gift_has_the_right_answers(every):
    found = exported.gift(gift.make(every))
    assert found["q-choice"][1] == [("~", "%50%A"), ("~", "%-50%B#feedtext"), ("~", "%50%C")]
    assert found["q-true-false"][2] == "FALSE"
    assert found["q-matching"][1][0] == ("=", "Ann -> rightone")
    assert found["q-gap"][1] == [("=", "gapword"), ("=", "otherword")]
    assert found["q-essay"][1] == []


def test_qti_21_has_the_right_answers(every):
    found = exported.qti(qti_21.make(every))

    def right(name):
        return [value.text for value in found[name].findall("q:responseDeclaration/q:correctResponse/q:value", QTI)]

    assert right("q-choice") == ["A", "C"]
    assert right("q-true-false") == ["B"]
    assert right("q-matching") == ["L1 R1", "L2 R2", "L3 R3"]
    assert right("q-ordering") == ["S1", "S2", "S3"]
    keys = found["q-gap"].findall("q:responseDeclaration/q:mapping/q:mapEntry", QTI)
    assert [(key.get("mapKey"), key.get("mappedValue")) for key in keys] == [("gapword", "1"), ("otherword", "1")]
    (rubric,) = found["q-essay"].findall(".//q:rubricBlock", QTI)
    assert rubric.get("view") == "scorer"
    assert "samplewords" in "".join(rubric.itertext())
    assert found["q-choice"].find(".//q:feedbackInline", QTI).text == "feedtext"


def test_canvas_has_the_right_answers(every):
    found = exported.canvas(canvas.make(every))

    def right(name):
        condition = found[name].findall(".//c:respcondition[@continue='No']/c:conditionvar", QTI)
        return [
            each.text
            for part in condition
            for each in part.findall("./c:varequal", QTI) + part.findall("./c:and/c:varequal", QTI)
        ]

    assert right("q-choice") == ["answer1", "answer3"]
    assert right("q-true-false") == ["answer2"]
    assert right("q-short") == ["shortword", "otherright"]
    shares = [each.text for each in found["q-matching"].findall(".//c:setvar", QTI)]
    assert shares == ["33.33"] * 3
    types = {name: each.findtext(".//c:fieldentry", namespaces=QTI) for name, each in found.items()}
    assert types["q-choice"] == "multiple_answers_question"
    assert types["q-essay"] == "essay_question"


def test_mark_schemes_are_only_where_students_do_not_read_them(every):
    for each in export_kinds.of_group("quiz"):
        content = each.make(every)
        files = exported.unzipped(content) if each.FILE.endswith((".zip", ".docx")) else {each.FILE: content}
        assert any(b"samplewords" in text for text in files.values()) == each.SCHEMES, each.FILE


def test_an_edition_exports_the_answers_that_it_prints():
    full, quiz = material(*ALL.values()), material(*ALL.values(), to=QUIZZED)
    assert {item.id for item in quiz.items} == {item.id for item in full.items}
    assert not any(item.scheme or item.points for item in quiz.items)
    assert next(item for item in quiz.items if item.question_id == "q-extract").kind == "text"
    none = edition.material(guide(*ALL.values()), STUDENT)
    assert {item.kind for item in none.items} == {"text"}
    assert not any(item.scheme or item.points or item.right for item in none.items)


def test_a_question_has_the_level_of_its_set():
    whole = guide(question("essay"))
    chapter = whole.chapters[1]
    late = chapter.model_copy(update={"sets": (chapter.sets[0].model_copy(update={"spoiler": Spoiler.ENDING}),)})
    assert edition.material(replace(whole, chapters=(whole.chapters[0], late)), SAFE).items == ()
    assert len(edition.material(whole, SAFE).items) == 1


def test_parts_that_an_edition_hides_are_in_no_item():
    pairs = [*ALL["matching"]["pairs"], {"left": "Dan", "right": "secret", "spoiler": "ending"}]
    asked = {**ALL["matching"], "pairs": pairs}
    assert len(material(asked).items[0].pairs) == 4
    assert len(material(asked, to=SAFE).items[0].pairs) == 3


def test_hostile_text_is_text_in_every_file(tmp_path):
    filled = Filled(tmp_path / "guide", HOSTILE)
    whole = sound(tmp_path / "guide")
    made = edition.material(whole, next(each for each in whole.info.editions if each.audience == "teacher"))
    said = {
        "moodle": list(exported.moodle_texts(moodle_xml.make(made))),
        "gift": [exported.words(part) for text, _, _ in exported.gift(gift.make(made)).values() for part in [text]],
        "qti": ["".join(each.itertext()) for each in exported.qti(qti_21.make(made)).values()],
        "canvas": list(exported.canvas_texts(canvas.make(made))),
        "kahoot": [str(cell) for row in exported.sheet(kahoot.make(made)) for cell in row if cell],
        "blooket": [cell for row in exported.table(blooket.make(made)) for cell in row],
        "forms": [text for _, text in exported.document(forms.make(made))],
        "quizlet": quizlet.make(made).decode().replace("\n", "\t").split("\t"),
        "anki": [exported.words(field) for _, fields, _ in exported.deck(anki.make(made))[0] for field in fields],
    }
    assert {name: [wrong for text in texts for wrong in filled.wrong(text)] for name, texts in said.items()} == {
        name: [] for name in said
    }
    asked = {field.where for field in filled.fields if field.where.endswith(("Question.question", "Pair.left"))}
    for name in ("moodle", "qti", "canvas", "anki"):
        assert not asked & filled.missing(" ".join(said[name])), name


@pytest.mark.parametrize(
    ("text", "expected"),
    [("=1+1", "'=1+1"), ("+a", "'+a"), ("-a", "'-a"), ("@a", "'@a"), ("-5", "-5"), ("+3,5", "+3,5"), ("a=b", "a=b")],
)
def test_no_cell_is_a_formula(text, expected):
    assert cells.safe(text) == expected
    asked = {**ALL["choice"], "question": text, "options": [text, "B"], "answers": [], "answer": text, "feedback": []}
    made = material(asked)
    assert exported.table(blooket.make(made))[0][1:4] == [expected, expected, "B"]
    assert exported.sheet(kahoot.make(made))[0][1:4] == [text, text, "B"]


@pytest.mark.parametrize(("letters", "fits"), [(119, True), (120, True), (121, False)])
def test_kahoot_takes_questions_of_120_letters(every, letters, fits):
    for sign, size in (("a", 1), ("\N{GRINNING FACE}", 2)):  # a browser counts two for what is beyond the first plane
        asked = sign * (letters // size) + "a" * (letters % size)
        item = replace(item_of(every, "choice"), brief=asked)
        assert (kahoot.refusal(item) is None) == fits
        assert blooket.refusal(item) is None


@pytest.mark.parametrize(("letters", "fits"), [(74, True), (75, True), (76, False)])
def test_kahoot_takes_options_of_75_letters(every, letters, fits):
    options = tuple(Option(Text("a" * letters, "a" * letters), right) for right in (True, False))
    assert (kahoot.refusal(replace(item_of(every, "choice"), options=options)) is None) == fits


def test_kahoot_has_a_short_wording_and_a_time_that_it_allows(every):
    asked = {**ALL["choice"], "question": "Q" * 200, "short": "Short?"}
    (row,) = exported.sheet(kahoot.make(material(asked)))
    assert row[1:] == ["Short?", "A", "B", "C", None, 20, "1,3"]
    longest = replace(
        item_of(every, "choice"), brief="a" * 120, options=(Option(Text("", "a" * 75), is_right=True),) * 4
    )
    assert kahoot.seconds(longest) in kahoot.TIMES


def test_options_keep_their_order_where_an_author_wants_it():
    fixed = material({**ALL["choice"], "shuffle": False})
    assert exported.moodle(moodle_xml.make(fixed))["q-choice"].findtext("shuffleanswers") == "false"
    (choices,) = exported.qti(qti_21.make(fixed))["q-choice"].iter(f"{{{QTI['q']}}}choiceInteraction")
    assert choices.get("shuffle") == "false"


def test_several_gaps_are_in_all_files_that_can_have_them():
    made = material(question("gap", gapped="A *{one}* [b] {two|2*} c{d} \\{e\\}."))
    text = exported.moodle(moodle_xml.make(made))["q-gap"].findtext("questiontext/text")
    assert text.endswith(r"<p>A {1:SHORTANSWER:=one} [b] {1:SHORTANSWER:=two~=2\*} c{1:SHORTANSWER:=d} &#123;e}.</p>")
    shown = exported.canvas(canvas.make(made))["q-gap"].find(".//c:mattext", QTI).text
    assert shown.endswith("<p>A [gap1] &#91;b] [gap2] c[gap3] {e}.</p>")
    assert len(exported.qti(qti_21.make(made))["q-gap"].findall(".//q:textEntryInteraction", QTI)) == 3
    assert exported.gift(gift.make(made)) == {}
    assert "3 gaps" in gift.refusal(made.items[0]).why


def test_percent_and_star_mean_nothing_in_answers():
    made = material(
        question("short", answer="%50% off", accept=["5 * 5"]),
        question("choice", options=["%20% x", "y"], answer="y"),
    )
    found = exported.gift(gift.make(made))
    assert found["q-short"][1] == [("=", "%100%%50% off"), ("=", r"5 \* 5")]
    assert found["q-choice"][1] == [("~", "&#37;20% x"), ("=", "y")]
    right = exported.gift(gift.make(material(question("choice", options=["%20% x", "y"], answer="%20% x"))))
    assert right["q-choice"][1] == [("=", "&#37;20% x"), ("~", "y")]


def test_an_arrow_in_an_answer_makes_no_pair():
    made = material(question("short", answer="a -> b"), question("gap", gapped="It is {a -> b}."))
    assert [gift.refusal(item).why for item in made.items] == [
        "has a right answer with '->', which joins a pair there"
    ] * 2
    assert "q-" not in gift.make(made).decode()
    made = material(question("choice", options=["a -> b", "c"], answer="a -> b"))
    assert gift.refusal(made.items[0]) is None
    assert "->" not in gift.make(made).decode()


def test_a_gap_at_the_end_of_a_text_is_shown():
    """Moodle shows a line for a gap only if something follows its answers."""
    made = gift.make(material(question("gap", gapped="The answer is {yes}"))).decode()
    assert made.rstrip().endswith("=yes} </p>")
    assert "<p>The answer is {" in made


def test_categories_have_the_names_that_programs_show():
    """Moodle and gift-pegjs undo no escapes in a category; Moodle divides it at single slashes, and joins two."""
    made = material(question("short", answer="a"))
    made = replace(
        made, title="Who: a/b?", items=tuple(replace(item, set_title="{1} = #2: c~d") for item in made.items)
    )
    assert gift.make(made).decode().splitlines()[0] == "$CATEGORY: Who: a//b?/{1} = #2: c~d"


@pytest.mark.parametrize(("language", "low"), [("en", "300"), ("hi", "300"), ("ja-JP", None), ("zh", None)])
def test_limits_of_characters_are_not_told_to_programs_that_count_words(language, low):
    whole = guide(question("essay", word_limit={"from": 300, "to": 500}))
    whole = replace(whole, info=whole.info.model_copy(update={"language": language}))
    assert exported.moodle(moodle_xml.make(edition.material(whole, TEACHER)))["q-essay"].findtext("minwordlimit") == low


def test_word_limits_are_where_moodle_looks_for_them():
    found = exported.moodle(moodle_xml.make(material(question("essay", word_limit={"from": 300, "to": 500}))))
    assert (found["q-essay"].findtext("minwordlimit"), found["q-essay"].findtext("maxwordlimit")) == ("300", "500")


def test_links_notes_and_citations_leave_only_words():
    made = material(question("essay", question="See [](#part) and [it](#part) [@x]^[A note.], *so* [là]{lang=fr}."))
    assert made.items[0].prompt == Text(
        'See One and it, <em>so</em> <span lang="fr">là</span>.', "See One and it, so là."
    )


def test_cards_have_ids_that_stay(every):
    notes, count = exported.deck(anki.make(every))
    assert count == len(notes) == len(every.cards) > 5
    later = replace(every, cards=every.cards[::-1], title="Another title")
    again, _ = exported.deck(anki.make(later))
    assert {guid for guid, _, _ in again} == {guid for guid, _, _ in notes}
    assert len({guid for guid, _, _ in notes}) == len(notes)
    assert all("[" not in field for _, fields, _ in notes for field in fields)


def test_cards_hold_words_quotations_and_quiz(tmp_path):
    done = export(sound_guides.specimen(), "cards", None, tmp_path)
    lines = (done.path / "quizlet.tsv").read_text("utf-8").splitlines()
    assert all(line.count("\t") == 1 and all(line.split("\t")) for line in lines)
    assert [line.split("\t")[0] for line in lines[:2]] == ["Sublime", "Creature"]
    notes, _ = exported.deck((done.path / "anki.apkg").read_bytes())
    guide = sound_guides.specimen()
    titles = [chapter.title for chapter in guide.chapters if chapter.kind in {"glossary", "quotations"}]
    sets = [each.title for chapter in guide.chapters if chapter.kind == "questions" for each in chapter.sets]
    assert {tags[0] for _, _, tags in notes} == {title.replace(" ", "_") for title in (*titles, *sets)}


def test_the_same_guide_has_the_same_bytes(tmp_path):
    found = []
    for number, (seed, zone) in enumerate((("1", "UTC"), ("2", "Pacific/Auckland"))):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        for command in ("quiz", "cards"):
            call = [sys.executable, "-m", "studyguide", command, str(specimen_folder()), "--edition", "teacher"]
            subprocess.run([*call, "--output", str(tmp_path / str(number))], env=env, check=True, capture_output=True)
        files = sorted(path for path in (tmp_path / str(number)).rglob("*") if path.is_file())
        found.append(
            {path.relative_to(tmp_path / str(number)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
        )
    assert found[0] == found[1]
    assert len(found[0]) == 13  # nine files, and in each folder a README and a manifest


def test_the_command_names_what_is_left_out(tmp_path, capsys):
    assert main(["quiz", str(specimen_folder()), "--edition", "teacher", "--output", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    where = f"{specimen_folder() / 'chapters/questions.yaml'}:"
    folder = tmp_path / "frankenstein-teacher-quiz"
    assert f"{folder / 'moodle.xml'} written\n" in said
    assert f"{where}104:13: 'q-gaps' is left out of forms.docx, gift.txt: it has 2 gaps, and one is allowed.\n" in said
    assert (
        f"{where}142:13: The notes for markers of 'q-judge' are left out of canvas-qti-1.2.zip, forms.docx, gift.txt"
        in said
    )
    readme = (folder / "README.txt").read_text("utf-8")
    assert all(f"\n{each.FILE}: " in readme for each in export_kinds.of_group("quiz"))
    assert {path.name for path in folder.iterdir()} == {
        "README.txt",
        "studyguide-manifest.json",
        *(each.FILE for each in export_kinds.of_group("quiz")),
    }
    assert json.loads((folder / "studyguide-manifest.json").read_text("utf-8"))["program"] == "studyguide"


def test_an_edition_without_answers_makes_no_quiz(tmp_path):
    whole = sound_guides.specimen()
    with pytest.raises(UsageError, match=r"'taster' prints no answers.* that does: `--edition student`, `--e"):
        export(whole, "quiz", "taster", tmp_path)
    assert export(whole, "cards", "taster", tmp_path).files == ("README.txt", "anki.apkg", "quizlet.tsv")
    assert list(tmp_path.iterdir()) == [tmp_path / "frankenstein-taster-cards"]


def test_a_guide_without_questions_makes_no_quiz_and_no_cards(tmp_path):
    whole = guide(question("essay"))
    bare = replace(whole, chapters=whole.chapters[:1])
    with pytest.raises(UsageError, match="has no questions to make a quiz from"):
        export(bare, "quiz", "teacher", tmp_path)
    with pytest.raises(UsageError, match=r"has nothing to make cards from.*Add one of these"):
        export(bare, "cards", "teacher", tmp_path)
