"""Commands in messages: what a reader of them can type, however the program was started."""

import re
import sys
from pathlib import Path

import pytest

from studyguide.cli import main, own_command
from studyguide.cli.doctor import installers

ROOT = Path(__file__).parents[2]


@pytest.fixture
def started(monkeypatch, tmp_path):
    """A function that makes this process one that was started as a program, with a folder of commands on the PATH."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(own_command.STARTER, raising=False)

    def start(program, on_path=""):
        monkeypatch.setattr(sys, "argv", [str(tmp_path / program)])
        monkeypatch.setenv("PATH", str(tmp_path / on_path))
        for folder in {Path(program).parent, Path(on_path)}:
            (tmp_path / folder).mkdir(parents=True, exist_ok=True)
            (tmp_path / folder / "studyguide").touch(mode=0o755)

    return start


@pytest.mark.parametrize(
    ("program", "on_path", "expected"),
    [
        (".venv/bin/studyguide", "bin", ".venv/bin/studyguide"),
        (".venv/bin/studyguide", ".venv/bin", "studyguide"),
        ("a b/studyguide", "bin", "'a b/studyguide'"),
        ("tests/pytest", "bin", "studyguide"),
        ("pytest/__main__.py", "bin", "studyguide"),
    ],
)
def test_messages_name_the_program_that_was_started(started, capsys, program, on_path, expected):
    started(program, on_path)
    assert own_command.as_started("Try `studyguide check`.") == f"Try `{expected} check`."
    assert main(["explain", "SG999"]) == 2
    assert f"`{expected} list codes`" in capsys.readouterr().err
    assert main(["new", "one", "--title", "X", "--work", "play: X"]) == 0
    assert f"{expected} build one" in capsys.readouterr().out


def test_messages_name_the_module_that_was_started(monkeypatch):
    monkeypatch.setattr(sys, "argv", [str(ROOT / "src/studyguide/__main__.py")])
    assert re.fullmatch(r"\S*python[\d.]* -m studyguide", own_command.program())


def test_messages_name_targets_where_make_started_the_program(started, monkeypatch, capsys):
    started(".venv/bin/studyguide", "bin")
    monkeypatch.setenv(own_command.STARTER, "make")
    assert main(["new", "a b", "--title", "X", "--work", "play: X"]) == 0
    said = capsys.readouterr().out
    assert "make pdf GUIDE='a b'" in said
    assert "make check GUIDE='a b'" in said
    assert not re.search(r"(?<!/)\bstudyguide ", said)
    assert own_command.as_started("Choose `--edition teacher`.") == "Choose `EDITION=teacher`."


def test_every_target_in_messages_is_in_the_makefile():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert {name for name in own_command.TARGETS.values() if not re.search(rf"(?m)^{name}: ", makefile)} == set()


@pytest.mark.parametrize("extra", ["serve", "cluster"])
def test_the_command_that_installs_an_extra_works_without_the_package_index(monkeypatch, extra):
    advice = f"pip install 'studyguide[{extra}]'"
    here = own_command.as_started(advice)
    assert "make serve" in here if extra == "serve" else f"pip install -e '.[{extra}]'" in here
    monkeypatch.setattr(installers, "checkout", lambda: None)
    assert re.search(r"-m pip install .*(uvicorn|distributed)[<>=]", own_command.as_started(advice))


@pytest.mark.parametrize("line", ['eval "$({} bash)"', 'eval "$({} zsh)"', "{} fish | source"])
def test_the_line_for_a_shell_works_in_every_folder(started, monkeypatch, capsys, line):
    started(".venv/bin/studyguide", "bin")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    shell = re.findall("[a-z]*sh", line)[0]
    assert main(["completion", shell]) == 0
    assert line.format(f"{Path.cwd()}/.venv/bin/studyguide completion") in capsys.readouterr().err
