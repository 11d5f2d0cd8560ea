"""The specimen must give the sections in ``golden/``, all of them and no others."""

from pathlib import Path

from studyguide.build.checked_guide import sound
from studyguide.editions.select import find, select
from studyguide.render import render
from studyguide.support.paths import specimen_folder

GOLDEN = Path(__file__).parent / "golden"


def test_every_section_is_as_it_was_accepted(accept):
    guide = sound(specimen_folder())
    editions = (find(guide, None), find(guide, "teacher"))  # the second for what only teachers get
    sections = [section for each in editions for section in render(select(guide, each), each).sections]
    made = {f"{section.id}.xhtml": section.body for section in reversed(sections)}
    for name, body in made.items():
        accept(body, GOLDEN / name)
    assert {file.name for file in GOLDEN.iterdir()} == set(made)
