"""The commands that do what the targets of the Makefile do."""

import re
from pathlib import Path

import pytest

from studyguide.cli import build_commands, main
from studyguide.cli.arguments import parser
from studyguide.support.paths import specimen_folder

MAKEFILE = (Path(__file__).parents[2] / "Makefile").read_text("utf-8")
SPECIMEN = str(specimen_folder())


@pytest.fixture
def builds(monkeypatch):
    """The options of each build that is asked for; nothing is built."""
    asked = []

    def note(options):
        asked.append(vars(options).copy())
        return 0

    monkeypatch.setattr(build_commands, "build", note)
    monkeypatch.setattr(build_commands, "hand_out", note)
    return asked


@pytest.mark.parametrize("name", ["pdf", "epub", "web"])
@pytest.mark.parametrize(
    "more", [(), ("--edition", "teacher", "--paper", "letter", "--class", "28"), ("--theme", "warm")]
)
def test_a_format_is_built_as_by_build(builds, name, more):
    assert main([name, SPECIMEN, *more]) == 0
    output = "build/warm" if "warm" in more else "build"
    long = vars(parser().parse_args(["build", SPECIMEN, "--format", name, "--output", output, *more]))
    assert builds == [{key: value for key, value in long.items() if key not in {"others", "scheduler"}}]


def test_a_theme_has_a_folder_of_its_own_unless_one_is_named(builds):
    for more in (["--theme", "warm"], ["--theme", "warm", "--output", "x"], ["--theme", "../../x"]):
        main(["pdf", SPECIMEN, *more])
    assert [each["output"] for each in builds] == [Path("build/warm"), Path("x"), Path("build")]


def test_word_is_the_guide_worksheets_and_lesson_plans(builds):
    assert main(["word", SPECIMEN, "--edition", "student", "--paper", "letter", "--output", "x"]) == 0
    assert [(each["run"], each["format"], each["edition"]) for each in builds] == [
        ("build", ["docx"], "student"),
        ("worksheets", "docx", "student"),
        ("lessons", "docx", None),
    ]
    assert {(each["paper"], each["output"]) for each in builds} == {("letter", Path("x"))}


def test_word_leaves_out_lesson_plans_that_there_are_not(builds):
    assert main(["word", str(specimen_folder().parent / "starter")]) == 0
    assert [each["run"] for each in builds] == ["build", "worksheets"]


def test_word_stops_at_the_first_failure(monkeypatch):
    asked = []
    monkeypatch.setattr(build_commands, "build", lambda options: asked.append(options.run) or 1)
    monkeypatch.setattr(build_commands, "hand_out", lambda options: asked.append(options.run) or 0)
    assert main(["word", SPECIMEN]) == 1
    assert asked == ["build"]


def test_word_writes_documents(tmp_path, capsys):
    assert main(["word", SPECIMEN, "--output", str(tmp_path), "--workers", "1"]) == 0
    names = {re.sub(r".*/", "", line.partition(" ")[0]) for line in capsys.readouterr().out.splitlines()}
    assert {"frankenstein.docx", "quiz-core.docx", "letter-film.docx"} <= names
    assert {path.suffix for path in tmp_path.rglob("*.*") if path.is_file() and ".studyguide" not in path.parts} == {
        ".docx"
    }


def test_the_makefile_has_a_target_for_each():
    for name in ("pdf", "epub", "web", "word"):
        assert re.search(rf"^{name}:.*##", MAKEFILE, re.MULTILINE)
