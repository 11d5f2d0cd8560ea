"""The quiz as a Word document: lines that importers read, a sound package, hostile text, and what is refused."""

from dataclasses import replace
from datetime import date

import pytest
from lxml import etree

from studyguide.exports.kinds import forms
from studyguide.exports.material import Material, Option, QuizItem
from studyguide.exports.rich_text import Text
from studyguide.languages.labels import Labels
from tests.exports import exported
from tests.exports.exported import W

PARTS = [
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
    "word/document.xml",
    "word/styles.xml",
    "word/settings.xml",
    "word/fontTable.xml",
    "word/theme/theme1.xml",
    "word/_rels/document.xml.rels",
]


def text(words):
    return Text("<b>not this</b>", words)


def options(*words, right=(0,)):
    return tuple(Option(text(word), number in right) for number, word in enumerate(words))


def item(name, kind, **fields):
    return QuizItem(name, name, **{"number": 1, "set_title": "Set", "prompt": text(f"{name}?"), **fields}, kind=kind)


def material(*items, **fields):
    about = {"title": "Guide", "edition": "Edition", "language": "en-GB", "labels": Labels.of(), **fields}
    return Material(name="guide", identifier="x", date=date(2026, 1, 2), rights="", items=items, **about)


def lines(*items, **fields):
    return exported.document(forms.make(material(*items, **fields)))


def test_the_lines_are_those_that_importers_read():
    assert lines(
        item("one", "choice", number=22, options=options("x", "y", "z", right=(1,))),
        item("many", "choice", number=23, options=options("x", "y", "z", right=(0, 2))),
        item("truth", "true-false", number=24, options=options("True", "False", right=(1,)), set_title="Other"),
        item("short", "short", number=25, right=("word", "other word"), set_title="Other"),
        item(
            "gap", "gap", number=26, pieces=(text("The "), text(" ends.")), gaps=(("film", "movie"),), set_title="Other"
        ),
        item("text", "text", number=27, passage=text("A passage."), points=(text("point"),), set_title="Other"),
    ) == [
        ("Title", "Guide: Edition"),
        ("heading 1", "Set"),
        ("Normal", "22. one?"),
        ("List", "A. x"),
        ("List", "B. y"),
        ("List", "C. z"),
        ("Normal", "Answer: B"),
        ("Normal", "23. many?"),
        ("List", "A. x"),
        ("List", "B. y"),
        ("List", "C. z"),
        ("Normal", "Answer: A, C"),
        ("heading 1", "Other"),
        ("Normal", "24. truth?"),
        ("List", "A. True"),
        ("List", "B. False"),
        ("Normal", "Answer: B"),
        ("Normal", "25. short?"),
        ("Normal", "Answer: word / other word"),
        ("Normal", "26. gap? The ___ ends."),
        ("Normal", "Answer: film / movie"),
        ("Normal", "27. A passage. text?"),
    ]


def test_parts_of_a_question_have_its_number_and_their_letters():
    found = lines(item("q-1", "short", number=7, part="a", right=("x",)), item("q-2", "text", number=7, part="b"))
    assert [words for _, words in found[2:]] == ["7. a) q-1?", "Answer: x", "7. b) q-2?"]


def test_an_item_without_a_right_answer_has_no_answer_line():
    found = lines(item("one", "choice", options=options("x", "y", right=())), item("two", "short", number=2))
    assert [words for _, words in found[2:]] == ["1. one?", "A. x", "B. y", "2. two?"]


@pytest.mark.parametrize(
    ("refused", "why"),
    [
        (item("a", "matching", pairs=((text("a"), text("b")),)), "is of the type matching"),
        (item("a", "ordering", steps=(text("a"), text("b"))), "is of the type ordering"),
        (item("a", "gap", pieces=(text(""),) * 3, gaps=(("x",), ("y",))), "has 2 gaps, and one is allowed"),
        (item("a", "choice", options=options(*"x" * 27)), "has 27 options, and 26 are allowed"),
    ],
)
def test_what_it_cannot_take_is_refused_and_whole(refused, why):
    assert forms.refusal(refused).why == why
    found = lines(refused, item("kept", "text"))
    assert [words for _, words in found] == ["Guide: Edition", "Set", "1. kept?"]


