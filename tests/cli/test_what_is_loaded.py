"""A build loads what it needs: an e-book of plain chapters loads nothing of other formats, rules and pictures."""

import subprocess
import sys

import pytest

from tests.bench import guides

CODE = """
import sys
from studyguide.cli import main
assert main(["build", *sys.argv[1:], "--format", "epub", "--no-pages"]) == 0
print(*sys.modules)
"""
NEVER = {
    *("studyguide.cli.new", "studyguide.cli.serve_command", "studyguide.cli.upgrade", "webbrowser"),
    "studyguide.exports.material",
    "studyguide.formats.docx",
    "studyguide.formats.pdf",
    "studyguide.formats.web",
    "studyguide.imports",
    "studyguide.lint.rules.prose",
    "studyguide.render.diagrams.map_beside",
    "studyguide.render.diagrams.people_map",
    "studyguide.serve",
    *("docx", "igraph", "pikepdf", "pptx", "starlette", "weasyprint"),
}
WHEN_CHECKED = {"studyguide.handouts.sheet", "studyguide.lint.references"}


def loaded(folder):
    """The modules of a build in a process of its own."""
    command = [sys.executable, "-c", CODE, folder / "guide", "--output", folder / "built"]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return {*run.stdout.splitlines()[-1].split()}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "guide").mkdir()
    guides.write(tmp_path / "guide", 14)
    return tmp_path


def test_an_e_book_loads_neither_other_formats_nor_rules_for_remarks(folder):
    found = loaded(folder)
    assert "studyguide.formats.epub" in found
    assert found >= WHEN_CHECKED
    assert not found & NEVER


def test_a_guide_that_was_found_sound_is_built_without_what_checks_it(folder):
    loaded(folder)
    for file in (folder / "built").glob("*.epub"):
        file.unlink()
    found = loaded(folder)
    assert "studyguide.formats.epub" in found
    assert not found & (NEVER | WHEN_CHECKED)


def test_the_process_of_the_preview_does_not_load_what_lays_out_pages():
    code = "import sys, studyguide.serve.app, studyguide.serve.preview; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    found = {*run.stdout.split()}
    assert "studyguide.serve.printing" in found
    assert not found & {"studyguide.formats.pdf", "studyguide.lint.rules", "pikepdf", "pypdfium2", "weasyprint"}
