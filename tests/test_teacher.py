"""A teacher and a class can both say "page 12": the teacher has the students' pages, and notes behind them."""

from pathlib import Path

import pytest

from studyguide.build import Request, build
from tests import pdf_reader

SECOND = Path(__file__).parents[1] / "src/studyguide/specimen"


@pytest.fixture(scope="module")
def pages(tmp_path_factory, layout_options):
    folder = tmp_path_factory.mktemp("editions")
    requests = {name: Request(("pdf",), folder, name, layout_options=layout_options) for name in ("student", "teacher")}
    files = {name: build(SECOND, request)[0].path for name, request in requests.items()}
    return {name: pdf_reader.pages(file) for name, file in files.items()}


def test_the_students_pages_are_the_same_pages(pages):
    first = next(number for number, page in enumerate(pages["student"]) if page.startswith("Chapter"))
    for own, theirs in zip(pages["teacher"][first:], pages["student"][first:], strict=False):
        if "Works cited" in theirs:  # the teacher's list also has the sources of the pages that follow
            assert set(theirs.splitlines()) <= set(own.splitlines())
        else:
            assert own == theirs


def test_notes_follow_them(pages):
    notes = pages["teacher"][len(pages["student"]) :]
    assert notes
    assert "Lesson plans" in notes[0]
    assert any("Fact sheet" in page for page in notes)
    assert any("Notes for teachers" in page for page in notes)
    assert not any("Notes for teachers" in page for page in pages["student"])
