"""The Makefile, with a stand-in for the builder: what is built, when, under which name."""

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
    *("facts", "check", "test", "lint", "judge", "bench", "clean"),
]

# Writes its own arguments to the file a real build would write, or makes the folder; fails where a file `fail` stands.
BUILDER = """#!/bin/sh
echo "$@" >> calls
[ ! -e fail ] || exit 1
for last; do :; done
case "$*" in (*" pdf "*|booklet*|worksheets*|organiser*|flashcards*) suffix=pdf;; (*) suffix=epub;; esac
case "$*" in (*" web "*) mkdir -p "$(cat target)-web";; (*) echo "$@" > "$(cat target).$suffix";; esac
"""


@pytest.fixture
def project(tmp_path):
    """Lay out a checkout with a guide and an environment that is set up already."""
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / ".ci", tmp_path / ".ci", ignore=shutil.ignore_patterns("node_modules"))
    for folder in ("guide/images", "styles", "src/studyguide", ".venv/bin"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "guide/guide.yaml").write_text(
        "title: Much\nname: much-ado\neditions:\n  - {id: whole, title: Whole}\n  - id: teacher\n"
    )
    (tmp_path / "target").write_text("build/much-ado")
    (tmp_path / ".venv/bin/studyguide").write_text(BUILDER)
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


SETTINGS = {"GUIDE": "x", "PAPER": "a3", "EDITION": "/", "THEME": "/", "CLASS": "x", "FILLABLE": "x", "MEASURE": "x"}
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


def test_the_second_make_does_nothing_and_says_so(project, make):
    assert make(project, "pdf").returncode == 0
    assert make(project, "pdf").stdout == "build/much-ado.pdf is up to date\n"
    assert make(project, "epub").returncode == 0
    assert make(project, "epub").stdout == "build/much-ado.epub is up to date\n"
    assert make(project, "web").returncode == 0
    assert make(project, "web").stdout == "build/much-ado-web is up to date\n"
    assert calls(project) == [f"build guide --format {name} --output build" for name in ("pdf", "epub", "web")]


@pytest.mark.parametrize(
    "change",
    [
        lambda p: (p / "guide/guide.yaml").write_text("name: much-ado\n"),
        lambda p: (p / "guide/images/a: $b's #1.png").write_text("x"),
        lambda p: (p / "guide/images/old.png").unlink(),
        lambda p: (p / "guide/images/old.png").rename(p / "guide/images/new.png"),
        lambda p: (p / "styles/base.css").write_text("x"),
        lambda p: (p / "src/studyguide/build.py").write_text("x"),
    ],
    ids=["edited", "added", "removed", "renamed", "style", "code"],
)
def test_a_change_is_noticed(project, make, change):
    (project / "guide/images/old.png").write_text("x")
    age(project / "guide")
    make(project, "pdf")
    time.sleep(0.02)
    change(project)
    make(project, "pdf")
    assert len(calls(project)) == 2
    make(project, "pdf")
    assert len(calls(project)) == 2


def test_what_is_saved_during_a_build_is_built_next_time(project, make):
    builder = project / ".venv/bin/studyguide"
    builder.write_text(BUILDER + "sleep 0.1\n[ -e guide/note ] || touch guide/note\n")
    make(project, "pdf")
    make(project, "pdf")
    make(project, "pdf")
    assert len(calls(project)) == 2


def test_a_failed_build_leaves_the_last_good_file(project, make):
    make(project, "pdf")
    good = (project / "build/much-ado.pdf").read_text()
    (project / "fail").touch()
    (project / "guide/guide.yaml").write_text("name: much-ado\n")
    assert make(project, "pdf").returncode != 0
    assert (project / "build/much-ado.pdf").read_text() == good
    (project / "fail").unlink()
    assert make(project, "pdf").returncode == 0
    assert len(calls(project)) == 3


