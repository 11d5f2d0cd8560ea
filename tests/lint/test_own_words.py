"""Own words of a guide are judged and printed like all its texts."""

import shutil

import pytest

from studyguide.build.checked_guide import review, sound
from studyguide.build.edition_publication import publish
from studyguide.guide.load import load
from studyguide.languages import own_words
from studyguide.lint import printed_texts
from studyguide.support.paths import specimen_folder

WORDS = """
words:
  chapter.number: Unit {number} *&*
  page.reference: (see {page})
  web.close: 閉じる
  handout.marks: {one: 'a <mark>'}
"""


@pytest.fixture
def folder(tmp_path):
    copy = tmp_path / "guide"
    shutil.copytree(specimen_folder(), copy)
    with (copy / "guide.yaml").open("a", encoding="utf-8") as file:
        file.write(WORDS)
    return copy


def test_characters_without_a_font_are_named_at_their_place(folder):
    printed = {text.text: text.place for text in printed_texts.texts(load(folder))}
    lines = (folder / "guide.yaml").read_text("utf-8").splitlines()
    number, line = next((number, line) for number, line in enumerate(lines, 1) if "閉じる" in line)
    assert (printed["閉じる"].line, printed["閉じる"].column) == (number, line.index("閉") + 1)
    found = [str(problem) for problem in review(folder).problems]
    assert [problem for problem in found if f"guide.yaml:{number}:" in problem and "閉" in problem]


def test_own_words_are_printed_as_they_are_written(folder):
    text = (folder / "guide.yaml").read_text("utf-8").replace("閉じる", "Shut")
    (folder / "guide.yaml").write_text(text, "utf-8")
    guide = sound(folder)
    body = publish(guide, guide.info.editions[0]).sections[0].body
    assert '<p class="chapter-label">Unit <span class="chapter-number">1</span> *&amp;*</p>' in body
    labels = guide.info.labels
    assert labels.inline("chapter.number", number="*3*") == r"Unit *3* \*\&\*"
    assert labels.markup("handout.marks", n=1) == "a &lt;mark&gt;"


@pytest.mark.parametrize("key", ["chapter.number", "handout.marks", "division.one", "choice.letters", "page.reference"])
def test_the_program_s_own_labels_have_no_fault(key):
    assert [*own_words.faults({key: own_words.table()[key]})] == []


@pytest.mark.parametrize(
    ("language", "name", "faults"),
    [("ru", "one", 1), ("ru", "few", 1), ("en", "one", 0), ("cy", "two", 0), ("fr", "one", 0), ("pl", "one", 0)],
)
def test_a_form_for_several_numbers_has_the_number(language, name, faults):
    found = [fault.message for fault in own_words.faults({"handout.marks": {name: "x"}}, language)]
    assert len(found) == faults
    numbers = {"one": "1, 21", "few": "2, 3"}.get(name)
    assert (
        found
        == [f"The label 'handout.marks' lacks {{n}}: the form '{name}' is for {numbers} and more. Add it."][:faults]
    )


def test_a_long_text_is_refused():
    (found,) = own_words.faults({"web.close": "x" * (own_words.LONGEST + 1)})
    assert found.message == "The label 'web.close' has 1,001 characters. Shorten it to 1,000."


@pytest.mark.parametrize(
    ("language", "name", "remedy"),
    [
        ("ca", "few", "Choose one of: one, other."),
        ("pl", "two", "Choose one of: one, few, many, other."),
        ("ja", "one", "Choose one of: other."),
        ("cs", "fewer", "Write 'few'."),
        ("en-GB", "zero", "Choose one of: one, other."),
        ("ca", "many", ""),
        ("cs", "many", ""),
        ("cy", "zero", ""),
    ],
)
def test_a_form_that_no_number_of_the_language_has_is_refused(language, name, remedy):
    found = [fault.message for fault in own_words.faults({"handout.marks": {name: "{n}", "other": "{n}"}}, language)]
    said = f"The label 'handout.marks' has no form '{name}' in '{language}'. {remedy}"
    assert found == ([said] if remedy else [])


def test_a_label_like_none_of_ours_says_where_all_are_listed():
    said = [fault.message for fault in own_words.faults({"xyz": "x", "web.closed": "x"}, "ca")]
    assert said == [
        "There is no label 'xyz'. `studyguide words --language ca` lists all.",
        "There is no label 'web.closed'. Did you mean 'web.close'?",
    ]
