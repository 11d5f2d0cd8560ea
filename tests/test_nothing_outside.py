"""No command opens a file outside the guide, the styles, the fonts, the program and where it writes to.

An audit hook hears every file that is opened and every folder that is listed, in a process of its own.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Self

import pytest

from studyguide.support.paths import specimen_folder, styles_folder
from tests import few_chapters

HOOK = """
import contextlib, io, json, multiprocessing, os, sys, tempfile, traceback
allowed = tuple(sys.argv[1].split(os.pathsep))
heard = tempfile.TemporaryFile()

def hear(event, arguments):
    if event in {"open", "os.listdir", "os.scandir"} and isinstance(arguments[0], (str, bytes, os.PathLike)):
        path = os.path.realpath(os.fsdecode(os.fspath(arguments[0]) or "."))
        # Python 3.13.0 tries whether a folder above a package is a zip file, which opens nothing
        above = event == "open" and os.path.isdir(path) and any(root.startswith(path + os.sep) for root in allowed)
        if not path.startswith(allowed) and not above:
            os.write(heard.fileno(), os.fsencode(path) + bytes(1))

sys.addaudithook(hear)
from studyguide.support import processes
from studyguide.cli import main
processes.FORKS = False
processes.context = lambda: multiprocessing.get_context("fork")  # so that processes for builds are heard, too
for line in sys.stdin:
    os.ftruncate(heard.fileno(), 0)
    heard.seek(0)
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            code = main(json.loads(line))
        except BaseException as error:
            traceback.print_exc()
            code = repr(error)
    heard.seek(0)
    opened = {os.fsdecode(path) for path in heard.read().split(bytes(1)) if path}
    print(json.dumps([code, sorted(opened), said.getvalue()]), flush=True)
