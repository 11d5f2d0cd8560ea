"""Templates are compiled once; what is kept of them says nothing of any guide."""

import os

import jinja2
import pytest

from studyguide.support import paths, templates

NAMES = sorted(file.relative_to(paths.templates_folder()).as_posix() for file in paths.templates_folder().rglob("*.j2"))

ABOUT = dict.fromkeys(
    (
        *(
            "language",
            "direction",
            "title",
            "title_on_page",
            "subtitle",
            "works",
            "works_on_page",
            "edition",
            "authors",
        ),
        *("rights", "licence"),
    ),
    "",
)


class Recording(dict):
    """Jinja2's own filters, and all others, which write down that they were called; no code may be made of these."""

    def __init__(self, calls):
        super().__init__(jinja2.defaults.DEFAULT_FILTERS)
        self.calls = calls

    def __contains__(self, name):
        return True

    def get(self, name, default=None):
        return self[name]

    def __missing__(self, name):
        return lambda *_given, **_named: self.calls.append(name) or name


@pytest.mark.parametrize("name", NAMES)
def test_no_code_of_a_template_depends_on_a_filter_of_ours(name):
    calls = []
    environment = templates.environment()
    environment.filters = Recording(calls)
    source, _, _ = environment.loader.get_source(environment, name)
    environment.compile(source, name)
    assert calls == []
    environment.compile("{{ 'a word' | anything }}")
    assert calls == ["anything"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where compiled templates are kept for this test; those that are at hand are forgotten."""
    kept = tmp_path / "kept"
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr(templates, "compiled", lambda filters: templates.Compiled(kept, filters))
    monkeypatch.setattr(templates, "environment", templates.environment.__wrapped__)
    return kept


def compilations(monkeypatch):
    made = []
    compiled = jinja2.Environment.compile
    monkeypatch.setattr(jinja2.Environment, "compile", lambda *given: made.append(given[2]) or compiled(*given))
    return made


def text():
    return templates.render("epub/title.xhtml.j2", about=ABOUT, day="today", comma=", ")


def test_a_template_is_compiled_once_and_again_when_what_is_kept_is_damaged(folder, monkeypatch):
    made = compilations(monkeypatch)
    first = text()
    assert len(made) == 1
    assert text() == first
    assert len(made) == 1
    (kept,) = folder.iterdir()
    kept.write_bytes(kept.read_bytes()[:-1] + b"?")
    assert text() == first
    assert len(made) == 2
    assert text() == first
    assert len(made) == 2


DAMAGES = {
    "empty": lambda kept: b"",
    "cut after the magic number of Jinja2": lambda kept: kept[:20],
    "cut in the middle": lambda kept: kept[: len(kept) // 2],
    "cut before its end": lambda kept: kept[:-1],
    "other words in it": lambda kept: kept.replace(b"xhtml", b"owned"),
    "a pickle, which Jinja2 reads": lambda kept: b"cbuiltins\nexit\n(tR.",
    "zeros, as a file system leaves them": lambda kept: bytes(len(kept)),
    **{f"bit {bit} turned": lambda kept, bit=bit: turned(kept, bit) for bit in range(0, 4000, 97)},
}


def turned(kept, bit):
    """Content with one bit changed, counted from its end, where compiled code is."""
    place = len(kept) - 1 - bit // 8
    return kept[:place] + bytes([kept[place] ^ 1 << bit % 8]) + kept[place + 1 :]


@pytest.mark.parametrize("damage", DAMAGES)
def test_no_damage_to_what_is_kept_changes_a_page(folder, damage):
    """Jinja2's own `FileSystemBytecodeCache` fails at six of these: it keeps no digest, and runs what is left."""
    first = text()
    (kept,) = folder.iterdir()
    damaged = DAMAGES[damage](kept.read_bytes())
    assert damaged != kept.read_bytes()
    kept.write_bytes(damaged)
    assert text() == first


@pytest.mark.parametrize("put", [lambda file: file.mkdir(), os.mkfifo, lambda file: file.symlink_to("/dev/zero")])
def test_no_other_thing_in_place_of_what_is_kept_keeps_a_page(folder, put):
    first = text()
    (kept,) = folder.iterdir()
    kept.unlink()
    put(kept)
    assert text() == first


def test_a_folder_that_cannot_be_written_to_is_done_without(folder):
    folder.write_text("a file, which not even root makes entries in")
    assert text() == text()
    assert folder.is_file()


def test_nothing_is_kept_where_python_keeps_nothing(folder, monkeypatch):
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    text()
    assert not folder.exists()


def test_they_are_kept_beside_the_templates_as_python_keeps_its_own():
    assert templates.compiled(frozenset()).folder == paths.templates_folder() / "__pycache__"


def test_a_process_compiles_a_template_once_for_all_guides(folder, monkeypatch):
    kept = templates.Compiled(folder)
    monkeypatch.setattr(templates, "compiled", lambda _filters: kept)
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    made = compilations(monkeypatch)
    assert text() == text()
    assert (len(made), folder.exists()) == (1, False)


def test_a_template_that_was_compiled_without_a_filter_is_compiled_again_with_it():
    few, more = (templates.compiled(frozenset(names)) for names in ((), ("own",)))
    assert few is not more
