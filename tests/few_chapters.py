"""The specimen, cut down to what is laid out in a second or two: for tests that lay it out from nothing, many times."""

import re
import shutil
from pathlib import Path

from studyguide.support.paths import specimen_folder

CHAPTERS = ("overview", "questions", "glossary")
"""One with a picture, one with answers and with notes for teachers, and one that these point to."""


def guide(folder: Path) -> Path:
    """A copy of the specimen whose editions hold these chapters alone."""
    shutil.copytree(specimen_folder(), folder)
    settings = (folder / "guide.yaml").read_text("utf-8")
    held = rf"\1    openings: any\n    chapters: [{', '.join(CHAPTERS)}]\n"
    cut, editions = re.subn(r"(?m)^(  - id: [\w-]+\n    title: .*\n)", held, settings)
    assert editions > 3, "guide.yaml of the specimen is no longer as it was"
    (folder / "guide.yaml").write_text(cut, "utf-8")
    return folder