@pytest.mark.parametrize(
    ("settings", "target"),
    [
        ({}, "much-ado.pdf"),
        ({"PAPER": "letter"}, "much-ado-letter.pdf"),
        ({"EDITION": "teacher"}, "much-ado-teacher.pdf"),
        ({"EDITION": "whole"}, "much-ado.pdf"),
        ({"EDITION": "teacher", "PAPER": "letter"}, "much-ado-teacher-letter.pdf"),
        ({"PAPER": "a5", "CLASS": "28"}, "much-ado-a5.pdf"),
    ],
)
def test_names_of_files(project, make, settings, target):
    as_arguments = make(project, "-n", "pdf", *(f"{k}={v}" for k, v in settings.items()))
    in_environment = make(project, "-n", "pdf", **settings)
    assert f'-r "$began" build/{target}\n' in as_arguments.stdout
    assert as_arguments.stdout == in_environment.stdout


def test_an_e_book_is_named_after_the_paper_whose_page_numbers_it_has(project, make):
    assert '-r "$began" build/much-ado-letter.epub\n' in make(project, "-n", "epub", "PAPER=letter").stdout


def test_the_pdf_comes_first_because_the_e_book_has_its_page_numbers(project, make):
    assert make(project, "epub", "pdf").returncode == 0
    assert calls(project) == ["build guide --format pdf --output build", "build guide --format epub --output build"]


def test_an_e_book_is_built_again_when_pango_comes(project, make):
    (project / ".venv/pango").unlink(missing_ok=True)
    make(project, "epub")
    time.sleep(0.02)
    (project / ".venv/pango").touch()
    make(project, "epub")
    make(project, "epub")
    assert len(calls(project)) == 2


@pytest.mark.parametrize(
    ("settings", "target", "options"),
    [
        ([], "much-ado-booklet", ""),
        (["PAPER=letter"], "much-ado-booklet-letter", " --paper letter"),
        (["EDITION=teacher", "PAPER=letter"], "much-ado-teacher-booklet-letter", " --edition teacher --paper letter"),
    ],
)
def test_a_booklet_has_a_name_of_its_own(project, make, settings, target, options):
    (project / "target").write_text(f"build/{target}")
    assert make(project, "booklet", *settings).returncode == 0
    assert make(project, "booklet", *settings).stdout == f"build/{target}.pdf is up to date\n"
    assert calls(project) == [f"booklet guide{options} --output build"]


def test_who_asks_for_a_class_is_told_even_if_nothing_has_changed(project, make):
    make(project, "pdf")
    assert make(project, "pdf", "CLASS=28").stdout == ""
    assert make(project, "pdf", "CLASS=").stdout == "build/much-ado.pdf is up to date\n"
    assert calls(project)[1:] == ["build guide --format pdf --class 28 --output build"]


@pytest.mark.parametrize("line", ["name: ../../etc/x", "name: a b", "name: $(touch owned)", "name: `touch owned`", ""])
def test_a_hostile_name_never_becomes_a_path(project, make, line):
    (project / "guide/guide.yaml").write_text(f"title: x\n{line}\n")
    (project / "target").write_text("build/unnamed")
    make(project, "pdf")
    assert not (project / "owned").exists()
    assert [path.name for path in (project / "build").iterdir()] == ["unnamed.pdf"]


def test_a_guide_whose_folder_has_spaces_and_quotes(project, make):
    (project / "guide").rename(project / "Ann's guide")
    assert make(project, "pdf", "GUIDE=Ann's guide").returncode == 0
    assert make(project, "pdf", "GUIDE=Ann's guide").stdout == "build/much-ado.pdf is up to date\n"
    assert calls(project) == ["build Ann's guide --format pdf --output build"]


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


def test_the_environment_is_made_anew_after_the_folder_moved(project, make):
    assert ".ci/setup" not in make(project, "-n", "pdf").stdout
    moved = project.rename(project.with_name("moved"))
    assert ".ci/setup venv" in make(moved, "-n", "pdf").stdout
    assert ".ci/setup venv dev" in make(moved, "-n", "test").stdout
