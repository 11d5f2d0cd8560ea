"""The output of `check` for people, editors and CI, and what `--fix` prints."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from studyguide.cli import main, problem_formats, terminal
from studyguide.cli.problem_lines import Shown
from studyguide.lint import problem_data
from studyguide.lint.problem_data import Finding
from studyguide.support.errors import Problem
from tests import pages

BASE = Path(__file__).parents[1] / "lint/problems/base"
HEAD = "---\nkind: prose\ntitle: Text\n---\n"


@pytest.fixture(autouse=True)
def width(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def guide(tmp_path, monkeypatch):
    """A guide with one problem and two remarks, in the current folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    folder = Path(shutil.copytree(BASE, tmp_path / "guide")).relative_to(tmp_path)
    (folder / "chapters/text.md").write_text(f'{HEAD}He said "no" [to her](#bob), and the the end.\n', "utf-8")
    return folder


def without_problems(guide):
    text = guide / "chapters/text.md"
    text.write_text(text.read_text("utf-8").replace("#bob", "#ann"), "utf-8")
    return guide


def test_one_line_each_remarks_first_and_problems_last(guide, capsys):
    assert main(["check", "guide"]) == 1
    said = capsys.readouterr()
    places = [line.split(" ")[0] for line in said.err.splitlines()]
    codes = [line.split(" ")[1] for line in said.err.splitlines()]
    assert codes[-1] == "There"
    assert set(codes[:-1]) == {"SG104", "SG105", "SG304"}
    assert places[-1] == "guide/chapters/text.md:5:23:"
    assert said.out == "guide: 3 chapters, 1 problem, 4 remarks\n"


def test_context_shows_the_line_with_a_caret_below_the_place(guide, capsys):
    main(["check", "guide", "--context"])
    lines = capsys.readouterr().err.splitlines()
    assert lines[-2:] == ['    5 | He said "no" [to her](#bob), and the the end.', f"      | {' ' * 22}^"]


@pytest.mark.parametrize(
    ("line", "column", "excerpt"),
    [
        ("\t漢字 x", 4, (" 漢字 x", 5)),
        ("e\u0301x y", 4, ("e\u0301x y", 2)),
        ("a\x1b[31mb c", 8, ("a\\x1b[31mb c", 10)),
        ("short", 99, ("short", 5)),
    ],
)
def test_the_caret_is_below_the_character_on_a_terminal(line, column, excerpt, tmp_path, capsys):
    (tmp_path / "x.yaml").write_text(f"{line}\n", "utf-8")
    Shown(tmp_path, context=True).each([(Problem("x.yaml", 1, column, "Look."), "")])
    shown, caret = excerpt
    assert capsys.readouterr().err.splitlines()[1:] == [f"    1 | {shown}", f"      | {' ' * caret}^"]


def test_a_long_line_is_cut_to_the_width_of_the_terminal(tmp_path, capsys):
    line = "word " * 100 + "HERE" + " 漢字" * 100
    (tmp_path / "x.yaml").write_text(f"{line}\n", "utf-8")
    Shown(tmp_path, context=True).each([(Problem("x.yaml", 1, 501, "Look."), "")])
    _, excerpt, below = capsys.readouterr().err.splitlines()
    assert terminal.width(excerpt) < 80
    assert excerpt[below.index("^") :].startswith("HERE")


