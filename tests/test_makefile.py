"""The Makefile, with a stand-in for the program: which commands are run, and what is set up before."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from studyguide.cli.own_command import STARTER

ROOT = Path(__file__).parent.parent
TARGETS = [
    *("help", "new", "pdf", "epub", "web", "booklet", "worksheets", "organiser", "flashcards", "bookmark", "lessons"),
    *("pack", "slides", "word", "all", "quiz", "cards", "serve", "facts", "check", "test", "mutants", "lint", "judge"),
    "bench",
    "clean",
]

MOST_LINES, WIDEST = 85, 120
"""What a newcomer reads at once."""

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
SETTINGS |= {"BROWSER": "", "CLASS": "x", "FILLABLE": "x", "LONG": "x", "MEASURE": "x"}
"""Variables that a test run may have in its environment: all that the Makefile reads, with values that it refuses."""

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
    (known,) = re.findall(r"(?m)^SETTINGS := (.+)$", (ROOT / "Makefile").read_text("utf-8"))
    assert {*known.split()} == {*SETTINGS, "LOCK", "PYTHON"}
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


def test_make_alone_explains_every_setting(project, make):
    (known,) = re.findall(r"(?m)^SETTINGS := (.+)$", (ROOT / "Makefile").read_text("utf-8"))
    assert re.findall(r"(?m)^  ([A-Z]+)=", make(project).stdout) == known.split()


def test_the_makefile_is_short():
    lines = (ROOT / "Makefile").read_text("utf-8").splitlines()
    assert len(lines) <= MOST_LINES
    assert max(map(len, lines)) <= WIDEST


@pytest.mark.parametrize("group", ["worksheets", "organiser", "flashcards", "bookmark", "lessons", "pack"])
def test_handouts_are_built_with_all_settings(project, make, group):
    make(project, group, "PAPER=letter", "EDITION=whole", "CLASS=28", "FILLABLE=yes")
    fillable = " --fillable" if group == "worksheets" else ""
    assert calls(project) == [f"{group} guide --edition whole --paper letter --class 28 --output build{fillable}"]


def test_word_documents_are_built_with_the_settings(project, make):
    make(project, "word", "EDITION=whole", "PAPER=letter", "THEME=warm")
    assert calls(project) == ["word guide --edition whole --paper letter --theme warm --output build/warm"]


def test_slides_are_built_with_the_settings_that_fit_them(project, make):
    make(project, "slides", "PAPER=letter", "EDITION=whole", "CLASS=28", "THEME=warm")
    assert calls(project) == ["slides guide --edition whole --theme warm --output build/warm"]


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
        ("bookmark", "bookmark guide"),
        ("lessons", "lessons guide"),
        ("worksheets", "worksheets guide"),
        ("all", "build guide --all-editions"),
        ("facts", "facts guide"),
        ("quiz", "quiz guide"),
        ("pack", "pack guide"),
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
        ({"PAPER": "a4"}, "--paper a4 --output build"),
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


def build_for_judges(project, *, check=False):
    return subprocess.run([sys.executable, project / ".ci/judges/build.py", "build/judged"], check=check, timeout=30)


def test_judges_see_what_is_built_for_them_alone(project, make):
    """What was left in `build/` by an earlier version is not theirs to judge."""
    lines = make(project, "-n", "judge", "EDITION=x", "PAPER=letter", "THEME=warm").stdout.splitlines()
    assert [line.partition(" && ")[0] for line in lines if "judges" in line] == [
        ".venv/bin/python .ci/judges/build.py build/judged"
    ]
    (project / "build/judged").mkdir(parents=True)
    (project / "build/judged/left.pdf").touch()
    build_for_judges(project, check=True)
    built = calls(project)
    assert not (project / "build/judged").exists()
    assert len(built) > 10
    assert all(" --output build/judged" in call for call in built)
    assert {call.split()[0] for call in built} == {
        "build",
        "specimen",
        "booklet",
        "worksheets",
        "organiser",
        "flashcards",
        "bookmark",
        "lessons",
        "quiz",
        "cards",
        "slides",
    }


def test_nothing_is_judged_when_something_cannot_be_built(project):
    (project / "fail").touch()
    done = build_for_judges(project)
    assert done.returncode != 0
    assert len(calls(project)) == 1


@pytest.mark.parametrize("target", ["new", "pdf", "worksheets", "all", "quiz", "facts", "check"])
def test_the_program_knows_that_make_started_it(project, make, target):
    """Its messages then name targets, because nobody has a command `studyguide` yet."""
    (project / ".venv/bin/studyguide").write_text(f'#!/bin/sh\nprintf %s "${STARTER}" >started\n')
    assert make(project, target).returncode == 0
    assert (project / "started").read_text() == "make"


def test_the_preview_can_be_without_a_browser(project, make):
    (project / ".venv/bin/studyguide").write_text('#!/bin/sh\nprintf %s "$BROWSER" >browser\n')
    (project / ".venv/ready-serve").write_text("")
    assert make(project, "serve", "BROWSER=none").returncode == 0
    assert (project / "browser").read_text() == "none"


def test_a_new_guide_has_the_name_of_its_title_or_that_of_the_setting(project, make):
    assert make(project, "new").returncode == make(project, "new", "GUIDE=my guide").returncode == 0
    assert make(project, "new", GUIDE="another").returncode == 0
    assert calls(project) == ["new", "new my guide", "new another"]


@pytest.mark.parametrize("name", ["Ann's guide", "a `touch owned` b", "a;touch owned", 'a "b" \\', "a  b", "*", "~"])
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
    ("setting", "message"),
    [
        ("PAPER=a3", "There is no paper 'a3'. Choose one of: a4, a5, half-letter, letter."),
        ("PAPER=a4 letter", "There is no paper 'a4 letter'."),
        ("PAPER=", "argument --paper: the name is empty"),
        ("EDITION=", "argument --edition: the name is empty"),
        ("EDITION=x;touch owned", "There is no edition 'x;touch owned'. Choose one of: "),
        ("EDITION=`touch owned`", "There is no edition '`touch owned`'."),
        ("EDITION=../x", "There is no edition '../x'."),
        ("EDITION=--all-editions", "argument --edition: expected one argument"),
        ("THEME=", "argument --theme: the name is empty"),
        ("THEME=../x", "There is no theme '../x'. Choose one of: "),
        ('THEME=x";touch owned;"', "There is no theme 'x\";touch owned;\"'."),
        ("CLASS=all", "argument --class: 'all' is not a class size; give a whole number from 1 to 1000"),
        ("CLASS=1;touch owned", "argument --class: '1;touch owned' is not a class size"),
        ("GUIDE=nowhere", "There is no folder 'nowhere'."),
        ("GUIDE=$$(touch owned)", "There is no folder '$(touch owned)'."),
    ],
)
def test_a_wrong_value_is_refused_by_the_program(project, make, setting, message):
    program = project / ".venv/bin/studyguide"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m studyguide "$@"\n')
    files = sorted(project.rglob("*"))
    result = make(project, "epub", f"GUIDE={ROOT / 'src/studyguide/specimen'}", setting)
    assert result.returncode == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr
    assert sorted(project.rglob("*")) == files


@pytest.mark.parametrize("setting", ["FILLABLE=true", "FILLABLE=yes please", "FILLABLE=YES", "LONG=x"])
def test_a_switch_is_yes_or_no(project, make, setting):
    result = make(project, "worksheets", setting)
    assert result.returncode == 2
    assert f'{setting.split("=")[0]} is "{setting.split("=")[1]}"' in result.stderr
    assert calls(project) == []


@pytest.mark.parametrize("setting", ["edition=teacher", "Paper=letter", "TEME=warm", "EDITON=x"])
def test_a_setting_that_does_not_exist_is_refused(project, make, setting):
    result = make(project, "pdf", setting)
    assert result.returncode == 2
    assert f"There is no setting {setting.split('=')[0]}. Choose one of: GUIDE PAPER EDITION" in result.stderr
    assert calls(project) == []


@pytest.mark.parametrize("place", ["moved", "a (new) place", "{name}2"])
def test_the_environment_is_made_anew_after_the_folder_moved(project, make, place):
    assert ".ci/setup" not in make(project, "-n", "pdf").stdout
    moved = project.rename(project.with_name(place.format(name=project.name)))
    assert ".ci/setup venv" in make(moved, "-n", "pdf").stdout
    assert ".ci/setup venv dev" in make(moved, "-n", "test").stdout
