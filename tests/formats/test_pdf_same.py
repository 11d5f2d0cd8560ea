"""The same guide gives the same bytes: again, elsewhere, in another time zone, with other hashes, a minute later."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import sys, time
from pathlib import Path
from studyguide.themes import theme
from studyguide.formats import pdf
from studyguide.build.handout_files import HandoutOptions, hand_out, requests
from studyguide.build.checked_guide import sound
from tests import generator

if len(sys.argv) > 3:
    now = time.time
    time.time = lambda: now() + float(sys.argv[3])
pdf.write(generator.publication(10), theme.look("pdf"), Path(sys.argv[1]))
for group, fillable in (("worksheets", True), ("flashcards", False)):
    guide = sound(Path(sys.argv[2]))
    asked = HandoutOptions(group, Path("."), ("quiz",) if fillable else (), ("core",), fillable=fillable)
    (built,) = hand_out(guide, requests(guide, asked)[0])
    built.path.rename(f"{group}.pdf")
assert "SOURCE_DATE_EPOCH" not in __import__("os").environ
"""
ROOT = Path(__file__).parents[2]


def build(folder: Path, *arguments: str, **environment: str) -> list[bytes]:
    """Build in a process of its own, in `folder`."""
    folder.mkdir()
    here = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    here |= {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", **environment}
    command = [sys.executable, "-c", SCRIPT, "out.pdf", str(ROOT / "src/studyguide/specimen"), *arguments]
    subprocess.run(command, cwd=folder, env=here, check=True, timeout=120)
    return [(folder / f"{name}.pdf").read_bytes() for name in ("out", "worksheets", "flashcards")]


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    return build(tmp_path_factory.mktemp("same") / "first", TZ="UTC", PYTHONHASHSEED="1")


def test_another_folder_time_zone_hash_seed_and_minute(first, tmp_path):
    elsewhere = tmp_path / "another folder"
    assert build(elsewhere, "90061", TZ="Pacific/Auckland", PYTHONHASHSEED="2", LC_ALL="C") == first