def test_no_line_is_shown_of_what_is_not_a_text_or_leads_outside(tmp_path, capsys):
    guide = tmp_path / "guide"
    guide.mkdir()
    (tmp_path / "secret.yaml").write_text("secret\n")
    (guide / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (guide / "school.docx").write_text("PK\n")
    names = ("link.yaml", "school.docx", "none.yaml", "../secret.yaml")
    Shown(guide, context=True).each([(Problem(name, 1, 1, "Look."), "") for name in names])
    assert len(capsys.readouterr().err.splitlines()) == len(names)


@pytest.mark.parametrize(
    ("variables", "is_terminal", "has_colours"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_colours_are_for_terminals_and_for_who_asks(variables, is_terminal, has_colours, monkeypatch):
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    stream = io.StringIO()
    stream.isatty = lambda: is_terminal
    assert terminal.has_colours(stream) is has_colours
    assert terminal.painted("a", terminal.RED, on=stream) == ("\033[31ma\033[0m" if has_colours else "a")


def test_colours_change_nothing_but_colours(guide, capsys, monkeypatch):
    main(["check", "guide"])
    plain = capsys.readouterr()
    monkeypatch.setenv("FORCE_COLOR", "1")
    main(["check", "guide"])
    coloured = capsys.readouterr()
    assert "\033[" in coloured.err
    assert "\033[" in coloured.out
    for name in ("err", "out"):
        assert "".join(part.partition("m")[2] for part in f"\033[0m{getattr(coloured, name)}".split("\033[")[1:]) == (
            getattr(plain, name)
        )


def test_json_is_what_its_schema_says(guide, capsys):
    assert main(["check", "guide", "--format", "json"]) == 1
    said = capsys.readouterr()
    assert said.err == ""
    found = json.loads(said.out)
    Draft202012Validator(problem_data.schema()).validate(found)
    assert (found["guide"], found["chapters"], found["changes"]) == ("guide", 3, [])
    assert [each["severity"] for each in found["problems"]] == ["warning"] * 4 + ["error"]
    last = found["problems"][-1]
    assert (last["file"], last["line"], last["column"], "code" in last) == ("guide/chapters/text.md", 5, 23, False)
    assert {each["code"] for each in found["problems"][:-1]} == {"SG104", "SG105", "SG304"}


def test_the_schema_is_printed_and_published(capsys, tmp_path):
    assert main(["schema", problem_data.NAME]) == 0
    assert json.loads(capsys.readouterr().out) == problem_data.schema()
    assert main(["schema", "--output", str(tmp_path)]) == 0
    published = Path(problem_data.__file__).parents[1] / f"schemas/{problem_data.NAME}.json"
    assert (tmp_path / f"{problem_data.NAME}.json").read_bytes() == published.read_bytes()
    Draft202012Validator.check_schema(problem_data.schema())


def test_github_gets_annotations(guide, capsys):
    assert main(["check", "guide", "--format", "github"]) == 1
    said = capsys.readouterr()
    *annotations, last = said.out.splitlines()
    assert said.err == ""
    assert last == "guide: 3 chapters, 1 problem, 4 remarks"
    assert annotations[-1].startswith("::error file=guide/chapters/text.md,line=5,col=23,title=studyguide::There is ")
    assert annotations[0].startswith("::warning file=guide/chapters/")
    assert any(",title=SG104::'the the'" in each for each in annotations)


def test_annotations_are_escaped_as_github_says():
    finding = Finding("error", Problem("a,b:c%.md", 1, 2, "100 %: a,\n::stop-commands::x\r"), "")
    assert problem_formats.annotation(finding, Path("g")) == (
        "::error file=g/a%2Cb%3Ac%25.md,line=1,col=2,title=studyguide::100 %25: a,\\n::stop-commands::x\\r"
    )


@pytest.mark.parametrize("name", ["text", "json", "github"])
def test_strict_fails_for_remarks_in_every_format(guide, name):
    without_problems(guide)
    assert main(["check", "guide", "--format", name]) == 0
    assert main(["check", "guide", "--format", name, "--strict"]) == 1


def test_fix_shows_each_change_and_what_is_left(guide, capsys):
    without_problems(guide)
    assert main(["check", "guide", "--fix"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        'guide/chapters/text.md:5:9: "no" → “no”',
        "guide: 1 correction",
        "guide: 3 chapters, no problems, 2 remarks",
    ]
    assert [line.split(" ")[1] for line in said.err.splitlines()] == ["SG104", "SG304"]
    assert "“no”" in (guide / "chapters/text.md").read_text("utf-8")
    main(["check", "guide", "--fix"])
    assert "guide: nothing to correct" in capsys.readouterr().out


def test_a_dry_run_writes_nothing(guide, capsys):
    before = (guide / "chapters/text.md").read_bytes()
    assert main(["check", "guide", "--fix", "--dry-run"]) == 1
    said = capsys.readouterr()
    assert '"no" → “no”' in said.out
    assert "guide: 1 correction to make, not written" in said.out
    assert said.err.count("SG105") == 2
    assert (guide / "chapters/text.md").read_bytes() == before
    assert main(["check", "guide", "--dry-run"]) == 2


def test_fix_tells_programs_too(guide, capsys):
    without_problems(guide)
    main(["check", "guide", "--fix", "--dry-run", "--format", "github"])
    assert '::notice file=guide/chapters/text.md,line=5,col=9,title=SG105::"no" → “no”' in capsys.readouterr().out
    main(["check", "guide", "--fix", "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    Draft202012Validator(problem_data.schema()).validate(found)
    (change,) = found["changes"]
    assert (change["before"], change["after"], change["written"]) == ('"no"', "“no”", True)


def test_nothing_is_corrected_while_a_file_has_problems(guide, capsys):
    before = (guide / "chapters/text.md").read_bytes()
    (guide / "guide.yaml").write_text((guide / "guide.yaml").read_text() + "tilte: x\n")
    assert main(["check", "guide", "--fix"]) == 1
    assert "guide: nothing is corrected while files have problems." in capsys.readouterr().out
    assert (guide / "chapters/text.md").read_bytes() == before


def test_a_build_shows_problems_in_the_same_form(guide, capsys):
    assert main(["build", "guide", "--format", "epub"]) == 1
    assert capsys.readouterr().err.startswith("guide/chapters/text.md:5:23: There is ")


def run(*arguments, cwd):
    command = [sys.executable, "-m", "studyguide", *arguments]
    env = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}}
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=60)


def test_the_guide_is_this_folder_or_guide_in_it(guide):
    without_problems(guide)
    assert run("check", cwd=guide.parent).stdout == "guide: 3 chapters, no problems, 4 remarks\n"
    inside = run("check", cwd=guide)
    assert inside.stdout == ".: 3 chapters, no problems, 4 remarks\n"
    assert "chapters/text.md:5:9: SG105 " in inside.stderr
    assert "guide/" not in inside.stderr
    assert run("list", "editions", cwd=guide).stdout == "student\n"


@pytest.mark.parametrize("command", [("check",), ("build",), ("list", "editions"), ("pdf",), ("facts",), ("upgrade",)])
def test_where_no_guide_is_the_message_says_what_to_do(tmp_path, command):
    done = run(*command, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("studyguide: There is no guide here: ")
    assert re.search(r"begin one with `.+ -m studyguide new`", done.stderr)


def test_no_command_is_a_wish_for_help(capsys):
    assert main([]) == 0
    said = capsys.readouterr().out
    assert said.startswith("usage: studyguide")
    assert "doctor" in said


def test_an_output_folder_inside_the_guide_is_not_part_of_it(guide):
    without_problems(guide)
    first = run("build", "--format", "epub", "--no-pages", cwd=guide)
    assert (first.returncode, first.stderr) == (0, "")
    assert run("build", "--format", "epub", "--no-pages", cwd=guide).stdout == "build/small.epub is up to date\n"
    assert run("check", cwd=guide).returncode == 0


def test_the_task_in_the_documentation_finds_problems_and_remarks(guide, capsys):
    (block,) = pages.blocks("docs/writing.md", "json")
    (task,) = json.loads(block)["tasks"]
    main(["check", "guide"])
    lines = capsys.readouterr().err.splitlines()
    found = {}
    for matcher in task["problemMatcher"]:
        pattern = matcher["pattern"]
        matches = filter(None, (re.match(pattern["regexp"], line) for line in lines))
        found[matcher["severity"]] = [match[pattern["line"]] + match[pattern["message"]] for match in matches]
    assert (len(found["warning"]), len(found["error"])) == (4, 1)
    assert found["error"][0].startswith("5There is ")
