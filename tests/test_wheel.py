"""Installed from a wheel, outside the checkout, beside what it declares and nothing else: all it needs comes along."""

import re
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from house import HOMES
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests import few_chapters

OF_EXTRAS = {"distributed", "pypdfium2", "starlette", "uvicorn", "watchfiles"}
"""What only `cluster` and `serve` need."""
ROOT = Path(__file__).parents[1]
SECOND = ROOT / "src/studyguide/specimen"


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder with the files of the wheel, and links to those of the packages that it asks for, with theirs."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=60)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    (about,) = metadata.distributions(path=[str(folder / "site")])
    for distribution in declared(about):
        link(distribution, folder / "site")
    return folder / "site"


def declared(about):
    """The packages that one asks for, extras aside, and those that they ask for."""
    found, ahead = {}, [*(about.requires or [])]
    while ahead:
        requirement = Requirement(ahead.pop())
        name = canonicalize_name(requirement.name)
        if name in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        found[name] = metadata.distribution(name)
        extras = [{"extra": extra} for extra in ("", *requirement.extras)]
        for line in found[name].requires or []:
            marker = Requirement(line).marker
            if marker is None or any(marker.evaluate(extra) for extra in extras):
                ahead.append(line.partition(";")[0])
    return found.values()


def link(distribution, site):
    """Put what a package has at its top into a folder. Only folders of one package are linked."""
    for top in {Path(file).parts[0] for file in distribution.files} - {"..", "__pycache__"}:
        there, here = Path(distribution.locate_file(top)), site / top
        if not here.exists():
            here.symlink_to(there)


def run(installed, *arguments, cwd):
    """Run the command with the standard library and what is installed: nothing else of this environment is found."""
    code = f"import sys; sys.path.append({str(installed)!r}); from studyguide.cli import main; sys.exit(main())"
    command = [sys.executable, "-I", "-S", "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=120)


def test_only_what_is_declared_is_there(installed, tmp_path):
    for name, found in (("weasyprint", 0), ("pytest", 1), ("hypothesis", 1), ("distributed", 1)):
        code = f"import sys; sys.path.append({str(installed)!r}); import {name}"
        command = [sys.executable, "-I", "-S", "-c", code]
        assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == found, name


def test_it_builds_any_guide(installed, tmp_path):
    on_screens = ["--format", "epub", "--format", "web", "--no-pages"]
    few = few_chapters.guide(tmp_path / "guide")
    for arguments in ([SECOND, *on_screens], [few, "--format", "pdf"]):  # it need not lay out what all tests lay out
        done = run(installed, "build", *arguments, "--workers", 1, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
    assert sorted(path.suffix for path in (tmp_path / "build").glob("*.*") if path.is_file()) == [".epub", ".pdf"]


@pytest.mark.parametrize("command", ["check", "facts"])
def test_commands_that_lay_nothing_out_have_what_they_need(installed, tmp_path, command):
    few = few_chapters.guide(tmp_path / "guide")
    done = run(installed, command, few, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_library_is_there_that_a_module_may_know(installed, tmp_path):
    """Whichever command it is for: imports are in functions too."""
    names = sorted(set(HOMES) - OF_EXTRAS)
    code = f"import sys; sys.path.append({str(installed)!r}); import {', '.join(names)}"
    command = [sys.executable, "-I", "-S", "-W", "ignore", "-c", code]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""


def test_every_library_that_a_module_knows_is_declared(installed):
    """Not only brought by another package, which may let it go."""
    (about,) = metadata.distributions(path=[str(installed)], name="studyguide")
    names = {canonicalize_name(re.split(r"[<>=\[; ]", line)[0]) for line in about.requires or []}
    packages = metadata.packages_distributions()
    assert not {name for name in HOMES if not names & {canonicalize_name(each) for each in packages[name]}}


def test_it_uses_its_own_styles(installed, tmp_path):
    (installed / "studyguide" / "styles" / "themes" / "other.css").write_text(":root { --x: 1 }")
    assert "other" in run(installed, "list", "themes", cwd=tmp_path).stdout


def test_it_includes_files_that_are_not_code(installed):
    package = installed / "studyguide"
    assert {"templates", "styles", "schemas", "py.typed"} <= {path.name for path in package.iterdir()}