"""
"""A process that runs one command after the other, and says of each its exit code, what it opened and what it said."""

SYSTEM = (
    *("/usr/lib", "/usr/share", "/lib", "/etc/ld", "/etc/fonts", "/etc/mime.types"),
    *("/dev/null", "/dev/urandom", "/proc", "/sys"),
)
"""What Python, Pango and the loader of libraries read of every machine."""
COMMANDS = (
    *(
        ["build", "guide", "--output", "out", "--workers", "1", "--format", name]
        for name in ("pdf", "epub", "web", "docx")
    ),
    ["booklet", "guide", "--output", "out", "--workers", "1"],
    *([name, "guide", "--output", "out", "--workers", "1"] for name in ("organiser", "flashcards")),
    *([name, str(specimen_folder()), "--output", "out", "--workers", "1"] for name in ("bookmark", "lessons")),
    ["worksheets", "guide", "--output", "out", "--workers", "1", "--sheet", "quiz", "--tier", "core"],
    ["worksheets", "guide", "--output", "out", "--workers", "1", "--sheet", "quiz", "--format", "docx"],
    ["check", "guide"],
    ["check", "guide", "--fix", "--format", "github"],
    ["check", "guide", "--context"],
    ["upgrade", "guide"],
    ["facts", "guide", "--output", "out"],
    ["questions", "guide", "--output", "out"],
    *([name, str(specimen_folder()), "--output", "out"] for name in ("quiz", "cards")),
    ["add", "picture", "guide/images/bolt.svg", "--guide", "guide", "--name", "new"],
    ["list", "editions", "guide"],
    ["list", "themes"],
    ["schema", "guide"],
    ["explain", "plot.parts"],
    ["explain", "SG101"],
    ["completion", "zsh"],
    ["specimen", "--output", "out", "--workers", "1", "--format", "epub", "--no-pages"],
)


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    """A home folder with files that programs like to read, and a process that runs commands somewhere else."""
    with Machine(tmp_path_factory.mktemp("machine")) as machine:
        yield machine


class Machine:
    """Runs commands, in a folder for each, and hears what they open outside it."""

    def __init__(self, root: Path) -> None:
        self.home, self.work, self._fonts = root / "home", root / "work", root / "fonts"
        for folder in (self.home, self.work, self._fonts):
            folder.mkdir()
        for name in (".igraphrc", ".netrc", ".pythonrc.py", ".config", "canary.css", "canary.csl", "canary.png"):
            (self.home / name).write_text("not for guides")

    def __enter__(self) -> Self:
        source = Path(__file__).parents[1] / "src"
        roots = (self.work, self._fonts, styles_folder(), sys.prefix, sys.base_prefix, source)
        allowed = os.pathsep.join([*(os.path.realpath(root) for root in roots), *SYSTEM])
        env = {"HOME": str(self.home), "TMPDIR": str(self._fonts), "PYTHONPATH": str(source), "LANG": "C.UTF-8"}
        command = [sys.executable, "-c", HOOK, allowed]
        self._process = subprocess.Popen(
            command, cwd=self.work, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._process.stdin.close()
        self._process.stdout.close()
        assert self._process.wait(10) == 0

    def run(self, *arguments: str) -> tuple[int, list[str], str]:
        """The exit code of a command, what it opened outside, and what it said."""
        self._process.stdin.write(json.dumps(arguments) + "\n")
        self._process.stdin.flush()
        return tuple(json.loads(self._process.stdout.readline()))

    def guide(self) -> Path:
        """A new guide of few chapters, in place of the last one."""
        shutil.rmtree(self.work / "guide", ignore_errors=True)
        return few_chapters.guide(self.work / "guide")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_opens_anything_outside(machine, command):
    machine.guide()
    code, found, said = machine.run(*command)
    assert found == [], said
    assert code == 0, said


def test_adding_questions_and_pictures_opens_only_what_is_named(machine):
    guide = machine.guide()
    for suffix in ("csv", "xlsx"):
        (machine.work / f"new.{suffix}").unlink(missing_ok=True)
        assert machine.run("add", "questions", "--template", f"new.{suffix}")[:2] == (0, [])
    for name in ("new.csv", "new.xlsx"):
        code, found, said = machine.run("add", "questions", name, "--guide", "guide", "--set", name)
        assert (code, found) == (0, []), said  # the second has the same questions, which are skipped
    for suffix in ("heic", "png"):
        source = Path(__file__).parent / "imports/telephone.heic"
        file = shutil.copy(source if suffix == "heic" else guide / "images/face.png", machine.work / f"a.{suffix}")
        assert machine.run("add", "picture", str(file), "--guide", "guide", "--name", suffix)[:2] == (0, [])


def test_files_opened_outside_are_recorded(machine):
    (machine.home / "guide.yaml").write_text("not for guides")
    assert str(machine.home / "guide.yaml") in machine.run("check", str(machine.home))[1]


LINKS = {
    "images": lambda guide, home: relink(guide / "images", home),
    "chapters": lambda guide, home: relink(guide / "chapters", home),
    "a picture": lambda guide, home: relink(guide / "images" / "bolt.svg", home / "canary.png"),
    "a chapter": lambda guide, home: relink(guide / "chapters" / "plot.yaml", home / "canary.css"),
    "sources": lambda guide, home: relink(guide / "sources.yaml", home / "canary.css"),
    "guide.yaml": lambda guide, home: relink(guide / "guide.yaml", home / "canary.css"),
    "a citation style": lambda guide, home: extend(guide, f"citation_style: {dots(guide)}{home}/canary"),
    "a dotted citation style": lambda guide, home: extend(guide, "citation_style: ../../../../home/canary.csl"),
    "a theme": lambda guide, home: edit(guide, "theme: large-print\n", f"theme: {dots(guide)}{home}/canary\n"),
    "a paper": lambda guide, home: edit(guide, "paper: letter", f"paper: ../../..{home}/canary"),
    "a font": lambda guide, home: edit(guide, "theme: large-print\n", "theme: ../themes/quiet\n"),
}


def relink(path: Path, target: Path) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    path.symlink_to(target)


def extend(guide: Path, line: str) -> None:
    (guide / "guide.yaml").write_text((guide / "guide.yaml").read_text("utf-8") + line + "\n", "utf-8")


def edit(guide: Path, old: str, new: str) -> None:
    text = (guide / "guide.yaml").read_text("utf-8")
    assert old in text
    (guide / "guide.yaml").write_text(text.replace(old, new), "utf-8")


def dots(_guide: Path) -> str:
    return "../" * 30 + "."


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("link", LINKS)
def test_nothing_that_leads_outside_is_opened(machine, link, command):
    LINKS[link](machine.guide(), machine.home)
    more = ["--output", "out", "--format", "epub", "--no-pages"] if command == "build" else []
    code, found, said = machine.run(command, "guide", *more)
    assert (code, found) == (1, []), said
    assert "problem" in said
    assert "Traceback" not in said
    assert "not for guides" not in said


@pytest.mark.parametrize("theme", ["../../x", "/etc/passwd", "quiet.css", "..", "quiet/../quiet"])
def test_a_theme_by_its_path_is_none(machine, theme):
    machine.guide()
    _, found, said = machine.run(
        "build", "guide", "--output", "out", "--format", "epub", "--no-pages", "--theme", theme
    )
    assert found == []
    assert f"There is no theme '{theme}'" in said


@pytest.mark.parametrize("place", ["images/film.png", "chapters/film.yaml"])
def test_a_stray_file_of_three_gigabytes_is_not_read(tmp_path, place):
    """It is sparse; read whole, it would not fit into what the process may take."""
    shutil.copytree(specimen_folder(), tmp_path / "guide")
    with (tmp_path / "guide" / place).open("wb") as file:
        file.truncate(3_000_000_000)
    code = "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000,) * 2)\n"
    code += "from studyguide.cli import main; sys.exit(main(sys.argv[1:]))"
    more = ["build", "guide", "--output", "out", "--format", "epub", "--no-pages"]
    env = {"HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[1] / "src")}
    done = subprocess.run(
        [sys.executable, "-c", code, *more], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr
    assert ("This chapter is not listed" in done.stderr) if place.startswith("chapters") else done.returncode == 0
