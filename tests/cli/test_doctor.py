"""The command that looks at the machine: each thing that may be missing, and that it works where nothing else does."""

import ctypes
import json
import os
import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from shlex import quote

import pytest

from studyguide.cli import main
from studyguide.cli.doctor import folders, fonts, guide_files, installers, libraries, packages, programs
from studyguide.cli.doctor.finding import Finding, looked_at
from studyguide.themes.fonts import families

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests/lint/problems/base"
SETUP = (ROOT / ".ci/setup").read_text("utf-8")


@pytest.fixture(autouse=True)
def debian(monkeypatch):
    """A Debian machine, used by somebody who is not root."""
    monkeypatch.setattr(installers, "installer", lambda: "apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


@pytest.fixture
def guide(tmp_path):
    return Path(shutil.copytree(BASE, tmp_path / "guide"))


def stopping(findings):
    """What stops builds: the name and the command that mends it."""
    return {finding.name: finding.mend for finding in findings if finding.stops_builds}


def test_this_machine_is_ready_except_for_what_only_pages_need(guide, capsys, monkeypatch):
    monkeypatch.chdir(guide.parent)
    monkeypatch.setattr(libraries, "LIBRARIES", {})
    monkeypatch.setattr(libraries, "weasyprint", lambda: iter(()))
    assert main(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "Ready to build."
    assert "ok       guide: guide has the form of studyguide" in "\n".join(lines)
    assert "missing  schemas (optional): " in "\n".join(lines)
    assert "         studyguide schema --output guide/.schemas" in lines


def test_without_a_guide_the_machine_alone_is_looked_at(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(libraries, "weasyprint", lambda: iter(()))
    main(["doctor", "--format", "json"])
    names = {each["name"] for each in json.loads(capsys.readouterr().out)["findings"]}
    assert {"Python", "Pango", "fonts", "output folder"} <= names
    assert not {"guide", "schemas"} & names
    assert main(["doctor", "nowhere"]) == 2


def test_the_libraries_of_this_machine_are_those_that_the_loader_finds():
    found = {each.name: each for each in libraries.libraries()}
    for name, (files, _) in libraries.LIBRARIES.items():
        there = any(loads(file) for file in files)
        assert (found[name].state == "ok") is there
        assert there or found[name].mend.startswith("sudo apt-get install libpango-1.0-0 ")


def loads(file):
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def test_without_pango_it_says_so_with_the_command(monkeypatch, tmp_path, capsys):
    """No library of the system loads, so nothing that lays out pages can be imported."""
    monkeypatch.chdir(tmp_path)

    def missing(name, *_args, **_more):
        raise OSError(f"{name}: cannot open shared object file")

    monkeypatch.setattr(ctypes, "CDLL", missing)
    assert main(["doctor"]) == 1
    said = capsys.readouterr().out
    assert "missing  Pango: a PDF, and page numbers in an e-book, need it" in said
    assert "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in said
    assert re.search(r"\d of the things that building needs are missing or wrong\.\n$", said)


@pytest.mark.parametrize("module", ["weasyprint", "pydantic", "yaml", "fontpkg", "packaging", "uharfbuzz", "lxml"])
def test_a_package_that_cannot_be_loaded_is_no_traceback(guide, module):
    code = (
        f"import sys; sys.modules[{module!r}] = None\n"
        "from studyguide.cli.doctor import libraries\n"
        "libraries.weasyprint = lambda: iter(())\n"
        "from studyguide.cli import main\n"
        f"print(main(['doctor', {str(guide)!r}]))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert (run.returncode, run.stderr) == (0, "")
    assert "Python: " in run.stdout
    assert ("cannot be looked at" in run.stdout) is (module in {"pydantic", "yaml", "fontpkg", "packaging"})


def test_an_old_pango_is_wrong(monkeypatch):
    monkeypatch.setattr(libraries, "_version", lambda _files, function: "1.43.9" if "pango" in function else "9")
    found = {each.name: each for each in libraries.libraries()}
    assert (found["Pango"].state, found["Pango"].said) == ("wrong", "1.43.9, and 1.44 or newer is needed")


@pytest.mark.parametrize(
    ("code", "state", "said"),
    [("print(70)", "ok", "70"), ("raise OSError('no pango')", "wrong", "it cannot be loaded: OSError: no pango")],
)
def test_weasyprint_is_asked_in_a_process_of_its_own(monkeypatch, code, state, said):
    run = subprocess.run
    libraries._weasyprint.cache_clear()  # noqa: SLF001 (this process has one answer)
    monkeypatch.setattr(subprocess, "run", lambda command, **more: run([*command[:-1], code], **more))
    (found,) = libraries.weasyprint()
    libraries._weasyprint.cache_clear()  # noqa: SLF001
    assert (found.state, found.said) == (state, said)


def test_libraries_that_only_weasyprint_finds_are_there(monkeypatch):
    monkeypatch.setattr(libraries, "_version", lambda *_: None)
    monkeypatch.setattr(libraries, "_weasyprint", lambda: subprocess.CompletedProcess([], 0, "70.0", ""))
    for platform, is_there in (("darwin", True), ("linux", False)):
        monkeypatch.setattr(sys, "platform", platform)
        assert ("Pango" in stopping(libraries.libraries())) is not is_there


def test_packages_are_compared_with_what_the_project_asks_for(monkeypatch):
    versions = {"Babel": "1.0", "weasyprint": "70.1"}

    def version(name):
        if name == "lxml":
            raise metadata.PackageNotFoundError(name)
        return versions.get(name, "9999")

    monkeypatch.setattr(packages, "requirements", lambda: ["Babel>=2.18,<3", "weasyprint>=70.0,<71", "lxml>=5.3,<7"])
    monkeypatch.setattr(metadata, "version", version)
    assert stopping(packages.packages()) == {
        "package Babel": f"{quote(sys.executable)} -m pip install 'Babel<3,>=2.18'",
        "package lxml": f"{quote(sys.executable)} -m pip install 'lxml<7,>=5.3'",
    }


def test_requirements_are_those_of_the_checkout_or_of_the_installed_package(monkeypatch):
    assert any(text.startswith("weasyprint") for text in packages.requirements())
    monkeypatch.setattr(installers, "checkout", lambda: None)
    monkeypatch.setattr(metadata, "requires", lambda _: ["a>=1", 'pytest; extra == "dev"'])
    assert packages.requirements() == ["a>=1"]


def test_an_environment_that_was_moved_is_wrong(monkeypatch, tmp_path):
    monkeypatch.setattr(installers, "checkout", lambda: tmp_path)
    assert [*packages.environment()] == []
    (tmp_path / ".venv").mkdir()
    for folder, state in ((tmp_path, "ok"), ("/elsewhere", "wrong")):
        (tmp_path / ".venv/ready").write_text(f"{os.path.realpath(folder)}\n")
        assert [each.state for each in packages.environment()] == [state]


def test_an_old_python_is_wrong(monkeypatch):
    monkeypatch.setattr(packages, "OLDEST", (99, 0))
    assert stopping(packages.python()) == {"Python": "sudo apt-get install python3"}
    monkeypatch.undo()
    wanted = re.search(r'requires-python = ">=(\d+)\.(\d+)"', (ROOT / "pyproject.toml").read_text("utf-8"))
    assert tuple(map(int, wanted.groups())) == packages.OLDEST


def test_a_missing_font_names_its_package(monkeypatch):
    assert stopping(fonts.fonts()) == {}
    faces = families.faces
    monkeypatch.setattr(families, "faces", lambda family: () if family.name == "Literata" else faces(family))
    assert stopping(fonts.fonts()) == {"font Literata": f"{quote(sys.executable)} -m pip install fontpkg-literata"}


def test_fonts_that_a_guide_needs_are_named(guide):
    assert stopping(fonts.fonts_of(guide)) == {}
    text = guide / "chapters/text.md"
    text.write_text(text.read_text("utf-8") + "\nᚠᚢ\n", "utf-8")
    assert stopping(fonts.fonts_of(guide)) == {"fonts of the guide": f"studyguide check {guide}"}
    text.write_text(text.read_text("utf-8").replace("ᚠᚢ", "ภาษาไทย"), "utf-8")
    package = "fontpkg-noto-sans-thai"
    needed = {"fonts of the guide": f"{quote(sys.executable)} -m pip install {package}"}
    installed = any(family.package == package for family in families.fallbacks())
    assert stopping(fonts.fonts_of(guide)) == ({} if installed else needed)


def test_folders_that_cannot_be_written_to(monkeypatch, tmp_path):
    assert stopping(folders.folders(tmp_path / "new/build")) == {}
    (tmp_path / "file").touch()
    elsewhere = {
        "output folder": "studyguide build --output another-folder",
        "cache folder": "studyguide build --cache another-folder",
    }
    assert stopping(folders.folders(tmp_path / "file")) == elsewhere
    assert stopping(folders.folders(Path("/proc/nothing"))) == elsewhere

    def refused(**_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(folders.tempfile, "TemporaryFile", refused)
    assert stopping(folders.folders(tmp_path))["output folder"] == f"chmod u+rwx {tmp_path}"


def test_a_full_disk_is_wrong(monkeypatch, tmp_path):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9 - 5, 5))  # noqa: SLF001
    assert set(stopping(folders.folders(tmp_path))) == {"output folder", "cache folder", "temporary folder"}


def test_a_guide_of_an_earlier_version_is_to_be_upgraded(guide):
    assert stopping(guide_files.version(guide)) == {}
    yaml = guide / "guide.yaml"
    yaml.write_text(yaml.read_text("utf-8").replace("type: novel", "type: book"), "utf-8")
    assert stopping(guide_files.version(guide)) == {"guide": f"studyguide upgrade {guide}"}
    yaml.write_text("a: [b", "utf-8")
    assert stopping(guide_files.version(guide)) == {"guide": f"studyguide check {guide}"}


def test_schemas_are_compared_with_those_of_this_version(guide):
    def states():
        return [(each.state, each.stops_builds) for each in guide_files.schemas(guide)]

    assert states() == [("missing", False)]
    assert main(["schema", "--output", str(guide / ".schemas")]) == 0
    assert states() == [("ok", False)]
    (guide / ".schemas/plot.json").write_text("{}")
    assert states() == [("wrong", False)]


def test_a_guide_that_names_schemas_elsewhere_needs_none(guide):
    yaml = guide / "guide.yaml"
    yaml.write_text(f"# yaml-language-server: $schema=../guide.json\n{yaml.read_text('utf-8')}", "utf-8")
    assert [each.state for each in guide_files.schemas(guide)] == ["ok"]


def test_pandoc_is_asked_for_its_version(monkeypatch):
    assert [each.state for each in programs.pandoc()] == ["ok"]
    for oldest, state in (((99, 0), "wrong"), ((1, 0), "ok")):
        monkeypatch.setattr("studyguide.citations.pandoc.OLDEST", oldest)
        assert [each.state for each in programs.pandoc()] == [state]
    monkeypatch.setattr("studyguide.citations.pandoc.program", lambda: "/nowhere/pandoc")
    assert [each.state for each in programs.pandoc()] == ["wrong"]


def test_programs_of_judges_are_optional(monkeypatch):
    (java,) = programs.JUDGES["Java"][0]
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name == java else None)
    found = {each.name: (each.state, each.mend) for each in programs.judges()}
    assert found["Java"] == ("ok", "")
    assert found["LibreOffice"] == ("missing", "sudo apt-get install libreoffice-writer libreoffice-impress")
    assert stopping(programs.judges()) == {}


@pytest.mark.parametrize("name", ["apt-get", "dnf", "pacman", "brew", ""])
@pytest.mark.parametrize("thing", installers.SYSTEM)
def test_packages_have_the_names_that_the_setup_installs(monkeypatch, name, thing):
    monkeypatch.setattr(installers, "installer", lambda: name)
    command = installers.system(thing)
    usual = {"apt-get": "sudo apt-get install ", "dnf": "sudo dnf install ", "pacman": "sudo pacman -S --needed "}
    start = {**usual, "brew": "brew install ", "": "with your package manager, install "}[name]
    assert command.startswith(start)
    names = command.removeprefix(start).removeprefix("--cask ").split()
    assert names
    assert names == [thing] or not [each for each in names if each not in SETUP]


def test_root_needs_no_sudo(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert installers.system("tesseract") == "apt-get install tesseract-ocr"


def test_a_check_that_fails_is_a_finding():
    def check():
        yield Finding("a", "ok", "1")
        raise RuntimeError("broken")

    assert [*looked_at("b", check)] == [
        Finding("a", "ok", "1"),
        Finding("b", "wrong", "it cannot be looked at (RuntimeError: broken)"),
    ]
