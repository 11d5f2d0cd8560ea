"""The flagship on paper and in a reader: the same page under the same number, in every layout there is."""

import json
import re
import shutil
from pathlib import Path

import pytest
from verdict import CI, chromium, program, run

from studyguide.build import Request, build
from tests import page_proof

GUIDE = Path(__file__).parents[2] / "guide"
LAYOUTS = {
    "A4": {},
    "Letter": {"paper": "letter"},
    "large print": {"edition": "large-print"},
    "right-hand openings": {},
}
BUILT = {"A4", "Letter", "large print"}
"""What `make judge` has laid out before."""


@pytest.fixture(
    scope="module",
    params=[pytest.param(name, marks=[] if name in BUILT else [pytest.mark.long]) for name in LAYOUTS],
)
def files(request, tmp_path_factory, layout_options):
    folder = tmp_path_factory.mktemp("pages")
    guide = right_handed(folder) if request.param == "right-hand openings" else GUIDE
    asked = Request(("pdf", "epub"), folder, **LAYOUTS[request.param], layout_options=layout_options)
    pdf, epub = build(guide, asked)
    return request.param, pdf.path, epub.path


def right_handed(folder):
    """Copy the guide, with chapters that open on right-hand pages."""
    guide = shutil.copytree(GUIDE, folder / "guide")
    settings = (guide / "guide.yaml").read_text("utf-8")
    changed = settings.replace("  - id: student\n", "  - id: student\n    openings: right\n")
    (guide / "guide.yaml").write_text(changed, "utf-8")
    return guide


def test_every_page_begins_with_the_text_after_its_marker(files):
    _, pdf, epub = files
    assert list(page_proof.disagreements(pdf, epub)) == []
    assert len(page_proof.markers(epub)) > 60


@pytest.mark.parametrize("words", [1, -1])
def test_a_marker_that_is_moved_by_one_word_is_found(files, tmp_path, words):
    _, pdf, epub = files
    labels = page_proof.moved(epub, tmp_path / "moved.epub", words)
    assert len(labels) > 40
    lines = page_proof.disagreements(pdf, tmp_path / "moved.epub")
    assert {line.split()[1] for line in lines if line.startswith("p. ")} == labels


def test_printed_numbers_are_those_that_a_viewer_shows(files):
    assert page_proof.misnumbered(files[1], "Never Let Me Go") == []


def test_chapters_open_on_right_hand_pages_where_that_is_wanted(files):
    layout, pdf, epub = files
    firsts = {}
    for marker in page_proof.markers(epub):
        firsts.setdefault(marker.file, int(marker.label))
    sides = {number % 2 for number in firsts.values()}
    assert sides == ({1} if layout == "right-hand openings" else {0, 1})
    blank = [label for label, text in page_proof.printed(pdf).items() if not text]
    assert bool(blank) == (layout == "right-hand openings")


def test_a_reader_goes_to_each_page_by_its_number_and_shows_its_first_words(files):
    layout, _, epub = files
    done = run(program("node"), CI / "judges/turn_to.mjs", epub, chromium())
    assert not done.returncode, done.stderr
    shown = {label: page_proof.letters(text) for label, text in json.loads(done.stdout).items()}
    assert "12" in shown or layout == "right-hand openings"  # there it is a blank back
    assert list(shown) == [marker.label for marker in page_proof.markers(epub)]
    words = [each for each in page_proof.markers(epub) if each.picture is None]  # a caption may be on the next screen
    assert [each for each in words if not on_screen(shown[each.label], each)] == []


def on_screen(shown, marker):
    """Whether a screen begins with what follows a marker, which may be so far down that little of it is there."""
    without_note = re.sub(r"\d+$", "", shown)  # the mark of a note is not in the text
    begins = shown.startswith(marker.word) and any(map(marker.text.startswith, (shown, without_note)))
    return page_proof.agree(shown, marker, "") or begins
