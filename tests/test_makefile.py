"""The Makefile, with a stand-in for the program: which commands are run, and what is set up before."""

import os
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TARGETS = [
    *("help", "pdf", "epub", "web", "booklet", "worksheets", "organiser", "flashcards", "all"),
    *("facts", "check", "test", "mutants", "lint", "judge", "bench", "clean"),
]

# Notes its own arguments; fails where a file `fail` stands.
PROGRAM = """#!/bin/sh
echo "$@" >> calls
[ ! -e fail ]
"""


@pytest.fixture
def project(tmp_path):
    """Lay out a checkout with a guide and an environment that is set up already."""
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci", ignore=shutil.ignore_patterns("node_modules"))
    for folder in ("guide", "styles", "src/studyguide", ".venv/bin"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / ".venv/bin/studyguide").write_text(PROGRAM)
    (tmp_path / ".venv/bin/studyguide").chmod(0o755)
    age(tmp_path)
    for stamp in ("ready", "ready-dev", "pango"):
        (tmp_path / ".venv" / stamp).write_text(f"{tmp_path.resolve()}\n")
        os.utime(tmp_path / ".venv" / stamp, (time.time() - 1800,) * 2)
    return tmp_path


def age(folder: Path) -> None:
    """Make everything an hour old, so that the next change is certainly newer than the next build."""
    for path in [folder, *folder.rglob("*")]:
        os.utime(path, (time.time() - 3600,) * 2)


SETTINGS = {"GUIDE": "x", "PAPER": "a3", "EDITION": "/", "THEME": "/"}
SETTINGS |= {"CLASS": "x", "FILLABLE": "x", "LONG": "x", "MEASURE": "x"}
"""What the environment of whoever runs the tests may hold: all that the Makefile reads, with values that it refuses."""

OURS = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES", *SETTINGS}


@pytest.fixture
def make(program):
    """Run make as from a fresh terminal, although the tests themselves may run under make, or with settings of it."""

    def run(project, *arguments, **environment):
        clean = {k: v for k, v in os.environ.items() if k not in OURS}
        return subprocess.run(
            [program("make"), *arguments],
            cwd=project,
            env=clean | environment,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
            stdin=subprocess.DEVNULL,
        )

    return run


def test_settings_of_the_environment_change_no_test(project, make, monkeypatch):
    assert set(re.findall(r"(?m)^(\w+) \?=", (ROOT / "Makefile").read_text("utf-8"))) == set(SETTINGS)
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)
    assert make(project, "pdf").returncode == 0
    assert make(project, "pdf", **SETTINGS).returncode == 2


def calls(project):
    return (project / "calls").read_text().splitlines() if (project / "calls").exists() else []


def test_make_alone_lists_every_target(project, make):
    listed = [line.split()[1] for line in make(project).stdout.splitlines() if line.startswith("  make ")]
    assert listed == TARGETS
    assert calls(project) == []


@pytest.mark.parametrize("group", ["worksheets", "organiser", "flashcards"])
def test_handouts_are_built_with_all_settings(project, make, group):
    make(project, group, "PAPER=letter", "EDITION=whole", "CLASS=28", "FILLABLE=yes")
    fillable = " --fillable" if group == "worksheets" else ""
    assert calls(project) == [f"{group} guide --edition whole --paper letter --class 28{fillable} --output build"]


def test_worksheets_are_for_paper_unless_they_are_wanted_fillable(project, make):
    make(project, "worksheets", FILLABLE="no")
    assert calls(project) == ["worksheets guide --output build"]


@pytest.mark.parametrize(
    ("target", "command"),
    [
        ("pdf", "build guide --format pdf"),
        ("epub", "build guide --format epub"),
        ("web", "build guide --format web"),
        ("booklet", "booklet guide"),
        ("organiser", "organiser guide"),
        ("flashcards", "flashcards guide"),
        ("worksheets", "worksheets guide"),
        ("all", "build guide --all-editions"),
        ("facts", "facts guide"),
    ],
)
def test_the_program_is_asked_each_time_and_knows_what_is_up_to_date(project, make, target, command):
    for _ in range(2):
        assert (make(project, target).returncode, make(project, "check").returncode) == (0, 0)
    assert calls(project) == [f"{command} --output build", "check guide"] * 2


