"""Worksheets can be filled in and saved with the engines of Chromium, of Firefox and of MuPDF."""

import pdf_judges
import pikepdf
import pytest
from form_fillers import FILLERS, VIEWERS

from tests.formats import form_samples

TEXTS = {
    "pupil": "Zoë Weiß, née O’Brien",
    "q-3": "She says “no” and means it: naïve, or not?\nThe café costs 5 € a cup, and she stays there in the rain.",
}
BUTTONS = {"B: 1978": "B", "Read": "yes"}
INK = 110
"""Grey values below this are letters; ruled lines are lighter."""


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    return form_samples.write(tmp_path_factory.mktemp("forms") / "empty.pdf")


@pytest.fixture(scope="module", params=FILLERS)
def filled(request, empty):
    target = empty.with_name(f"{request.param}.pdf")
    FILLERS[request.param](empty, target, TEXTS, BUTTONS)
    return target


@pytest.mark.parametrize("judge", pdf_judges.JUDGES)
def test_a_worksheet_passes(empty, judge):
    assert pdf_judges.JUDGES[judge](empty).findings == ()


def test_what_was_filled_in_is_what_was_saved(filled):
    assert form_samples.values(filled) == TEXTS | {"q-4": "B", "done-1": "yes"}


def test_nothing_is_filled_in_before(empty):
    assert form_samples.values(empty) == {"pupil": "", "q-3": "", "q-4": "Off", "done-1": "Off"}


@pytest.mark.parametrize("viewer", VIEWERS)
def test_what_was_filled_in_is_seen(empty, filled, viewer):
    before, after = ink(empty, VIEWERS[viewer]), ink(filled, VIEWERS[viewer])
    more = {name: after[name] - before[name] for name in before}
    assert more["Name"] > 60
    assert more["Answer to question 3"] > 250
    assert more["B: 1978"] > 5
    assert more["Read"] > 5
    assert more["A: 1952"] == more["C: 1994"] == 0


def ink(file, viewer):
    """How many dark pixels there are in each field, by its label."""
    with pikepdf.open(file) as opened:
        number, page = max(enumerate(opened.pages), key=lambda numbered: len(numbered[1].get("/Annots", [])))
        places = {str(note.TU): [float(side) for side in note.Rect] for note in page.Annots if "/TU" in note}
        height = float(page.MediaBox[3])
    picture = viewer(file, number)
    boxes = {
        label: (left, height - top, right, height - bottom) for label, (left, bottom, right, top) in places.items()
    }
    return {label: sum(picture.crop(tuple(map(round, box))).histogram()[:INK]) for label, box in boxes.items()}
