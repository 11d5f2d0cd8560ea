"""No command opens a file outside the guide, the styles, the fonts, the program and where it writes to.

An audit hook hears every file that is opened and every folder that is listed, in a process of its own.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from studyguide.paths import specimen_folder, styles_folder

HOOK = """
import os, sys
allowed = tuple(sys.argv.pop(1).split(os.pathsep))
heard = []

def hear(event, arguments):
    if event in {"open", "os.listdir", "os.scandir"} and isinstance(arguments[0], (str, bytes, os.PathLike)):
        path = os.path.realpath(os.fsdecode(os.fspath(arguments[0]) or "."))
        if not path.startswith(allowed) and path not in heard:
            heard.append(path)

sys.addaudithook(hear)
from studyguide.cli import main
code = main(sys.argv[1:])
print("HEARD", heard, file=sys.stderr)
sys.exit(code)
"""
SYSTEM = (
    *("/usr/lib", "/usr/share", "/lib", "/etc/ld", "/etc/fonts", "/etc/mime.types"),
    *("/dev/null", "/dev/urandom", "/proc", "/sys"),
)
"""What Python, Pango and the loader of libraries read of every machine."""
COMMANDS = (
    *(["build", "guide", "--output", "out", "--workers", "1", "--format", name] for name in ("pdf", "epub", "web")),
    ["booklet", "guide", "--output", "out", "--workers", "1"],
    *([name, "guide", "--output", "out", "--workers", "1"] for name in ("organiser", "flashcards")),
    ["worksheets", "guide", "--output", "out", "--workers", "1", "--sheet", "quiz", "--tier", "core"],
    ["check", "guide"],
    ["facts", "guide", "--output", "out"],
    ["list", "editions", "guide"],
    ["list", "themes"],
    ["schema", "guide"],
)


@pytest.fixture
def home(tmp_path):
    """A home folder with files that programs like to read, and a guide somewhere else."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in (".igraphrc", ".netrc", ".pythonrc.py", ".config", "canary.css", "canary.csl", "canary.png"):
        (folder / name).write_text("canary")
    shutil.copytree(specimen_folder(), tmp_path / "work" / "guide")
    return folder


def heard(home: Path, *arguments: str) -> tuple[str, str]:
    """What a command opened outside, and what it said."""
    work = home.parent / "work"
    source, fonts = Path(__file__).parents[1] / "src", home.parent / "fonts"
    fonts.mkdir(exist_ok=True)
    roots = (work, fonts, styles_folder(), sys.prefix, sys.base_prefix, source)
    allowed = os.pathsep.join([*(os.path.realpath(root) for root in roots), *SYSTEM])
    command = [sys.executable, "-c", HOOK, allowed, *arguments]
    env = {"HOME": str(home), "TMPDIR": str(fonts), "PYTHONPATH": str(source), "LANG": "C.UTF-8"}
    done = subprocess.run(command, cwd=work, env=env, capture_output=True, text=True, check=False, timeout=240)
    said, _, found = done.stderr.rpartition("HEARD ")
    return found.strip(), done.stdout + said


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_opens_anything_outside(home, command):
    found, said = heard(home, *command)
    assert found == "[]", said


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
def test_nothing_that_leads_outside_is_opened(home, link, command):
    LINKS[link](home.parent / "work" / "guide", home)
    more = ["--output", "out", "--format", "epub", "--no-pages"] if command == "build" else []
    found, said = heard(home, command, "guide", *more)
    assert found == "[]", said
    assert "problem" in said
    assert "Traceback" not in said
    assert "canary" not in (home.parent / "work" / "out").name


@pytest.mark.parametrize("theme", ["../../x", "/etc/passwd", "quiet.css", "..", "quiet/../quiet"])
def test_a_theme_by_its_path_is_none(home, theme):
    found, said = heard(home, "build", "guide", "--output", "out", "--format", "epub", "--no-pages", "--theme", theme)
    assert found == "[]"
    assert f"There is no theme '{theme}'" in said


@pytest.mark.parametrize("place", ["images/film.png", "chapters/film.yaml"])
def test_a_stray_file_of_three_gigabytes_is_not_read(home, place):
    """It is sparse; read whole, it would not fit into what the process may take."""
    with (home.parent / "work" / "guide" / place).open("wb") as file:
        file.truncate(3_000_000_000)
    code = "import resource; resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000,) * 2)\n" + HOOK
    more = ["build", "guide", "--output", "out", "--format", "epub", "--no-pages"]
    env = {"HOME": str(home), "PYTHONPATH": str(Path(__file__).parents[1] / "src")}
    command = [sys.executable, "-c", code, "/", *more]
    done = subprocess.run(
        command, cwd=home.parent / "work", env=env, capture_output=True, text=True, check=False, timeout=60
    )
    assert "Traceback" not in done.stderr
    assert ("This chapter is not listed" in done.stderr) if place.startswith("chapters") else done.returncode == 0
