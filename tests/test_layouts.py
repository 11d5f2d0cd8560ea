"""No test lays out pages without the marker for it; and the watch would see it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from studyguide.formats import LayoutOptions, pdf
from studyguide.themes import theme
from tests import layouts
from tests.formats import pdf_samples

TESTS = Path(__file__).parent
UNMARKED = "test_layouts.py.* lays out pages: give it the marker `pages`"

TWICE = """
import sys
from pathlib import Path
sys.path[:0] = [sys.argv[1], sys.argv[1] + "/src"]
from tests import layouts, test_layouts
layouts.watch()
folder = Path(sys.argv[2])
test_layouts.write(folder, 1)
with layouts.watching("a test"):
    test_layouts.write(folder, 1)
"""
"""Lays out pages, and does so again where nothing may."""


def write(folder, workers):
    book = pdf_samples.publication("<p>Text</p>", "<p>More</p>")
    return pdf.write(book, theme.look("pdf"), folder / "book.pdf", LayoutOptions(workers=workers))


@pytest.mark.parametrize("workers", [1, 2])
def test_an_unmarked_test_lays_out_nothing(tmp_path, workers):
    with pytest.raises(layouts.UnmarkedError, match=UNMARKED):
        write(tmp_path, workers)


@pytest.mark.pages
@pytest.mark.parametrize("workers", [1, 2])
def test_a_marked_test_may(tmp_path, workers):
    assert write(tmp_path, workers) == 4


@pytest.mark.pages
def test_after_another_test_has_laid_out_pages_it_is_seen_too(tmp_path):
    """The renderer is loaded then: in a process of its own, because no other may load it here."""
    command = [sys.executable, "-c", TWICE, str(TESTS.parent), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert "UnmarkedError: a test lays out pages" in done.stderr


def test_files_that_are_marked_exist():
    missing = [pattern for pattern in layouts.FILES if not list(TESTS.glob(pattern))]
    assert missing == []


def test_make_test_and_ci_together_run_every_test_that_lays_out_pages():
    makefile, elsewhere = ((TESTS.parent / name).read_text("utf-8") for name in ("Makefile", ".ci/elsewhere"))
    (some,), (others,) = (re.findall(r"--pages-part ([\d/-]+)", text) for text in (makefile, elsewhere))
    tests = range(100)
    run = [*layouts.chosen(tests, layouts.parts(some)), *layouts.chosen(tests, layouts.parts(others))]
    assert sorted(run) == [*layouts.chosen(tests, layouts.ALL)] == [*tests]


@pytest.mark.parametrize("turn", [2, 3, 4, 6, 8])
def test_each_part_has_all_of_what_comes_again_and_again(turn):
    tests = [number % turn for number in range(9 * turn)]
    for part in ("1/3", "2/3", "3/3"):
        assert {*layouts.chosen(tests, layouts.parts(part))} == {*range(turn)}


@pytest.mark.parametrize("text", ["0/2", "3/2", "2-1/2", "1-3/2", "1", "a/b"])
def test_a_part_that_is_none_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        layouts.parts(text)
