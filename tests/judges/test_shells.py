"""The scripts for completion, in the shells that they are for."""

import os
import shutil
import subprocess
import sys

import pytest

from studyguide.cli import main
from studyguide.support.paths import specimen_folder

pytestmark = pytest.mark.judge

BASH = """
source "$1"
COMP_LINE=$2 COMP_POINT=${#2} COMP_TYPE=9 COMPREPLY=()
$(complete -p studyguide | sed -n 's/.* -F \\([^ ]*\\) .*/\\1/p') studyguide
printf '%s\\n' "${COMPREPLY[@]}"
"""
ZSH = 'autoload -U compinit; compinit -u -D; source "$1"; print $_comps[studyguide]'
FISH = "source $argv[1]; complete -C $argv[2]"


@pytest.fixture
def shell(tmp_path, capsys):
    """A function that runs a shell, in which `studyguide` is this program and a guide is in the current folder."""
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin/studyguide"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m studyguide "$@"\n')
    program.chmod(0o755)
    shutil.copytree(specimen_folder(), tmp_path / "guide")
    env = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "HOME": str(tmp_path)}

    def run(name, *arguments):
        if not shutil.which(name):
            pytest.skip(f"{name} is not installed")
        assert main(["completion", name]) == 0
        script = tmp_path / f"script.{name}"
        script.write_text(capsys.readouterr().out, "utf-8")
        command = [name, *(str(script) if each == "SCRIPT" else each for each in arguments)]
        done = subprocess.run(command, env=env, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
        assert done.stderr == ""
        return done.stdout.splitlines()

    return run


@pytest.mark.parametrize(
    ("line", "completed"),
    [
        ("studyguide bu", ["build "]),
        ("studyguide build --edition te", ["teacher "]),
        ("studyguide check --fo", ["--format "]),
        ("studyguide check gu", ["guide/"]),
        ("studyguide explain plot.parts.sc", ["plot.parts.scenes "]),
    ],
)
def test_bash_completes(shell, line, completed):
    found = shell("bash", "-c", BASH, "bash", "SCRIPT", line)
    assert [each.rstrip() for each in found] == [each.rstrip() for each in completed]


def test_zsh_registers_the_script(shell):
    assert shell("zsh", "-f", "-c", ZSH, "zsh", "SCRIPT") == ["_python_argcomplete"]


def test_fish_completes(shell):
    found = shell("fish", "--no-config", "-c", FISH, "SCRIPT", "studyguide build --edition te")
    assert [line.split("\t")[0] for line in found] == ["teacher"]
