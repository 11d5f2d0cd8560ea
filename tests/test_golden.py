"""A folder is a test: the guide in ``in/`` must give the sections in ``out/``, all of them and no others."""

from pathlib import Path

import pytest

from studyguide.edition import find, select
from studyguide.render import render
from studyguide.review import sound

CASES = sorted(path for path in (Path(__file__).parent / "golden").iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_golden(case, accept):
    guide = sound(case / "in")
    editions = (find(guide, None), find(guide, "teacher"))  # the second for what only teachers get
    sections = [section for each in editions for section in render(select(guide, each), each).sections]
    made = {f"{section.id}.xhtml": section.body for section in reversed(sections)}
    for name, body in made.items():
        accept(body, case / "out" / name)
    assert {file.name for file in (case / "out").iterdir()} == set(made)
