"""Sheets of questions: every type has its room on a sheet and its answer on the key; divisions, exams, sets to keep."""

import pytest

from studyguide import handouts
from studyguide.guide.chapters.questions import Question
from studyguide.handouts.kinds import comprehension
from studyguide.handouts.sheet import Tier, lines_of
from studyguide.support import xhtml
from tests.editions.test_question_types_shown import PAIRS, QUIZZED, STUDENT, TOLD, guide, question

PUPILS = (Tier.SUPPORT, Tier.CORE, Tier.EXTENSION)
FIELDS = {
    "choice": ["checkbox"] * 3,
    "true-false": ["radio"] * 2,
    "matching": ["text"] * 3,
    "ordering": ["text"] * 3,
    "gap": ["text"],
    "short": ["textarea"],
    "extract": ["textarea"],
    "essay": ["textarea"],
    "comparison": ["textarea"] * 6,
}


def body(whole, name, tier, *, fillable=False):
    return xhtml.parse(handouts.publish(whole, QUIZZED, name, tier, fillable=fillable).sections[0].body)


def said(*args):
    return " ".join(xhtml.text(body(*args)).split())


@pytest.mark.parametrize("kind", TOLD)
def test_every_type_has_fields_on_the_sheet_of_its_part_and_answers_on_the_key(kind):
    asked, answer = TOLD[kind]
    whole = guide(asked)
    for tier in PUPILS:
        text = said(whole, "comprehension-part", tier)
        assert "Q?" in text
        assert kind == "true-false" or [each for each in answer if each in text] == []  # both are there to tick
    key = said(whole, "comprehension-part", Tier.KEY)
    assert [each for each in answer if each not in key] == []
    root = body(whole, "comprehension-part", Tier.CORE, fillable=True)
    (task,) = (each for each in xhtml.with_class(root, "task") if each.get("data-name") == asked["id"])
    fields = list(task.iter("input", "textarea"))
    assert [field.get("type", field.tag) for field in fields] == FIELDS[kind]
    assert all(field.get("aria-label") for field in fields)
    assert kind == "true-false" or len({field.get("name") for field in fields}) == len(fields)


def test_parts_of_an_extract_have_tiers():
    part = {"question": "Why?", "hints": ["Hinted."], "challenge": "Harder?"}
    whole = guide(question("extract", extract="T.", parts=[part]))
    texts = {tier: said(whole, "comprehension-part", tier) for tier in PUPILS}
    assert ["Hinted." in text for text in texts.values()] == [True, False, False]
    assert ["Harder?" in text for text in texts.values()] == [False, False, True]


def test_verse_in_an_extract_has_the_numbers_of_its_lines():
    verse = "{verse from=12}\n| Twelve,\n| thirteen,\n| fourteen,\n| fifteen."
    whole = guide(question("extract", extract=verse, source="A poem", parts=[{"question": "Why?"}]))
    for tier in Tier:
        lines = xhtml.with_class(body(whole, "after", tier), "verse-line")
        assert [each.get("data-line") for each in lines] == ([] if tier == Tier.KEY else [None, None, None, "15"])


def test_equal_marks_have_equal_room():
    def lines(kind, **more):
        return lines_of(Question.model_validate(question(kind, **more)))

    assert lines("essay", marks=4) == lines("short", marks=4, answer="A") == lines("discussion", marks=4)
    assert lines("comparison", marks=4, compare=["a", "b"]) == 8
    assert lines("comparison", compare=["a", "b"]) == lines("true-false", is_true=True, marks=4) == 0
    assert lines("true-false", is_true=True, lines=2) == 2


def several(count, place, first=0):
    return [{**question("short", answer="A"), "id": f"q-{first + n}", "about": [place]} for n in range(count)]


def groups(*counts):
    """A division for each number of questions."""
    made = [[Question.model_validate(each) for each in several(count, "part", 9 * n)] for n, count in enumerate(counts)]
    return [[comprehension.Group(f"g-{n}", "H", "P", tuple(asked))] for n, asked in enumerate(made)]


@pytest.mark.parametrize(
    ("counts", "sheets"),
    [((3, 3), [[3], [3]]), ((1, 3), [[1, 3]]), ((3, 1), [[3, 1]]), ((1, 1, 1, 3), [[1, 1, 1], [3]]), ((1,), [[1]])],
)
def test_divisions_with_few_questions_share_a_sheet(counts, sheets):
    joined = comprehension._joined(groups(*counts))  # noqa: SLF001
    assert [[len(group.questions) for group in each] for each in joined] == sheets


