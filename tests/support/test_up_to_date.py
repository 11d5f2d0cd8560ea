"""Whether a build would have anything to do."""

import os
import time
from pathlib import Path

import pytest

from studyguide.support import cache_key, up_to_date
from studyguide.support.cache import SUFFIX, Cache


@pytest.fixture
def built(tmp_path):
    guide = tmp_path / "guide"
    guide.mkdir()
    (guide / "guide.yaml").write_text("name: x")
    output = tmp_path / "build"
    output.mkdir()
    file = output / "x.pdf"
    file.write_bytes(b"pdf")
    up_to_date.remember(guide, output, ["pdf"], {file: 3}, up_to_date.fingerprint(guide))
    return guide, output, file


def test_nothing_changed(built):
    guide, output, file = built
    assert up_to_date.outputs(guide, output, ["pdf"]) == {file: 3}


def test_other_options_are_another_build(built):
    guide, output, _ = built
    assert up_to_date.outputs(guide, output, ["epub"]) is None


@pytest.mark.parametrize(
    "change",
    ["edit", "add", "school", "remove", "rename", "output edited", "output removed", "record damaged", "record old"],
)
def test_any_change_is_seen(built, change):
    guide, output, file = built
    source = guide / "guide.yaml"
    match change:
        case "edit":
            source.write_text("name: y")
        case "add":
            (guide / "chapters").mkdir()
            (guide / "chapters" / "new.yaml").touch()
        case "school":
            (guide / "school.docx").write_bytes(b"PK")
        case "remove":
            source.unlink()
        case "rename":
            source.rename(guide / "other.yaml")
        case "output edited":
            file.write_bytes(b"PDF")
        case "output removed":
            file.unlink()
        case "record damaged":
            record = next((output / up_to_date.FOLDER).iterdir())
            record.write_bytes(record.read_bytes().replace(b", 3]", b", 4]"))
        case "record old":
            (name,) = (file.name for file in (output / up_to_date.FOLDER).iterdir())
            Cache(output / up_to_date.FOLDER).put(name.removesuffix(SUFFIX), b'{"sources": 1}')
    assert up_to_date.outputs(guide, output, ["pdf"]) is None


@pytest.mark.parametrize("change", ["edited", "added", "removed", "renamed"])
def test_any_change_in_a_folder_that_was_built_is_seen(built, change):
    guide, output, _ = built
    folder = output / "x-web"
    (folder / "fonts").mkdir(parents=True)
    page = folder / "fonts" / "page"
    page.write_text("a")
    up_to_date.remember(guide, output, ["web"], {folder: None}, up_to_date.fingerprint(guide))
    assert up_to_date.outputs(guide, output, ["web"]) == {folder: None}
    match change:
        case "edited":
            page.write_text("b")
        case "added":
            (folder / ".more").touch()
        case "removed":
            page.unlink()
        case "renamed":
            page.rename(folder / "page")
    assert up_to_date.outputs(guide, output, ["web"]) is None


def test_a_source_that_changes_during_the_build_is_seen_later(built):
    guide, output, file = built
    before = up_to_date.fingerprint(guide)
    (guide / "guide.yaml").write_text("name: changed meanwhile")
    up_to_date.remember(guide, output, ["pdf"], {file: 3}, before)
    assert up_to_date.outputs(guide, output, ["pdf"]) is None


def test_an_unwritable_record_is_not_a_failure(built):
    guide, output, file = built
    (output / "file").touch()
    up_to_date.remember(guide, output / "file", ["pdf"], {file: 3}, "x")
    assert up_to_date.outputs(guide, output / "file", ["pdf"]) is None


def test_built_files_may_be_in_the_guide(built):
    guide, _, _ = built
    before = up_to_date.fingerprint(guide)
    (guide / "build").mkdir()
    (guide / "build" / "x.pdf").touch()
    (guide / "x.epub").touch()
    assert up_to_date.fingerprint(guide) == before


def test_anything_but_a_file_is_not_read(built):
    """An editor's lock is a link to nowhere, and a pipe never ends."""
    guide, _, _ = built
    (guide / "chapters").mkdir()
    found = {up_to_date.fingerprint(guide)}
    (guide / "chapters" / ".#text.md").symlink_to("nobody@nowhere.1234")
    found.add(up_to_date.fingerprint(guide))
    os.mkfifo(guide / "chapters" / "pipe.yaml")
    found.add(up_to_date.fingerprint(guide))
    assert len(found) == 3


def test_a_change_behind_a_link_is_seen(built, tmp_path):
    guide, _, _ = built
    (tmp_path / "elsewhere.yaml").write_text("a")
    (guide / "sources.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    before = up_to_date.fingerprint(guide)
    (tmp_path / "elsewhere.yaml").write_text("ab")
    assert up_to_date.fingerprint(guide) != before


def test_a_name_need_not_be_text(built):
    guide, _, _ = built
    odd = Path(os.fsdecode(os.fsencode(guide) + b"\xff"))
    guide.rename(odd)
    assert up_to_date.fingerprint(odd)


def test_a_build_is_found_from_another_folder(built, monkeypatch):
    guide, output, file = built
    monkeypatch.chdir(output)
    assert up_to_date.outputs(guide, Path(), ["pdf"]) == {Path(file.name): 3}


@pytest.mark.parametrize("change", ["edited, its date as before", "touched", "linked", "added", "removed", "renamed"])
def test_a_change_of_the_program_is_seen_by_the_next_process(built, monkeypatch, tmp_path, change):
    guide, _, _ = built
    program = tmp_path / "program"
    (program / "templates").mkdir(parents=True)
    template = program / "templates" / "page.j2"
    template.write_text("a")
    (tmp_path / "elsewhere.py").write_text("a")
    (program / "link.py").symlink_to(tmp_path / "elsewhere.py")
    (program / "lock.py").symlink_to("nobody@nowhere.1234")
    monkeypatch.setattr(cache_key, "PACKAGE", program)
    before = _as_a_new_process(guide)
    assert _as_a_new_process(guide) == before
    match change:
        case "edited, its date as before":
            then = template.stat()
            time.sleep(0.02)  # so that the system's clock for files has moved on
            template.write_text("b")
            os.utime(template, ns=(then.st_atime_ns, then.st_mtime_ns))
        case "touched":
            os.utime(template, ns=(1, 1))
        case "linked":
            (tmp_path / "elsewhere.py").write_text("ab")
        case "added":
            (program / "more.py").touch()
        case "removed":
            template.unlink()
        case "renamed":
            template.rename(program / "page.j2")
    after = _as_a_new_process(guide)
    assert after[0] != before[0]
    assert (after[1] == before[1]) == (change == "touched")  # then all that is kept can be used


def _as_a_new_process(guide):
    cache_key.dates.cache_clear()
    cache_key.program.cache_clear()
    return up_to_date.fingerprint(guide), cache_key.program()


@pytest.fixture(autouse=True)
def _forget():
    yield
    cache_key.dates.cache_clear()
    cache_key.program.cache_clear()
