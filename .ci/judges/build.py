"""Build what `make judge` judges.

usage: python .ci/judges/build.py FOLDER

The folder is emptied first, so that judges see no leftovers; pages are found in the cache of all builds.
Exit code: that of the first command that fails, or 0.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

COMMANDS = """
build guide --all-editions --format pdf
build guide --format epub
build guide --edition teacher --format epub
build guide --edition before-viewing --format epub
build guide --edition retrieval --format epub
build guide --format pdf --paper letter
build guide --format web
specimen --format pdf --format epub --format web
specimen --theme warm --format pdf
specimen --theme photocopier --format pdf
specimen --theme dyslexia-friendly --format epub
specimen --theme large-print-24 --format epub
booklet guide
booklet src/studyguide/specimen --paper letter
booklet guide --edition before-viewing
worksheets guide
worksheets src/studyguide/specimen --tier core --paper letter
worksheets guide --tier core --fillable
organiser guide
organiser guide --paper letter
flashcards guide
flashcards guide --paper letter
bookmark src/studyguide/specimen
lessons src/studyguide/specimen
quiz guide --edition teacher
quiz src/studyguide/specimen --edition teacher
cards guide
cards src/studyguide/specimen
build guide --format docx
specimen --format docx
build src/studyguide/specimen --edition teacher --format docx --paper letter
build src/studyguide/specimen --edition large-print --format docx
worksheets guide --format docx --tier core
worksheets src/studyguide/specimen --format docx --tier support --tier key
lessons src/studyguide/specimen --format docx
slides src/studyguide/specimen --tier support
slides src/studyguide/specimen --edition student --theme large-print
"""
"""Of the flagship, the e-books whose texts differ; those that differ in the style sheet alone are the specimen's."""

PAGED = ("build", "specimen", "booklet")
"""The commands that keep pages in a cache."""


def main(folder: str) -> int:
    """Build everything into a new folder, and give the exit code."""
    shutil.rmtree(ROOT / folder, ignore_errors=True)
    for words in map(str.split, COMMANDS.strip().splitlines()):
        cache = ("--cache", "build/.studyguide/cache") if words[0] in PAGED else ()
        command = [ROOT / ".venv/bin/studyguide", *words, "--output", folder, *cache]
        if code := subprocess.run(command, cwd=ROOT, check=False).returncode:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
