"""Signs of YAML that people forget, or write in another form: what the author reads, and where."""

import shutil
from pathlib import Path

import pytest

from studyguide.build.checked_guide import review
from studyguide.guide import yaml_reader

BASE = Path(__file__).parents[1] / "lint/problems/base"
LIST = "groups:\n  - id: a\n    title: A\n    people:\n{}\n        name: Ann\n"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        (LIST.format("      -id: ann"), (5, 7), "no space after the hyphen"),
        (LIST.format("      – id: ann"), (5, 7), "begins with a hyphen and a space"),
        (LIST.format("      • id: ann"), (5, 7), "begins with a hyphen and a space"),
        (LIST.format("      - id:ann"), (5, 7), "no space after the colon"),
        ("kind: cast\ntitle:People\ngroups: []\n", (2, 1), "no space after the colon"),
        ("kind: cast\ntitle：People\ngroups: []\n", (2, 1), "not the colon of YAML"),
        ("title: - People\n", (1, 8), "A text cannot begin with '-'"),
        ("title: ? People\n", (1, 8), "A text cannot begin with '?'"),
        ("title: 'Tis over\n", (1, 8), "If it is an apostrophe, write ’"),
        ("title: A\tB\n", (1, 9), "There is a tab here. Write spaces."),
        ("a:\n\tb: c\n", (2, 1), "YAML is indented with spaces"),
    ],
)
def test_a_sign_of_yaml_that_is_missing_or_another_is_named(text, place, words):
    problem, *_ = yaml_reader.read(text, "x.yaml").problems
    assert (problem.line, problem.column) == place
    assert words in problem.message


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("– id: ann", "begins with a hyphen and a space"),
        ("name: [Ann]", "If the text begins with '[', put it between quotes."),
        ("name: {Ann}", "If the text begins with '{' or has a colon, put it between quotes."),
    ],
)
def test_what_yaml_reads_as_something_else_than_a_text_is_told(tmp_path, line, words):
    folder = shutil.copytree(BASE, tmp_path / "guide")
    person = f"groups:\n  - id: all\n    title: All\n    people:\n      -\n        id: ann\n        {line}\n"
    (folder / "chapters/people.yaml").write_text(f"kind: cast\ntitle: People\n{person}")
    assert [problem for problem in review(folder).problems if words in problem.message]


def test_a_kind_in_capitals_is_told_as_such(tmp_path):
    folder = shutil.copytree(BASE, tmp_path / "guide")
    (folder / "chapters/people.yaml").write_text("Kind: cast\ntitle: People\ngroups: []\n")
    assert "chapters/people.yaml:1:1: Keys are in small letters. Write 'kind'." in map(str, review(folder).problems)
