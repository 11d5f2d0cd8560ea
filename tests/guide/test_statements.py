"""Statements: what parts of a chapter state, and what their sentences cite."""

from datetime import date

import pytest

from studyguide import markdown
from studyguide.guide import statements
from studyguide.guide.chapters.adaptation import Change
from studyguide.guide.chapters.cast import Person
from studyguide.guide.chapters.plot import Part, Plot
from studyguide.guide.chapters.production import Topic
from studyguide.guide.chapters.questions import Level, Question
from studyguide.guide.chapters.reception import BoxOffice, Money, Reception, Score
from studyguide.guide.info import Work
from studyguide.guide.items import Credit, Item
from studyguide.languages.labels import Labels

PLOT = Plot.model_validate(
    {
        "kind": "plot",
        "id": "plot",
        "title": "P",
        "intro": "Intro [@a].",
        "parts": [
            {
                "id": "one",
                "title": "One",
                "text": "Part [@b].",
                "sources": ["s"],
                "scenes": [{"id": "x", "title": "X", "text": "Scene [@c].", "sources": ["t", "u"]}],
            }
        ],
    }
)
MONEY = Money(label="Cost", low=15)


def test_what_states_something_is_the_first_field_that_is_filled_in():
    assert statements.stated(Credit(label="L", value="V")) == "value"
    assert statements.stated(Person(id="p", name="P")) is None
    assert statements.stated(Person(id="p", name="P", played_by=("A",))) == "played_by"
    assert statements.stated(PLOT) is None
    reception = Reception(kind="reception", id="r", title="R", legacy="L.")
    assert statements.stated(reception) == "legacy"
    assert statements.stated(Level(bloom="apply", dok=1)) is None
    assert statements.stated(Credit(label="L", value="V").model_copy(update={"value": ""})) is None


def test_the_value_is_what_two_places_must_say_alike():
    assert statements.value(Credit(label="Length", value="*103* minutes")) == "103 minutes"
    assert statements.value(MONEY) == "15"
    assert statements.value(Person(id="p", name="P", played_by=("A", "*B*"))) == "A, B"
    assert statements.value(Person(id="p", name="P", role="R")) == "P: R"


def test_a_statement_has_the_short_fields():
    assert statements.statement(Person(id="p", name="P", role="a *role*", text="Long.")) == "P: a role"
    assert statements.statement(Person(id="p", name="P", role="r", played_by=("A", "B"))) == "P: A, B; r"
    assert statements.statement(Topic(id="t", title="T", text="Long.")) == "T"
    assert statements.statement(Score(who="W", score=7.5, out_of=10)) == "W: score 7.5; out of 10"
    assert statements.statement(Item()) == ""
    work = Work(id="w", type="film", title="T", by="B", year="2010")
    assert statements.statement(work) == "type film: title T; by B; year 2010"
    change = Change(id="c", element="E", works={"novel": "N", "film": "F"}, effect="X")
    assert statements.statement(change) == "E: N, F; X; change altered"


def test_a_task_is_not_stated_by_its_marks():
    level = {"bloom": "apply", "dok": 1}
    asked = {"id": "q", "type": "short", "question": "Q?", "phase": "after", "level": level, "marks": 3, "answer": "A."}
    made = Question.model_validate({**asked, "hints": ["H"], "lines": 2, "starters": ["S"], "words": ["w"]})
    assert statements.statement(made) == "type short: Q?; phase after; A."


def test_a_line_has_the_currency_of_what_it_stands_in():
    office = BoxOffice(currency="US$ million", sums=(MONEY,))
    reception = Reception(kind="reception", id="r", title="R", box_office=office, scores=())
    line = statements.line(reception, ("box_office", "sums", 0), MONEY, Labels.of())
    assert markdown.plain(line) == "Cost: 15 (US$ million)"
    credit = Credit(label="L", value="V")
    assert markdown.plain(statements.line(reception, ("scores", 0), credit, Labels.of())) == "L: V"
    assert statements.line(reception, (), Item(), Labels.of()) is None


def test_own_texts_are_not_those_of_parts_inside():
    (part,) = PLOT.parts
    assert statements.own_texts(PLOT) == {("intro",): "Intro [@a]."}
    assert statements.own_texts(part) == {("title",): "One", ("text",): "Part [@b]."}
    office = BoxOffice(currency="US$", sums=(MONEY,), text="It cost [@d].")
    reception = Reception(kind="reception", id="r", title="R", legacy="L.", box_office=office)
    assert statements.own_texts(reception) == {("legacy",): "L."}
    person = Person(id="p", name="P", played_by=("A", "B"))
    assert statements.own_texts(person) == {("name",): "P", ("played_by", 0): "A", ("played_by", 1): "B"}
    assert list(statements.cites(PLOT)) == ["a"]
    assert list(statements.cites(part)) == ["b"]
    assert list(statements.cites(part.scenes[0])) == ["c"]


def test_sources_are_inherited_from_what_is_around():
    scene = ("parts", 0, "scenes", 0)
    assert list(statements.inherited(PLOT, scene)) == ["s"]
    assert list(statements.inherited(PLOT, ("parts", 0))) == []
    other = Part.model_validate(PLOT.parts[0].model_dump() | {"sources": ("z",)})
    two = PLOT.model_copy(update={"parts": (PLOT.parts[0], other)})
    assert list(statements.inherited(two, ("parts", 1, "scenes", 0))) == ["z"]


def test_keys_are_those_that_a_text_cites():
    assert statements.keys("A [@a; @b, p. 3] [@a].") == ("a", "b", "a")
    assert statements.keys("[A](#a) ![x](y.png) @b.") == ()
    assert statements.keys("Code:\n\n    [@a]") == ()
    assert statements.keys("- One [@a].\n- [Two](https://a.example) [@b].") == ("a", "b")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("One.^[A note. More.] Two.", ["One.", "Two.", "A note.", "More."]),
        ("One.\n\n- Two.\n- Three. Four.\n\n[^1]: Five.", ["One.", "Two.", "Three.", "Four.", "Five."]),
        ("# Six\n\n> Seven. Eight.", ["Six", "Seven.", "Eight."]),
    ],
)
def test_sentences_are_without_signs_and_notes_are_apart(text, found):
    assert list(statements.sentences(text)) == found


def test_sentences_are_those_of_the_language():
    text = "Am 3. Mai kam er z.B. nach Rom. Ja."
    assert list(statements.sentences(text, "de")) == ["Am 3. Mai kam er z.B. nach Rom.", "Ja."]


def test_dates_are_no_statement():
    assert statements.statement(Credit(label="L", value="V", seen=date(2026, 1, 1))) == "L: V"
