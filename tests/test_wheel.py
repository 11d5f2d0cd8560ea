"""Installed from a wheel, outside the checkout: styles, templates and schemas come along."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests import few_chapters

ROOT = Path(__file__).parents[1]
SECOND = Path(__file__).parents[1] / "src/studyguide/specimen"


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=60)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(installed, *arguments, cwd):
    code = f"import sys; sys.path.insert(0, {str(installed)!r}); from studyguide.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=60)


def test_it_builds_any_guide(installed, tmp_path):
    on_screens = ["--format", "epub", "--format", "web", "--no-pages"]
    few = few_chapters.guide(tmp_path / "guide")
    for arguments in ([SECOND, *on_screens], [few, "--format", "pdf"]):  # it need not lay out what all tests lay out
        done = run(installed, "build", *arguments, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
    assert sorted(path.suffix for path in (tmp_path / "build").glob("*.*") if path.is_file()) == [".epub", ".pdf"]


def test_it_uses_its_own_styles(installed, tmp_path):
    (installed / "studyguide" / "styles" / "themes" / "other.css").write_text(":root { --x: 1 }")
    assert "other" in run(installed, "list", "themes", cwd=tmp_path).stdout


def test_it_brings_what_is_not_code(installed):
    package = installed / "studyguide"
    assert {"templates", "styles", "schemas", "py.typed"} <= {path.name for path in package.iterdir()}
