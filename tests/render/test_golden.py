"""The specimen must give the sections in ``golden/``, all of them and no others."""

from pathlib import Path

from studyguide.editions.select import find, select
from studyguide.render import render
from tests import sound_guides

GOLDEN = Path(__file__).parent / "golden"


def test_every_section_is_as_it_was_accepted(accept):
    guide = sound_guides.specimen()
    editions = (find(guide, None), find(guide, "teacher"))  # the second for what only teachers get
    sections = [section for each in editions for section in render(select(guide, each), each).sections]
    made = {f"{section.id}.xhtml": section.body for section in reversed(sections)}
    for name, body in made.items():
        accept(body, GOLDEN / name)
    assert {file.name for file in GOLDEN.iterdir()} == set(made)
