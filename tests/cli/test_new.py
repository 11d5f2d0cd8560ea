"""The command that begins a guide: whatever is typed, the guide is sound; nothing is overwritten."""

import io
import json
import re
import sys

import pytest
import yaml

from studyguide.cli import main
from studyguide.guide.chapters import KINDS
from studyguide.guide.new_guide import kinds, slug
from studyguide.guide.works import TYPES

HOSTILE = [
    "A: b",
    "- x",
    "# y",
    "<b>&</b>",
    "{{ 7 * 7 }}",
    "’“”",
    "Ünïcode",
    "1984",
    "yes",
    "*a*",
    "[b](#c)",
    "^[d]",
]


def begun(folder, *words):
    assert main(["new", str(folder), *words]) == 0
    return yaml.safe_load((folder / "guide.yaml").read_text("utf-8"))


def test_a_title_is_enough(tmp_path, capsys):
    guide = begun(tmp_path / "one", "--title", "Macbeth")
    assert main(["check", str(tmp_path / "one"), "--strict"]) == 0
    assert guide["title"] == "Macbeth"
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", guide["identifier"])
    assert "Fill in" in capsys.readouterr().out


def test_no_two_guides_have_the_same_identifier(tmp_path):
    assert begun(tmp_path / "a", "--title", "X")["identifier"] != begun(tmp_path / "b", "--title", "X")["identifier"]


@pytest.mark.parametrize("kind", TYPES)
def test_any_work_may_be_studied_in_any_kind_of_chapter(tmp_path, kind):
    words = [word for name in kinds() for word in ("--kind", name)]
    work = ["--work", f"{kind}: A title; An author; 1900", "--work", f"{kind}: Another; An author; 1901"]
    guide = begun(tmp_path / "one", "--title", "Two works", "--author", "A. Teacher", *work, *words)
    assert [each["type"] for each in guide["works"]] == [kind, kind]
    assert main(["check", str(tmp_path / "one"), "--strict"]) == 0


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_typed_is_a_text(tmp_path, text):
    folder = tmp_path / "one"
    guide = begun(folder, "--title", text, "--author", text, "--work", f"play: {text}; {text}; 1600")
    assert (guide["title"], guide["authors"]) == (text, [text])
    assert guide["works"][0]["title"] == guide["works"][0]["by"] == text
    assert main(["check", str(folder)]) == 0


def test_every_chapter_has_its_schema_beside_it(tmp_path):
    begun(tmp_path / "one", "--title", "X", "--kind", "plot", "--kind", "glossary")
    for file in (tmp_path / "one").rglob("*.yaml"):
        schema = file.parent / file.read_text("utf-8").splitlines()[0].partition("$schema=")[2]
        assert json.loads(schema.read_text("utf-8"))["$schema"].startswith("https://json-schema.org/")
    assert json.loads((tmp_path / "one/.vscode/settings.json").read_text("utf-8"))


def test_every_kind_to_begin_with_is_a_kind_of_chapter():
    assert {"overview", "plot", "questions"} <= set(kinds()) <= set(KINDS)


def test_nothing_is_overwritten(tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("kept")
    assert main(["new", str(tmp_path), "--title", "X"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], "needs a title"),
        (["--title", "X", "--kind", "plott"], "Did you mean 'plot'?"),
        (["--title", "X", "--work", "ply: Y"], "Did you mean 'play'?"),
        (["--title", "X", "--work", "play"], "has no title"),
        (["--title", "X", "--work", "play: Y; Z; 1600; more"], "more than a title"),
        (["--title", "X", "--work", "play: Y; Z; soon"], "'year'"),
        (["--title", "X", "--work", f"play: Y; Z; {'1' * 50}"], "'year'"),
        (["--title", "X", "--language", "english"], "'language'"),
        (["--title", "X\0Y"], "cannot begin"),
        (["--title", "X", "--reading-age", "14"], "not a reading age"),
        (["--title", "X", "--reading-age", "14-11"], "reading_age"),
        (["--title", "X", "--kind", "adaptation"], "compares two works"),
    ],
)
def test_what_is_wrong_is_refused_before_anything_is_written(tmp_path, capsys, monkeypatch, words, expected):
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert main(["new", str(tmp_path / "one"), *words]) == 2
    assert expected in capsys.readouterr().err
    assert not (tmp_path / "one").exists()


def test_at_a_terminal_it_asks(tmp_path, monkeypatch, capsys):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    typed = ("My guide", "play: Macbeth; William Shakespeare; 1606", "", "A. Teacher", "9-13", "")
    monkeypatch.setattr(sys, "stdin", Terminal("\n".join(typed)))
    monkeypatch.chdir(tmp_path)
    assert main(["new"]) == 0
    guide = yaml.safe_load((tmp_path / "my-guide/guide.yaml").read_text("utf-8"))
    assert (guide["title"], guide["authors"], guide["works"][0]["by"]) == (
        "My guide",
        ["A. Teacher"],
        "William Shakespeare",
    )
    assert guide["reading_age"] == [9, 13]
    assert "Fill in" not in capsys.readouterr().out


@pytest.mark.parametrize(("text", "expected"), [("Frühling, 1", "fruhling-1"), ("罗密欧", ""), ("  A--B ", "a-b")])
def test_a_name_for_files_is_made_of_a_title(text, expected):
    assert slug(text) == expected
