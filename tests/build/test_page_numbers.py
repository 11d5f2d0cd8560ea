"""An e-book has the page numbers of the printed guide, and they stand where its pages begin."""

import zipfile
from pathlib import Path

import pytest

from studyguide.build import Request, build
from tests import page_proof

SECOND = Path(__file__).parents[2] / "src/studyguide/specimen"
LAYOUTS = ("a4", "a5", "letter")


@pytest.fixture(scope="module", params=LAYOUTS)
def files(request, tmp_path_factory, layout_options):
    folder = tmp_path_factory.mktemp(request.param)
    pdf, epub = build(SECOND, Request(("pdf", "epub"), folder, paper=request.param, layout_options=layout_options))
    return pdf.path, epub.path


def test_every_page_begins_with_the_text_after_its_marker(files):
    assert list(page_proof.disagreements(*files)) == []


@pytest.mark.parametrize("words", [1, -1])
def test_a_marker_that_is_moved_by_one_word_is_found(files, tmp_path, words):
    pdf, epub = files
    target = tmp_path / "moved.epub"
    labels = page_proof.moved(epub, target, words)
    assert labels
    found = {line.split()[1] for line in page_proof.disagreements(pdf, target) if line.startswith("p. ")}
    assert found == labels


def test_printed_numbers_are_those_that_a_viewer_shows(files):
    assert page_proof.misnumbered(files[0], "Frankenstein") == []


def test_the_cover_and_the_contents_are_not_in_the_e_book(files):
    labels = [marker.label for marker in page_proof.markers(files[1])]
    assert labels == [label for label in page_proof.printed(files[0]) if int(label) >= int(labels[0])]
    assert int(labels[0]) > 2


def test_the_edition_that_the_numbers_come_from_is_named(files):
    with zipfile.ZipFile(files[1]) as book:
        package = book.read("EPUB/content.opf").decode("utf-8")
    paper = {"frankenstein.epub": "A4", "frankenstein-a5.epub": "A5"}.get(files[1].name, "US Letter")
    assert f'"pageBreakSource">Frankenstein, Student edition, PDF on {paper}, 2026-11-23<' in package
    assert all(f">{feature}<" in package for feature in ("pageBreakMarkers", "pageNavigation"))
