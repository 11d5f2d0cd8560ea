"""Lines of YAML that begin at the wrong column: the message says how many spaces, and following it mends the file."""

import re

import pytest

from studyguide.guide import words_file, yaml_reader
from studyguide.support.keep import Keep

LIST = "sets:\n  - id: a\n    title: One\n  - id: b\n    title: Two\n    questions:\n      - one\n      - two\n"
WHOLE = yaml_reader.read(LIST, "f.yaml").value
UNCLEAR = {(3, -2), (5, -2)}
"""Keys below the dash of the entry above, which may lack a dash of their own."""
REMEDY = re.compile(r"(add|take away) (\d+) spaces? at its beginning to line it up with the (?:entry|key) on line \d+")


@pytest.mark.parametrize("shift", [-2, -1, 1, 2])
@pytest.mark.parametrize("number", [3, 4, 5, 6, 8])
def test_following_the_message_mends_a_line_that_was_moved(number, shift):
    lines = LIST.splitlines()
    lines[number - 1] = f" {lines[number - 1]}" if shift > 0 else lines[number - 1]
    lines[number - 1] = (" " * (shift - 1) + lines[number - 1]) if shift > 0 else lines[number - 1][-shift:]
    (problem,) = yaml_reader.read("\n".join(lines), "f.yaml").problems
    assert problem.line == number
    ways = REMEDY.findall(problem.message.replace("Take", "take").replace("Add", "add"))
    if (number, shift) in UNCLEAR:
        assert "Begin it with '- ' if it is an entry, or indent it" in problem.message
    else:
        assert WHOLE in [mended(lines, number, verb, int(count)) for verb, count in ways]


def mended(lines, number, verb, count):
    """The content of a file after its author has followed a message."""
    line = " " * count + lines[number - 1] if verb == "add" else lines[number - 1][count:]
    return yaml_reader.read("\n".join([*lines[: number - 1], line, *lines[number:]]), "f.yaml").value


def test_lines_are_counted_from_the_beginning_of_the_file():
    (problem,) = yaml_reader.read("a:\n  - b: 1\n   - b: 2\n", "f.md", skip=1).problems
    assert problem.line == len(["---", "a:", "  - b: 1", "   - b: 2"])
    assert "entry on line 3" in problem.message


@pytest.mark.parametrize(
    "text", ["a: one\n  - two\n", "a: one\n  -two\n  – three\n", "a: >-\n  one\n  - two\n", 'a: "one\n  - two"\n']
)
def test_a_dash_is_refused_only_where_a_plain_text_takes_an_entry_in(text):
    found = yaml_reader.read(text, "f.yaml").problems
    assert len(found) == (text == "a: one\n  - two\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about: ![A dot](images/dot.png)\n", "`about: |`"),
        ("about:\n  ![A dot](images/dot.png)\n", "`about: |`"),
        ("points:\n  - ![A dot](images/dot.png)\n", "`- |`"),
    ],
)
def test_a_picture_that_begins_a_text_needs_a_bar(text, expected):
    (problem,) = yaml_reader.read(text, "f.yaml").problems
    assert expected in problem.message


@pytest.mark.parametrize(
    "before", ["", "web.close: Shut\n", "# web.close:  # Close\n", "# web.open:\n#   one:  # x\n#   other:  # y\n\n"]
)
def test_a_form_whose_label_is_still_a_comment_names_its_line(tmp_path, before):
    (tmp_path / "words.yaml").write_text(f"{before}# cast.x:\n#   one:  # a\n  other: b\n", "utf-8")
    (problem,) = words_file.read(tmp_path, Keep()).problems
    label = before.count("\n") + 1
    assert (problem.file, problem.line) == ("words.yaml", label + 2)
    assert f"label on line {label}." in problem.message
    (tmp_path / "words.yaml").write_text(f"{before}cast.x:\n#   one:  # a\n  other: b\n", "utf-8")
    found = words_file.read(tmp_path, Keep())
    assert found.problems == ()
    assert found.words["cast.x"] == {"other": "b"}
