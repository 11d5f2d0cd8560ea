"""Modules are loaded while this process waits for Pandoc, and what cannot be loaded is told where it is needed."""

import subprocess
import sys

from studyguide.support import meanwhile
from studyguide.support.paths import specimen_folder

SCRIPT = """
import sys
from pathlib import Path
from studyguide.build import Request, build
from studyguide.citations import pandoc
from studyguide.support import meanwhile

def loaded():
    found.append(late in sys.modules)
    real()
    found.append(late in sys.modules)

late, found, real = "studyguide.formats.epub.book", [], meanwhile.load
meanwhile.load = loaded
build(Path(sys.argv[1]), Request(("epub",), Path(sys.argv[2]), None, None, None, numbered=False))
print(*found)
"""


def test_a_format_is_loaded_while_pandoc_works(tmp_path):
    command = [sys.executable, "-c", SCRIPT, str(specimen_folder()), str(tmp_path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    assert done.stdout.split() == ["False", "True"]


def test_what_cannot_be_loaded_stops_nothing():
    meanwhile.plan("studyguide.no_such_module", "wave")
    sys.modules.pop("wave", None)
    meanwhile.load()
    assert "wave" in sys.modules
    meanwhile.load()


def test_what_is_planned_again_and_again_is_held_once():
    for _ in range(100):
        meanwhile.plan("wave")
    assert len(meanwhile._planned) == 1  # noqa: SLF001
    meanwhile.load()
    assert not meanwhile._planned  # noqa: SLF001
