"""No plain test starts a program that a machine need not have; and the watch would see it."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import programs

STRANGERS = ["qpdf", "pdftotext", "/usr/bin/java", "sh", "git"]


@pytest.mark.parametrize("name", STRANGERS)
def test_another_program_is_not_started(name):
    with pytest.raises(programs.StrangerError, match=f"test_programs.py.* starts {name}, which"):
        subprocess.run([name, "--version"], check=False)
    with pytest.raises(programs.StrangerError, match="does not ask for"):
        programs.find(name)


def test_a_shell_starts_no_program_either():
    for start in (os.system, lambda line: subprocess.run(line, shell=True, check=False)):  # noqa: S602
        with pytest.raises(programs.StrangerError):
            start("true")


def test_this_python_and_make_are_started(program):
    assert subprocess.run([sys.executable, "-c", ""], check=False).returncode == 0
    assert subprocess.run([program("make"), "--version"], check=False, capture_output=True).returncode == 0


def test_a_program_that_is_missing_is_a_failure(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(programs.StrangerError, match="make is missing"):
        programs.find("make")


NAMES = {
    *("qpdf", "pdftotext", "pdftoppm", "pdfinfo", "pdffonts", "mutool", "gs", "java", "node", "npm", "chromium"),
    *("ebook-convert", "soffice", "pandoc", "git", "bash", "fc-list", "fc-match", "unzip", "xmllint", "locale"),
}


def test_no_plain_test_names_another_program():
    """Not even for a process that it starts, where the watch does not look."""
    tests = Path(__file__).parent
    for path in tests.rglob("*.py"):
        top = path.parts[len(tests.parts)]
        if top not in {"judges", "bench"} and path.name not in {"test_programs.py", "test_pandoc.py"}:
            texts = (
                node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)
            )
            found = {text for text in texts if isinstance(text, str) and text.split(" ")[0] in NAMES}
            assert not found, f"{path.name} names {found}"
