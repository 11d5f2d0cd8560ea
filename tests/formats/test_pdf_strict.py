"""What WeasyPrint only logs, and what a machine lacks, becomes an error in words."""

import dataclasses
import os
import subprocess
import sys
from pathlib import Path

import pytest

from studyguide.formats import pdf
from studyguide.support.errors import BuildError
from studyguide.themes import theme
from tests.formats import pdf_samples

ROOT = Path(__file__).parents[2]


def message(tmp_path: Path, body: str, css: str = "") -> str:
    look = theme.look("pdf")
    look = dataclasses.replace(look, css=look.css + css)
    with pytest.raises(BuildError) as error:
        pdf.write(pdf_samples.publication(body), look, tmp_path / "out.pdf")
    assert list(tmp_path.iterdir()) == []
    return str(error.value)


def test_css_that_is_not_understood_is_an_error(tmp_path):
    assert "colour: red" in message(tmp_path, "<p>Text</p>", "p { colour: red }")


def test_a_link_to_nowhere_is_an_error(tmp_path):
    assert "No anchor #nowhere" in message(tmp_path, '<p><a class="ref" href="#nowhere">x</a></p>')


def test_many_complaints_are_counted(tmp_path):
    links = "".join(f'<p><a href="#nowhere-{number}">x</a></p>' for number in range(15))
    found = message(tmp_path, links)
    assert "nowhere-9" in found
    assert "nowhere-10" not in found
    assert "... and 5 more" in found


@pytest.mark.parametrize("text", ["漢字", "\N{GRINNING FACE}", "\U00012000"])
def test_a_character_that_no_font_of_the_look_has_is_an_error(tmp_path, text):
    assert text[0] in message(tmp_path, f"<p>Text {text}</p>")


def test_a_note_longer_than_a_page_is_an_error(tmp_path):
    found = message(tmp_path, f'<p>Text<span class="note">{"word " * 3000}</span> goes on.</p>')
    assert "The note “word word" in found
    assert "Shorten the note" in found


def test_without_pango_the_error_says_what_to_type(tmp_path):
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libgobject-2.0-0')")
    script = """
from pathlib import Path
from studyguide.themes import theme
from studyguide.support.errors import BuildError
from studyguide.formats import load
from tests.formats import pdf_samples
try:
    load("pdf").write(pdf_samples.publication("<p>Text</p>"), theme.look("pdf"), Path("out.pdf"))
except BuildError as error:
    print(error)
"""
    path = os.pathsep.join(map(str, (tmp_path, ROOT / "src", ROOT)))
    command = [sys.executable, "-c", script]
    done = subprocess.run(
        command, cwd=tmp_path, env={"PYTHONPATH": path}, capture_output=True, text=True, check=True, timeout=60
    )
    assert "sudo apt-get install libpango-1.0-0" in done.stdout
    assert "brew install pango" in done.stdout
