"""When the output cannot be written: exit code 1, one line and no traceback, and the last good file stays."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from studyguide.support.atomic_write import MANIFEST, replacing_folder
from studyguide.support.up_to_date import FOLDER
from tests import few_chapters

LARGEST = 60_000
"""Bytes: more than what Pandoc reads of a style, and less than what is built."""
NOTHING = Path("/proc/nothing")  # where not even root can make a folder


@pytest.fixture
def guide(tmp_path):
    return few_chapters.guide(tmp_path / "guide")


def build(guide, form, output, largest=resource.RLIM_INFINITY):
    """Run the command where no file may grow beyond `largest` bytes, which is how a full disk looks.

    Where no format is named, it is that for booklets.
    """
    command = ["build", guide, "--format", form] if form else ["booklet", guide]
    return subprocess.run(
        [sys.executable, "-m", "studyguide", *command, "--output", output],
        env={
            name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")
        },  # it has a file too
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest)),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("form", ["epub", "pdf"])
def test_a_full_disk_leaves_the_last_good_file(guide, tmp_path, form):
    target = tmp_path / f"build/frankenstein.{form}"
    target.parent.mkdir()
    target.write_bytes(b"the last good file")
    run = build(guide, form, target.parent, largest=LARGEST)
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (1, "", 1)
    assert f"frankenstein.{form} cannot be written: File too large." in run.stderr
    assert target.read_bytes() == b"the last good file"
    assert [path for path in target.parent.iterdir() if path.is_file()] == [target]


@pytest.mark.parametrize("form", ["epub", "pdf"])
def test_a_folder_in_the_place_of_the_file(guide, tmp_path, form):
    target = tmp_path / f"build/frankenstein.{form}"
    (target / "mine").mkdir(parents=True)
    run = build(guide, form, target.parent)
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (1, "", 1)
    assert f"frankenstein.{form} cannot be written" in run.stderr
    assert [path.name for path in target.parent.iterdir() if path.name[0] != "."] == [target.name]
    assert (target / "mine").is_dir()


def test_a_full_disk_leaves_the_last_good_folder(guide, tmp_path):
    target = tmp_path / "build/frankenstein-web"
    target.parent.mkdir()
    with replacing_folder(target) as folder:
        (folder / "index.html").write_bytes(b"the last good page")
    run = build(guide, "web", target.parent, largest=LARGEST)
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (1, "", 1)
    assert "frankenstein-web cannot be written: File too large." in run.stderr
    assert sorted(path.name for path in target.iterdir()) == ["index.html", MANIFEST]
    assert (target / "index.html").read_bytes() == b"the last good page"
    assert [path for path in target.parent.iterdir() if path.name != FOLDER] == [target]


def test_a_folder_that_is_somebody_elses_is_not_replaced(guide, tmp_path):
    target = tmp_path / "build/frankenstein-web"
    (target / "mine").mkdir(parents=True)
    run = build(guide, "web", target.parent)
    assert (run.returncode, run.stdout) == (1, "")
    assert "frankenstein-web cannot be replaced: studyguide did not write this folder" in run.stderr
    assert (target / "mine").is_dir()


def test_an_output_that_cannot_be_made(guide):
    run = build(guide, "epub", NOTHING)
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (1, "", 1)
    assert f"{NOTHING} cannot be made" in run.stderr


def test_a_guide_with_problems_writes_nothing(guide, tmp_path):
    (guide / "images/bolt.svg").unlink()
    run = build(guide, "epub", tmp_path / "build")
    assert run.returncode == 1
    assert run.stderr.startswith(f"{guide}/chapters/overview.yaml:10:")
    assert "Traceback" not in run.stderr
    assert not list(tmp_path.glob("build/*.epub"))


def test_a_booklet_that_cannot_be_written(guide, tmp_path):
    target = tmp_path / "build/frankenstein-booklet.pdf"
    target.parent.mkdir()
    target.write_bytes(b"the last good file")
    run = build(guide, None, target.parent, largest=LARGEST)
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (1, "", 1)
    assert f" {target} cannot be written: File too large." in run.stderr
    assert target.read_bytes() == b"the last good file"
    assert [path for path in target.parent.iterdir() if path.is_file()] == [target]


@pytest.mark.parametrize("command", [["list", "themes"], ["check"], ["schema", "guide"]])
def test_standard_output_that_is_full_or_closed_ends_in_words(guide, command):
    asked = [sys.executable, "-m", "studyguide", *command, *([str(guide)] if command == ["check"] else [])]
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(asked, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    assert (run.returncode, run.stderr.count("\n")) == (1, 1)
    assert "No space left on device" in run.stderr
    for closed in ("os.close(1)", "os.close(1); os.close(2)"):
        code = f"import os, sys; {closed}; os.execv(sys.executable, sys.argv[1:])"
        run = subprocess.run(
            [sys.executable, "-c", code, *asked], stderr=subprocess.PIPE, text=True, check=False, timeout=60
        )
        assert (run.returncode, run.stderr) == (0, "")
