"""Several guides in one command: one that fails stops no other, and the exit code says so."""

import shutil

import pytest

from studyguide.cli import main
from tests import few_chapters


@pytest.fixture
def shelf(tmp_path):
    """Three guides, of which the middle one has a mistake in it."""
    for name in ("first", "second", "third"):
        folder = few_chapters.guide(tmp_path / name)
        text = (folder / "guide.yaml").read_text("utf-8")
        wrong = text.replace("\nworks:", "\nwurks:") if name == "second" else text
        (folder / "guide.yaml").write_text(wrong.replace("name: frankenstein", f"name: {name}-guide"), "utf-8")
    return tmp_path


def build(shelf, *names, options=()):
    folders = [str(shelf / name) for name in names]
    return main(["build", *folders, "--format", "epub", "--no-pages", "--output", str(shelf / "out"), *options])


def test_one_that_fails_stops_no_other(shelf, capfd):
    assert build(shelf, "first", "second", "third") == 1
    shown = capfd.readouterr()
    assert sorted(path.name for path in (shelf / "out").glob("*.epub")) == ["first-guide.epub", "third-guide.epub"]
    assert shown.out.splitlines()[-1] == f"3 guides: 2 files written; 1 failed: {shelf / 'second'}"
    assert f"{shelf / 'second'}/guide.yaml:15:1: There is no key 'wurks' here." in shown.err
    assert build(shelf, "first", "third") == 0
    assert capfd.readouterr().out.splitlines()[-1] == "2 guides: 2 files up to date"


def test_editions_of_all_guides_are_built(shelf, capfd):
    assert build(shelf, "first", "second", "third", options=["--all-editions"]) == 1
    assert len(list((shelf / "out").glob("*.epub"))) > 2
    assert capfd.readouterr().out.splitlines()[-1].endswith(f"1 failed: {shelf / 'second'}")


def test_two_guides_of_one_name_are_refused(shelf, capfd):
    shutil.copytree(shelf / "first", shelf / "copy")
    assert build(shelf, "first", "copy") == 2
    assert "both have files called 'first-guide', so one would replace the other's" in capfd.readouterr().err
    assert not list((shelf / "out").glob("*.epub"))


def test_a_guide_that_is_called_as_an_edition_of_another_is_refused(shelf, capfd):
    settings = shelf / "third/guide.yaml"
    settings.write_text(settings.read_text("utf-8").replace("name: third-guide", "name: first-guide-teacher"), "utf-8")
    assert build(shelf, "first", "third", options=["--all-editions"]) == 2
    assert "both have files called 'first-guide-teacher'" in capfd.readouterr().err


def test_one_process_builds_the_same(shelf, capfd):
    assert build(shelf, "first", "third", options=["--workers", "1"]) == 0
    before = {path.name: path.read_bytes() for path in (shelf / "out").glob("*.epub")}
    assert build(shelf, "first", "third", options=["--workers", "2", "--force"]) == 0
    assert len(before) == 2
    assert before == {path.name: path.read_bytes() for path in (shelf / "out").glob("*.epub")}


def test_processes_here_and_a_cluster_are_wrong_use(shelf, capfd):
    assert build(shelf, "first", "third", options=["--workers", "2", "--scheduler", "tcp://127.0.0.1:9"]) == 2
    assert "--workers is for this machine" in capfd.readouterr().err


@pytest.mark.parametrize("number", ["0", "-1", "two", "1001", "1.5"])
def test_a_wrong_number_of_processes_is_wrong_use(shelf, capfd, number):
    with pytest.raises(SystemExit) as ended:
        build(shelf, "first", "third", options=[f"--workers={number}"])
    assert ended.value.code == 2
    assert f"'{number}' is not a number of processes; give a whole number from 1 to 1000" in capfd.readouterr().err


def test_an_unreadable_guide_is_not_a_namesake(shelf, capfd):
    file = shelf / "second/guide.yaml"
    file.write_text(file.read_text("utf-8").replace("name: second-guide", "name: first-guide"), "utf-8")
    assert build(shelf, "first", "second") == 1
    assert capfd.readouterr().out.splitlines()[-1] == f"2 guides: 1 file written; 1 failed: {shelf / 'second'}"
    file.write_text(file.read_text("utf-8").replace("wurks:", "works:"), "utf-8")
    assert build(shelf, "first", "second") == 2
    assert "both have files called 'first-guide'" in capfd.readouterr().err


def test_a_guide_that_is_not_a_folder_is_wrong_use_and_does_not_stop_others(shelf, capfd):
    (shelf / "README.md").write_text("All our guides.", "utf-8")
    for number, options in enumerate(((), ("--force",), ("--all-editions", "--force"))):
        assert build(shelf, "README.md", "first", "nowhere", options=options) == 2
        shown = capfd.readouterr()
        assert f"There is no folder '{shelf / 'README.md'}'" in shown.err
        assert f"There is no folder '{shelf / 'nowhere'}'" in shown.err
        failed = f"2 failed: {shelf / 'README.md'}, {shelf / 'nowhere'}"
        assert shown.out.splitlines()[-1].endswith(failed)
        assert ("3 guides: 1 file written" in shown.out) == (number < 2)
    assert (shelf / "out/first-guide.epub").exists()
