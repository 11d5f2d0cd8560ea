"""The command `serve`: its arguments, its words, and what it says where it cannot run."""

import argparse
import sys

import pytest

from studyguide.cli import main, serve_command
from studyguide.cli.argument_types import editor
from studyguide.serve import NEEDED, app
from studyguide.serve.words import WORDS
from studyguide.support import paths


@pytest.mark.parametrize(
    "address",
    ["vscode://file/{file}:{line}:{column}", "idea://open?file=/{file}&line={line}", "x-editor+1:{file}"],
)
def test_addresses_of_editors_are_taken(address):
    assert editor(address) == address


@pytest.mark.parametrize(
    "address",
    ["", "{file}", "vscode://file", "javascript:alert('{file}')", "https://x.org/{file}", "data:,{file}", "a b:{file}"],
)
def test_other_addresses_are_refused(address):
    with pytest.raises(argparse.ArgumentTypeError, match=r"editor|is not an address"):
        editor(address)


def test_without_the_extra_it_says_what_to_install(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert main(["serve", str(paths.starter_folder()), "--no-open"]) == 2
    before = NEEDED.partition("pip install")[0]
    assert f"{before}type `make serve`" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_named(capsys):
    assert main(["serve", "nowhere"]) == 2
    assert "There is no folder 'nowhere'." in capsys.readouterr().err


@pytest.mark.parametrize(("asked", "screen", "expected"), [(None, "", False), (True, "", True), (False, ":0", False)])
def test_a_browser_is_opened_only_if_asked_or_where_somebody_sits(monkeypatch, asked, screen, expected):
    monkeypatch.setenv("DISPLAY", screen)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("BROWSER", raising=False)
    assert serve_command._opens(argparse.Namespace(open=asked)) == expected  # noqa: SLF001


@pytest.mark.parametrize(("browser", "expected"), [("none", False), ("no", False), ("firefox", True), ("", True)])
def test_the_environment_can_ask_for_no_browser(monkeypatch, browser, expected):
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("BROWSER", browser)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert serve_command._opens(argparse.Namespace(open=None)) == expected  # noqa: SLF001


def test_every_word_is_used():
    template = (paths.templates_folder() / "serve/tools.html.j2").read_text("utf-8")
    scripts = "".join(path.read_text("utf-8") for path in app.CLIENT.values() if path.suffix == ".js")
    program = (paths.PACKAGE / "serve/app.py").read_text("utf-8")
    kinds = {"problem", "remark", "problems", "remarks", "problems one", "remarks one"}  # by the kind of a note
    used = {name for name in WORDS if f'"{name}"' in template + program or f"['{name}']" in scripts}
    used |= {name for name in WORDS if f"words.{name}" in scripts}
    assert used | kinds == set(WORDS)