def test_as_many_options_as_letters_fit():
    full = item("a", "choice", options=options(*(f"o{number}" for number in range(26)), right=(25,)))
    assert forms.refusal(full) is None
    assert [words for _, words in lines(full)][-2:] == ["Z. o25", "Answer: Z"]


@pytest.mark.parametrize(
    ("hostile", "read"),
    [
        ("a < b & c > d \"e\" 'f' ]]>", "a < b & c > d \"e\" 'f' ]]>"),
        ("<w:p/>&amp;{{ 7 * 7 }}{% x %}", "<w:p/>&amp;{{ 7 * 7 }}{% x %}"),
        ("a\x00\x01\x0b\x1f\ufffe\uffffb", "ab"),
        ("a\ud800b", "ab"),
        ("two\nAnswer: A\r\tlines", "two Answer: A lines"),
        ("שלום 三四郎 \U0001f600 e\u0301", "שלום 三四郎 \U0001f600 e\u0301"),
    ],
)
def test_hostile_text_is_text_on_one_line(hostile, read):
    asked = item("a", "choice", prompt=text(hostile), options=options(hostile, "y"), set_title=hostile)
    made = forms.make(material(asked, title=hostile, edition="E"))
    words = [words for _, words in exported.document(made)]
    assert words == [f"{read}: E", read, f"1. {read}", f"A. {read}", "B. y", "Answer: A"]
    core = etree.fromstring(exported.unzipped(made)["docProps/core.xml"])
    assert core.findtext("{*}title") == f"{read}: E"


def test_the_package_has_what_its_types_and_relationships_name():
    files = exported.unzipped(forms.make(material(item("a", "text"))))
    assert list(files) == PARTS
    trees = {name: etree.fromstring(content) for name, content in files.items()}
    named = {each.get("PartName").removeprefix("/") for each in trees["[Content_Types].xml"].iter("{*}Override")}
    assert named == {name for name in files if not name.endswith(".rels") and name != "[Content_Types].xml"}
    top = {each.get("Target") for each in trees["_rels/.rels"].iter("{*}Relationship")}
    below = {f"word/{each.get('Target')}" for each in trees["word/_rels/document.xml.rels"].iter("{*}Relationship")}
    assert top | below == named


def test_title_language_and_date_are_the_guides():
    files = exported.unzipped(forms.make(material(item("a", "text"), language="fr")))
    core = etree.fromstring(files["docProps/core.xml"])
    assert [core.findtext(f"{{*}}{name}") for name in ("title", "language", "created", "modified")] == [
        "Guide: Edition",
        "fr",
        "2026-01-02T00:00:00Z",
        "2026-01-02T00:00:00Z",
    ]
    styles = etree.fromstring(files["word/styles.xml"])
    assert {each.get(f"{W}val") for each in styles.iter(f"{W}lang")} == {"fr"}


@pytest.mark.parametrize(("language", "is_rtl"), [("en", False), ("he", True), ("ar-EG", True)])
def test_lines_go_the_way_of_the_language(language, is_rtl):
    files = exported.unzipped(forms.make(material(item("a", "choice", options=options("x", "y")), language=language)))
    found = etree.fromstring(files["word/document.xml"])
    assert len(found.findall(f".//{W}bidi")) == len(found.findall(f".//{W}rtl")) == (6 if is_rtl else 0)


def test_own_words_are_on_the_answer_line():
    labels = Labels.of("fr", {"exports.forms-answer": "Réponse : {answer}"})
    found = lines(item("a", "choice", options=options("x", "y")), labels=labels, language="fr")
    assert found[-1] == ("Normal", "Réponse : A")


def test_the_same_material_has_the_same_bytes():
    made = material(item("a", "choice", options=options("x", "y")))
    assert forms.make(made) == forms.make(replace(made))
