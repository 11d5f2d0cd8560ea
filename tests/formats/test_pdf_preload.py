"""What the pool is forked from has laid out a page already, and has kept nothing of it but the rules of its look."""

import os
import subprocess
import sys
from argparse import Namespace

import pytest

from studyguide.cli.build_options import guessed_look
from studyguide.formats.pdf.workers import preload
from studyguide.themes import theme

SCRIPT = """
import gc
import pyphen
from studyguide.formats.pdf.workers import preload
from studyguide.formats.pdf.weasy import stylesheets

assert stylesheets.font_and_rules.cache_info().currsize == 0
assert stylesheets.rules.cache_info().currsize == 1
assert any(name.endswith("hyph_en_GB.dic") for name in map(str, pyphen.hdcache)), "no word was hyphenated"
print(gc.get_freeze_count())
"""


def test_a_page_is_laid_out_and_forgotten(tmp_path):
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    found = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, check=True, capture_output=True, text=True, timeout=60
    )
    assert int(found.stdout) > 10_000
    assert not found.stderr
    assert not [*tmp_path.iterdir()], "copies of fonts stay behind"


@pytest.mark.parametrize("fault", ["css='p { colour: red }'", "fonts=()", "css=None"])
def test_faulty_style_sheets_do_not_end_the_server(fault):
    """The worker that gets them says what is wrong."""
    script = f"""
from dataclasses import replace
from studyguide.themes import theme
look = replace(theme.look("pdf"), {fault})
theme.look = lambda *_, **__: look
import studyguide.formats.pdf.workers.preload
print("it goes on")
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout == "it goes on\n", done.stderr


def test_the_look_is_the_one_that_a_build_asks_for():
    """A process that is forked later takes the rules of an equal look."""
    named = f"main(3, 4, ['{preload.__name__}', '{preload.__name__}.of_large-print,a4,ar,guide'], True)"
    assert preload.guessed(named) == theme.look("pdf", theme="large-print").in_language("ar", "rtl")
    named = named.replace("large-print,a4,ar,guide", "quiet,letter,en-GB,sheet")
    expected = theme.look("pdf", paper="letter", is_sheet=True).in_language("en-GB", "")
    assert preload.guessed(named) == expected


@pytest.mark.parametrize(
    "words", ["", "of_none,a4,en,guide", "of_quiet,none,en,guide", "of_quiet,a4,en", "of_../x,a4,en,guide"]
)
def test_a_wrong_guess_is_the_usual_look(words):
    assert preload.guessed(f"{preload.__name__}.{words}") == theme.look("pdf")


@pytest.mark.parametrize(
    ("edition", "asked", "look"),
    [
        (None, (None, None), "quiet,a4,fr-CA,guide"),
        ("large", (None, None), "large-print,letter,fr-CA,guide"),
        ("last", (None, None), "quiet,a4,fr-CA,guide"),
        ("large", ("quiet", "a5"), "quiet,a5,fr-CA,guide"),
        ("none", (None, None), "quiet,a4,fr-CA,guide"),
    ],
)
def test_a_look_is_guessed_from_the_text_of_the_guide(tmp_path, edition, asked, look):
    text = """
language: 'fr-CA'
editions:
  - id: first
    title: Mine
  - id: large
    theme: large-print
    paper: letter
  - id: last
    title: Last
"""
    (tmp_path / "guide.yaml").write_text(text, "utf-8")
    options = Namespace(guide=tmp_path, edition=edition, theme=asked[0], paper=asked[1])
    assert guessed_look(options, "guide") == look


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe", b"language: [}"])
def test_a_guide_that_cannot_be_read_has_the_usual_look(tmp_path, content):
    if content is not None:
        (tmp_path / "guide.yaml").write_bytes(content)
    options = Namespace(guide=tmp_path, edition=None, theme=None, paper=None)
    assert guessed_look(options, "sheet") == "quiet,a4,en,sheet"


def test_what_is_no_file_is_not_read(tmp_path):
    os.mkfifo(tmp_path / "guide.yaml")
    options = Namespace(guide=tmp_path, edition=None, theme=None, paper=None)
    assert guessed_look(options, "sheet") == "quiet,a4,en,sheet"


def test_a_process_that_is_forked_looks_for_garbage_again():
    """The server does not, because loading modules makes little of it."""
    script = """
import gc
from concurrent.futures import ProcessPoolExecutor
from studyguide.support import processes
if __name__ == "__main__":
    processes.prepare([])
    with ProcessPoolExecutor(1, processes.context(), processes.begin) as pool:
        print(pool.submit(gc.isenabled).result())
    with ProcessPoolExecutor(1, processes.context()) as pool:
        print(pool.submit(gc.isenabled).result())
"""
    done = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True, timeout=60)
    assert done.stdout.split() == ["True", "False"]
