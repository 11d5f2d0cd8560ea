"""No plain test starts a program that a machine need not have; and the watch would see it."""

import os
import subprocess
import sys

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