def test_a_part_with_many_questions_has_a_sheet_for_each_scene():
    many = [*several(7, "part"), *several(7, "scene", 7)]
    assert [n for n in handouts.names(guide(*many), STUDENT, "worksheets") if n[:13] == "comprehension"] == [
        "comprehension-part",
        "comprehension-scene",
    ]
    few = handouts.names(guide(*many[:8]), STUDENT, "worksheets")
    assert "comprehension-part" in few
    assert "comprehension-scene" not in few


def test_a_question_about_a_part_and_its_scene_is_asked_once():
    both = {**question("short", answer="A"), "about": ["scene", "part"]}
    assert said(guide(both), "comprehension-part", Tier.CORE).count("Q?") == 1


def examined(*questions):
    whole = guide(*questions)
    sets = tuple(each.model_copy(update={"exam": True}) for each in whole.chapters[1].sets)
    exam = type(whole.chapters[1]).model_fields["exam"].annotation.__args__[0]
    paper = exam(title="The paper", minutes=45, instructions=("Answer all.",))
    chapter = whole.chapters[1].model_copy(update={"sets": sets, "exam": paper})
    return type(whole)(whole.folder, whole.info, (whole.chapters[0], chapter), whole.sources, whole.places)


def test_an_exam_has_its_time_its_marks_and_a_mark_scheme():
    whole = examined(TOLD["essay"][0], TOLD["extract"][0])
    assert handouts.names(whole, STUDENT, "worksheets")["exam"] == (Tier.CORE, Tier.KEY)
    text, key = said(whole, "exam", Tier.CORE), said(whole, "exam", Tier.KEY)
    assert text.startswith("Name")
    for words in ("The paper", "45 minutes, 4 marks", "Answer all.", "S [4 marks]", "[2 marks]"):
        assert words in text
    assert "Mark scheme" in key
    assert "pointone" not in text
    assert "exam" not in handouts.names(guide(TOLD["essay"][0]), STUDENT, "worksheets")


def test_sets_to_remember_are_of_equal_size_and_reach_over_the_guide():
    whole = guide(*several(23, "part"))
    names = [n for n in handouts.names(whole, STUDENT, "worksheets") if n[:9] == "retrieval"]
    assert names == ["retrieval-1", "retrieval-2", "retrieval-3"]
    found = [[each.get("data-name") for each in xhtml.with_class(body(whole, n, Tier.CORE), "task")] for n in names]
    assert [len(each) for each in found] == [8, 8, 7]
    assert found[0][:3] == ["q-0", "q-3", "q-6"]
    assert "retrieval-1" not in handouts.names(guide(*several(4, "part")), STUDENT, "worksheets")


def test_answers_to_remember_are_short_so_that_a_set_stays_on_a_page():
    given = enumerate([{"marks": 4}, {"lines": 6}, {}])
    asked = [question("short", id=f"q-{number}", answer="A", **more) for number, more in given]
    asked += [question("short", id="q-none", answer="A", lines=0), question("true-false", is_true=True)]
    rooms = xhtml.with_class(body(guide(*asked), "retrieval-1", Tier.CORE), "room")
    assert [room.get("data-lines") for room in rooms] == ["1", "1", "1"]


def test_a_hidden_pair_counts_for_what_a_sheet_gives_away():
    asked = question("matching", pairs=[*PAIRS, {"left": "Dan", "right": "last", "spoiler": "ending"}])
    assert "This sheet gives away the ending." in said(guide(asked), "quiz", Tier.CORE)


@pytest.mark.parametrize("kind", [name for name, (asked, _) in TOLD.items() if Question.model_validate(asked).is_quiz])
def test_a_card_has_the_question_on_its_front_and_the_answer_on_its_back(kind):
    root = body(guide(TOLD[kind][0]), "flashcards", Tier.CORE)
    front, back = (" ".join(xhtml.text(leaf).split()) for leaf in xhtml.with_class(root, "leaf"))
    backs = {
        "choice": "A. A C. C",
        "true-false": "False",
        "matching": "1 C, 2 B, 3 A",
        "ordering": "C, A, B",
        "gap": "gapword / otherword",
        "short": "shortword",
    }
    assert "Q?" in front
    assert backs[kind] in back
    assert kind == "true-false" or backs[kind] not in front
