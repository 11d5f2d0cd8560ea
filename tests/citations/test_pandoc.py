"""The program that sets citations: when it is missing, old, broken or slow; and when it need not be asked."""

import json
import shlex
import sys
from itertools import count

import pytest

from studyguide.citations import pandoc
from studyguide.support.cache import Cache
from studyguide.support.errors import BuildError
from tests.set_citations import body

_NUMBER = count()


def source():
    """A source that no other test has set."""
    return {"id": "one", "type": "book", "title": f"Of this test alone {next(_NUMBER)}"}


def set_one(**more):
    return body([source()], "apa", [[("one", None)]], **more)


@pytest.fixture
def fake(tmp_path, monkeypatch):
    """Puts a program of ours in Pandoc's place."""

    def put(text, version="pandoc 3.9"):
        path = tmp_path / "pandoc"
        start = f'import sys\nif "--version" in sys.argv:\n    print({version!r})\n    sys.exit()\n'
        script = tmp_path / "pandoc.py"
        script.write_text(start + text)
        path.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {shlex.quote(str(script))} "$@"\n')
        path.chmod(0o755)
        monkeypatch.setattr(pandoc, "program", lambda: str(path))
        return path

    yield put
    pandoc._new_enough.cache_clear()  # noqa: SLF001


def refused(**more):
    with pytest.raises(BuildError) as error:
        set_one(**more)
    text = str(error.value)
    assert "\n" not in text
    assert "Traceback" not in text
    return text


def test_without_pandoc_the_author_reads_what_to_install(monkeypatch):
    monkeypatch.setattr(pandoc, "find_spec", lambda _name: None)
    monkeypatch.setattr(pandoc, "which", lambda _name: None)
    pandoc.program.cache_clear()
    try:
        assert refused() == (
            "Citations are set by Pandoc, and it is not on this machine. "
            "Install the Python package pypandoc-binary, or Pandoc 3.1 or newer from pandoc.org."
        )
    finally:
        pandoc.program.cache_clear()


def test_pandoc_on_the_path_serves_where_the_package_is_not(monkeypatch, fake):
    path = fake("")
    monkeypatch.undo()
    monkeypatch.setattr(pandoc, "find_spec", lambda _name: None)
    monkeypatch.setenv("PATH", str(path.parent))
    pandoc.program.cache_clear()
    try:
        assert pandoc.program() == str(path)
    finally:
        pandoc.program.cache_clear()


@pytest.mark.parametrize(
    ("version", "words"),
    [
        ("pandoc 2.19.2", "Pandoc 2.19 is too old to set citations. Install"),
        ("pandoc.exe 3.0", "Pandoc 3.0 is too old to set citations. Install"),
        ("busybox", "does not say which Pandoc it is. Install"),
    ],
)
def test_an_old_pandoc_is_named(fake, version, words):
    fake("", version)
    assert words in refused()


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("sys.exit('out of\\nmemory')", "Pandoc could not set the citations: out of memory (exit code 1)."),
        ("sys.exit(3)", "Pandoc could not set the citations: it gives no reason (exit code 3)."),
        ("print('no JSON')", "Pandoc's answer about the citations cannot be read."),
        ('print(\'{"pandoc-api-version": [1, 24], "blocks": []}\')', "Pandoc's answer about the citations"),
        ('print(\'{"pandoc-api-version": [1, 23], "blocks": [1]}\')', "Pandoc's answer about the citations"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "(exit code -9)"),
    ],
)
def test_a_pandoc_that_fails_is_a_sentence(fake, program, words):
    fake(program)
    assert words in refused()


def test_a_pandoc_that_takes_too_long_is_stopped(fake, monkeypatch):
    monkeypatch.setattr(pandoc, "SECONDS", 1)
    fake("import time\ntime.sleep(30)")
    assert refused().startswith("Pandoc was stopped: it took more than 1 seconds for the citations.")


def test_a_pandoc_that_cannot_be_started_is_a_sentence(fake):
    fake("").chmod(0o644)
    assert "Pandoc cannot be started" in refused()


def test_it_gets_no_shell_a_sandbox_and_a_folder_of_its_own(fake, tmp_path):
    report = tmp_path / "report.json"
    asked = "import json, os\nopen({!r}, 'w').write(json.dumps([sys.argv[1:], os.getcwd(), sorted(os.listdir())]))"
    fake(asked.format(str(report)))
    refused()
    arguments, folder, names = json.loads(report.read_text())
    assert {"--sandbox", "--data-dir=.", "-M1g"} <= set(arguments)
    assert folder != str(tmp_path)
    assert names == ["sources.json", "style.csl"]


def test_answers_are_kept_in_the_process_and_in_the_store(fake, tmp_path, monkeypatch):
    one = source()
    made = body([one], "apa", [[("one", None)]], store=Cache(tmp_path / "kept"))
    monkeypatch.setattr(pandoc, "_set", lambda *_: pytest.fail("Pandoc was asked again"))
    assert body([one], "apa", [[("one", None)]]) == made
    pandoc._kept.clear()  # noqa: SLF001
    assert body([one], "apa", [[("one", None)]], store=Cache(tmp_path / "kept")) == made


@pytest.mark.parametrize("change", ["title", "style", "language", "citation", "program"])
def test_changed_citations_are_set_again(tmp_path, monkeypatch, change):
    asked = []
    real = pandoc._set  # noqa: SLF001
    monkeypatch.setattr(pandoc, "_set", lambda *parts: asked.append(parts) or real(*parts))
    one = source()
    body([one], "apa", [[("one", None)]])
    assert len(asked) == 1
    if change == "program":
        monkeypatch.setattr(pandoc, "_identity", lambda _path: b"another")
    changed = {**one, "title": f"{one['title']} X"} if change == "title" else one
    style, language = "mla" if change == "style" else "apa", "de-DE" if change == "language" else "en-GB"
    body([changed], style, [[("one", "p. 3" if change == "citation" else None)]], language)
    assert len(asked) == 2


@pytest.mark.parametrize("kept", [b"", b"[", b"[]", b'{"blocks": []}', b"\xff"])
def test_a_damaged_answer_counts_as_none(tmp_path, monkeypatch, kept):
    monkeypatch.setattr(Cache, "get", lambda *_: kept)
    assert "Of this test alone" in set_one(store=Cache(tmp_path))


def test_without_citations_pandoc_is_not_asked(monkeypatch):
    monkeypatch.setattr(pandoc, "program", lambda: pytest.fail("Pandoc was asked"))
    assert body([], "apa", []) == "<section><ul></ul></section>"


def test_the_same_bytes_from_two_calls(monkeypatch):
    one = source()
    first = body([one], "mla", [[("one", "p. 3")]])
    pandoc._kept.clear()  # noqa: SLF001
    assert body([one], "mla", [[("one", "p. 3")]]) == first
