"""Builds at once: each outcome comes back, one that is killed is told in words, and none outlives the first process."""

import os
import subprocess
import sys
import time
from pathlib import Path

from studyguide.build import Built, parallel
from studyguide.support.errors import BuildError

ROOT = Path(__file__).parents[2]
PREPARED = """
from pathlib import Path
from studyguide.build import parallel
from studyguide import formats
from tests.build.test_parallel import loaded
if __name__ == "__main__":
    formats.prepare(["studyguide.build.handout_files"])
    list(parallel.run(loaded, Path(__import__("sys").argv[1]), ["weasyprint", "pikepdf", "jinja2"], lambda _: None))
"""
OUTLIVES = """
from pathlib import Path
from studyguide.build import parallel
from tests.build.test_parallel import slow
if __name__ == "__main__":
    list(parallel.run(slow, Path(__import__("sys").argv[1]), ["one", "two"], lambda _: None))
"""


def job(folder: Path, request: str) -> tuple[Built, ...]:
    if request == "killed":
        os._exit(9)
    if request == "wrong":
        raise BuildError("It is wrong.")
    return (Built(folder / request, 1),)


class Counted:
    """A source that notes in its folder each time that it is sent to a process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __setstate__(self, state: dict[str, Path]) -> None:
        self.__dict__.update(state)
        with (self.folder / "sent").open("a") as file:
            file.write("x")


def taken(source: Counted, request: str) -> tuple[Built, ...]:
    return (Built(source.folder / request, 1),)


def slow(folder: Path, request: str) -> tuple[Built, ...]:
    (folder / f"{request}-began").touch()
    time.sleep(3)
    (folder / f"{request}-ended").touch()
    return ()


def loaded(folder: Path, request: str) -> tuple[Built, ...]:
    (folder / f"{request}-{request in sys.modules}").touch()
    return ()


def process(_folder: Path, _request: str) -> tuple[Built, ...]:
    time.sleep(0.1)
    return (Built(Path(str(os.getpid())), 1),)


def run(script: str, folder: Path) -> "subprocess.Popen[bytes]":
    (folder / "script.py").write_text(script)
    here = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    return subprocess.Popen([sys.executable, str(folder / "script.py"), str(folder)], env=here)


def test_what_fails_does_not_stop_the_others(tmp_path):
    counted = []
    outcomes = dict(parallel.run(job, tmp_path, ["one", "wrong", "two"], counted.append))
    assert outcomes["one"] == (Built(tmp_path / "one", 1),)
    assert outcomes["two"] == (Built(tmp_path / "two", 1),)
    assert str(outcomes["wrong"]) == "It is wrong."
    assert counted == [1, 2, 3]


def test_a_process_that_is_killed_is_told_in_words(tmp_path):
    ((_, outcome),) = parallel.run(job, tmp_path, ["killed"], lambda _: None)
    assert isinstance(outcome, BuildError)
    assert "ended from outside" in str(outcome)


def test_no_more_work_than_are_wanted(tmp_path):
    outcomes = dict(parallel.run(process, tmp_path, ["one", "two", "three"], lambda _: None, workers=1))
    assert len({built.path for (built,) in outcomes.values()}) == 1


def test_a_source_is_sent_to_each_process_once(tmp_path):
    requests = [str(number) for number in range(20)]
    outcomes = dict(parallel.run(taken, Counted(tmp_path), requests, lambda _: None, workers=2))
    assert {name: built[0].path for name, built in outcomes.items()} == {name: tmp_path / name for name in requests}
    assert 1 <= len((tmp_path / "sent").read_text()) <= 2


def test_they_are_forked_with_what_builds_need(tmp_path):
    run(PREPARED, tmp_path).wait()
    assert {path.name for path in tmp_path.glob("*-*")} == {"weasyprint-True", "pikepdf-True", "jinja2-True"}


def test_no_process_outlives_the_first(tmp_path):
    first = run(OUTLIVES, tmp_path)
    while not list(tmp_path.glob("*-began")):
        time.sleep(0.05)
        assert first.poll() is None
    first.kill()
    first.wait()
    time.sleep(4)
    assert not list(tmp_path.glob("*-ended"))