@pytest.mark.parametrize(
    ("settings", "options"),
    [
        ({}, "--output build"),
        ({"PAPER": "letter"}, "--paper letter --output build"),
        ({"EDITION": "teacher"}, "--edition teacher --output build"),
        ({"THEME": "warm"}, "--theme warm --output build/warm"),
        ({"CLASS": "28"}, "--class 28 --output build"),
        (
            {"EDITION": "teacher", "PAPER": "a5", "THEME": "warm", "CLASS": "28"},
            "--edition teacher --paper a5 --theme warm --class 28 --output build/warm",
        ),
    ],
)
def test_settings_become_options(project, make, settings, options):
    assert make(project, "pdf", *(f"{k}={v}" for k, v in settings.items())).returncode == 0
    assert make(project, "pdf", **settings).returncode == 0
    assert calls(project) == [f"build guide --format pdf {options}"] * 2


def test_all_editions_are_built_whichever_is_set(project, make):
    make(project, "all", "EDITION=teacher", "PAPER=letter")
    assert calls(project) == ["build guide --all-editions --paper letter --output build"]


def test_what_the_program_refuses_is_a_failure(project, make):
    (project / "fail").touch()
    assert make(project, "pdf").returncode != 0


def test_the_pdf_comes_first_because_the_e_book_has_its_page_numbers(project, make):
    assert make(project, "epub", "pdf").returncode == 0
    assert calls(project) == ["build guide --format pdf --output build", "build guide --format epub --output build"]


def test_an_e_book_needs_no_pango(project, make):
    (project / ".venv/pango").unlink()
    assert make(project, "epub").returncode == 0
    assert calls(project) == ["build guide --format epub --output build"]


def test_judges_see_what_is_built_for_them_alone(project, make):
    """What was left in `build/` by an earlier version is not theirs to judge."""
    lines = make(project, "-n", "judge", "EDITION=x", "PAPER=letter", "THEME=warm").stdout.splitlines()
    built = [number for number, line in enumerate(lines) if line.startswith(".venv/bin/studyguide")]
    judged, emptied = lines.index(".venv/bin/python .ci/judges build/judged"), lines.index("rm -rf build/judged")
    assert len(built) > 10
    assert emptied < min(built) < max(built) < judged
    assert all("--output build/judged" in lines[number] for number in built)


@pytest.mark.parametrize("name", ["Ann's guide", "a `touch owned` b", "a;touch owned", 'a "b" \\'])
def test_a_guide_may_have_any_name(project, make, name):
    assert make(project, "pdf", GUIDE=name).returncode == 0
    assert not (project / "owned").exists()
    assert calls(project) == [f"build {name} --format pdf --output build"]


@pytest.mark.parametrize(
    "line", ["name: $(shell touch owned)", "name: `touch owned`", "name: x  # much", "name: 'x'", "name: [x"]
)
def test_what_a_guide_says_is_not_read(project, make, line):
    """So no name can mislead it, and none is missed: the program reads YAML, with comments and quotes."""
    (project / "guide/guide.yaml").write_text(f"{line}\n")
    assert make(project, "pdf").returncode == 0
    assert not (project / "owned").exists()
    assert calls(project) == ["build guide --format pdf --output build"]


@pytest.mark.parametrize(
    "setting",
    [
        "PAPER=a3",
        "PAPER=a4 letter",
        "PAPER=",
        "EDITION=x;touch owned",
        "EDITION=../x",
        "CLASS=all",
        "CLASS=1;touch owned",
    ],
)
def test_settings_that_cannot_be(project, make, setting):
    result = make(project, "pdf", setting)
    assert result.returncode == 2
    assert setting.split("=")[0] + " is " in result.stderr
    assert not (project / "owned").exists()


@pytest.mark.parametrize("setting", ["edition=teacher", "Paper=letter", "TEME=warm", "EDITON=x"])
def test_a_setting_that_does_not_exist_is_refused(project, make, setting):
    result = make(project, "pdf", setting)
    assert result.returncode == 2
    assert f"There is no setting {setting.split('=')[0]}. Choose one of: GUIDE PAPER EDITION" in result.stderr
    assert calls(project) == []


def test_the_environment_is_made_anew_after_the_folder_moved(project, make):
    assert ".ci/setup" not in make(project, "-n", "pdf").stdout
    moved = project.rename(project.with_name("moved"))
    assert ".ci/setup venv" in make(moved, "-n", "pdf").stdout
    assert ".ci/setup venv dev" in make(moved, "-n", "test").stdout
