"""YAML that the program writes for an author is read back as the same values, and looks like what authors write."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyguide.guide import yaml_reader
from studyguide.imports.chapter import yaml_text

ODD = [
    "yes",
    "NO",
    "1:20",
    "null",
    "~",
    "2020-01-01",
    "0x1f",
    "1e5",
    ".5",
    "=",
    "<<",
    "- a",
    "a: b",
    "a #b",
    "---",
    "y",
]
TEXTS = st.one_of(
    st.text(alphabet=st.sampled_from(list("ab  :,#-[]{}'\"\n\\|>&*!%@`?=~yno0123.é“")), max_size=60, min_size=1),
    st.text(alphabet=st.sampled_from(list("ab :,#-'")), min_size=80, max_size=400),
    st.sampled_from(ODD),
)


def back(lines):
    tree = yaml_reader.read("\n".join(lines) + "\n", "f.yaml")
    assert tree.problems == []
    return tree.value


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.lists(TEXTS, max_size=4), TEXTS)
def test_any_text_is_read_back(one, several, other):
    fields = {
        "question": one,
        "list": several,
        "pairs": [{"left": one, "right": other}, {"left": other, "right": one}],
        "map": {"a": other, "b": 3},
        "flag": True,
    }
    (read,) = back(yaml_text.entry(fields, 6))
    assert read == {**fields, "map": {"a": other, "b": "3"}, "flag": "true"}


@pytest.mark.parametrize("text", ODD)
def test_texts_that_other_programs_take_for_numbers_or_dates_are_quoted(text):
    assert yaml_text.scalar(text) == f"'{text}'"


def test_ordinary_texts_have_no_quotes_and_long_ones_are_folded():
    lines = yaml_text.pairs({"question": "Who, then, is it?", "marks": 2, "points": ["A b.", "c"]}, 0)
    assert lines == ["question: Who, then, is it?", "marks: 2", "points: [A b., c]"]
    long = "In the novel, the creature learns to speak: " + "he listens to a family through a wall, and " * 4
    folded = yaml_text.pairs({"long": long.strip()}, 4)
    assert folded[0] == "    long: >-"
    assert max(map(len, folded)) <= yaml_text.WIDTH
    assert back(folded) == {"long": long.strip()}
