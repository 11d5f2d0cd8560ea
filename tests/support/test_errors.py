"""Errors: what an author reads of a problem, and what is suggested for a name that is not there."""

from pathlib import Path

import pytest

from studyguide.guide.chapters import KINDS
from studyguide.guide.info import Work
from studyguide.guide.model import Place
from studyguide.lint.rules import Remark
from studyguide.support.errors import Problem, suggestion

STEERING = ["\x1b[2J", "\x07", "\x9b31m", "\u202e", "\u200b", "\u2028", "\n", "\r", "\udc80", "\ufeff"]


@pytest.mark.parametrize("sign", STEERING)
def test_nothing_in_a_problem_steers_a_terminal(sign):
    for problem in (Problem(f"a{sign}b", 1, 1, "Words."), Problem("a", 1, 1, f"There is no key 'x{sign}y'.")):
        assert str(problem).isprintable()
        assert sign[0] not in str(problem)
    assert str(Remark("SG101", Place("a", 1, 1), f"It says '{sign}'.")).isprintable()


def test_an_escape_is_named():
    assert str(Problem("a", 1, 1, "'\x1b[31m'")) == "a:1:1: '\\x1b[31m'"


def test_letters_of_all_languages_stay():
    text = "a:1:1: Überraschung, Ελλάδα, 日本, עברית, “…” – 🙂"
    assert str(Problem("a", 1, 1, text.removeprefix("a:1:1: "))) == text


@pytest.mark.parametrize("text", ["https://example.org", "a//b", "./x/../y"])
def test_the_folder_is_put_before_the_file_and_the_message_stays(text):
    assert str(Problem("c/x.md", 2, 3, text).below(Path("my/guide"))) == f"my/guide/c/x.md:2:3: {text}"


TYPES = Work.model_fields["type"].annotation.__args__


@pytest.mark.parametrize(
    ("found", "names", "meant"),
    [
        ("movie", TYPES, "film"),
        ("Film", TYPES, "film"),
        ("NOVEL", TYPES, "novel"),
        ("tv", TYPES, "series"),
        ("drama", TYPES, "play"),
        ("cats", KINDS, "cast"),
        ("Works Cited", KINDS, "works-cited"),
        ("works_cited", KINDS, "works-cited"),
        ("characters", KINDS, "cast"),
        ("during", ["before", "while", "after"], "while"),
        ("Plot", ["plot", "plots"], "plot"),
    ],
)
def test_what_is_meant_is_suggested(found, names, meant):
    assert suggestion(found, names).startswith(f"Did you mean '{meant}'? ")


@pytest.mark.parametrize(
    ("found", "names"),
    [("movie", ["novel", "poem"]), ("movie", ["novel"]), ("teacher", ["student"]), ("", ["a"]), ("during", ["before"])],
)
def test_nothing_of_another_kind_is_suggested(found, names):
    assert "Did you mean" not in suggestion(found, names)
