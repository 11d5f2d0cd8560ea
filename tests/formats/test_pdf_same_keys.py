"""What a new process finds in the cache: the names of entries do not depend on the hash seed of Python."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from studyguide.support.paths import specimen_folder

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
from collections import defaultdict
from pathlib import Path
from studyguide.build import page_cache
from studyguide.build.checked_guide import sound
from studyguide.build.edition_publication import publish
from studyguide.editions.select import find
from studyguide.formats.pdf.layout.html import parts
from studyguide.publication.drawing_colours import painted
from studyguide.support.cache import digest
from studyguide.themes import theme

guide, look = sound(Path(sys.argv[1])), theme.look("pdf", theme="large-print")
for edition in guide.info.editions:
    publication = publish(guide, find(guide, edition.id))
    pages = defaultdict(lambda: 1)
    for part in parts(painted(publication, *look.drawing_colours)):
        pages.update(dict.fromkeys(part.targets, 1))
        print(edition.id, part.ids, digest(part.html(pages, 1).encode()))
    print(edition.id, page_cache.key(publication, look, "program"), look.digest)
"""


def names(seed: int) -> list[str]:
    """The digests of all that the PDFs of the specimen are made from."""
    here = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}", "PYTHONHASHSEED": str(seed)}
    command = [sys.executable, "-c", SCRIPT, str(specimen_folder())]
    return subprocess.run(command, env=here, check=True, capture_output=True, text=True, timeout=120).stdout.split("\n")


@pytest.fixture(scope="module")
def first() -> list[str]:
    return names(1)


@pytest.mark.parametrize("seed", [2, 3, 4])
def test_a_new_process_finds_what_was_kept(first, seed):
    assert len(first) > 40
    assert names(seed) == first
