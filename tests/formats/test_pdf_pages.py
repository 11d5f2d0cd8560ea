"""Pages as a reader sees them: no heading is left behind, no words lie over others, no page is nearly empty.

A few guides are tried here; `tests/judges/test_pages.py` tries them in every theme, with every optional field.
"""

import pytest
from made_guides import Recipe, write
from page_faults import faults, layouts
from pdf_samples import publication

from studyguide import theme
from studyguide.formats.pdf.document import parts
from studyguide.formats.pdf.press import Press

SAMPLE = (
    ("quiet", "a4", Recipe(15, deep=True)),
    ("large-print-24", "a4", Recipe(5)),
    ("dyslexia-friendly", "a5", Recipe(1, optional="all")),
)


@pytest.mark.parametrize(("look", "paper", "recipe"), SAMPLE)
def test_pages_of_every_kind_of_chapter_are_sound(look, paper, recipe, tmp_path):
    folder = write(tmp_path / "guide", recipe)
    assert [f"{part}: {fault}" for part, pages in layouts(folder, look, paper) for fault in faults(pages)] == []


TALL = '<div style="height: 235mm; break-inside: avoid"><p>Much.</p></div>'
FAULTY = {
    "ends with the heading “Two”": '<p style="height: 150mm">One.</p><h2 style="break-after: auto">Two</h2>' + TALL,
    "is nearly empty: “One.”": "<p>One.</p>" + TALL,
    "“Two.” and “One.” overlap": '<p>One.</p><p style="margin-top: -8mm">Two.</p>',
}


@pytest.mark.parametrize("fault", FAULTY)
def test_faults_are_found(fault):
    made = publication(FAULTY[fault])
    body = parts(made)[1]
    found = list(faults(Press(made, theme.look("pdf")).lay_out(body.html({}, 3))))
    assert len(found) == 1, found
    assert fault in found[0]
