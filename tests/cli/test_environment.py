"""The same guide gives the same files whatever the environment says, and wherever one is at home."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

SPECIMEN = Path(__file__).parents[2] / "src/studyguide/specimen"

SETTINGS = {"THEME": "warm", "PAPER": "letter", "EDITION": "teacher", "GUIDE": "x", "CLASS": "x"}
NARROW = {"COLUMNS": "20", "TERM": "dumb", "NO_COLOR": "1"}
NO_CACHE = {"HOME": "/proc", "XDG_CACHE_HOME": "/proc/x", "XDG_CONFIG_HOME": "/proc/x"}
ENVIRONMENTS = {
    "settings of the Makefile, and a narrow terminal": SETTINGS | NARROW,
    "no locale, and so ASCII, and a home that cannot be written to": NO_CACHE
    | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "a locale that is not there, no home, and another time zone": {
        "LC_ALL": "xx_XX.ISO-8859-9",
        "LANGUAGE": "tr",
        "HOME": "/nowhere/at/all",
        "TZ": "Pacific/Auckland",
    },
}
"""What has nothing to do with each other is tried together, because a build takes a second or two."""


def build(folder, **environment):
    """Build as e-book and web pages, and give a digest for each file."""
    usual = {"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    options = ["--format", "epub", "--format", "web", "--no-pages", "--output", folder]
    command = [sys.executable, "-m", "studyguide", "build", SPECIMEN, *options]
    done = subprocess.run(
        command, cwd=folder, env=usual | environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    files = (path for path in folder.rglob("*") if path.is_file() and ".studyguide" not in path.parts)
    return {path.relative_to(folder): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    return build(tmp_path_factory.mktemp("usual"))


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_an_environment_changes_nothing(usual, tmp_path, name):
    assert build(tmp_path, **ENVIRONMENTS[name]) == usual
    assert len(usual) > 10
