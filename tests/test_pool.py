"""Builds at once: each outcome comes back, one that is killed is told in words, and none outlives the first process."""

import os
import subprocess
import sys
import time
from pathlib import Path

from studyguide import pool
from studyguide.build import Built
from studyguide.errors import BuildError

ROOT = Path(__file__).parents[1]
OUTLIVES = """
from pathlib import Path
from studyguide import pool
from tests.test_pool import slow
if __name__ == "__main__":
    list(pool.run(slow, Path(__import__("sys").argv[1]), ["one", "two"], lambda _: None))
"""


def job(folder: Path, request: str) -> tuple[Built, ...]:
    if request == "killed":
        os._exit(9)
    if request == "wrong":
        raise BuildError("It is wrong.")
    return (Built(folder / request, 1),)


def slow(folder: Path, request: str) -> tuple[Built, ...]:
    (folder / f"{request}-began").touch()
    time.sleep(3)
    (folder / f"{request}-ended").touch()
    return ()


def test_what_fails_does_not_stop_the_others(tmp_path):
    counted = []
    outcomes = dict(pool.run(job, tmp_path, ["one", "wrong", "two"], counted.append))
    assert outcomes["one"] == (Built(tmp_path / "one", 1),)
    assert outcomes["two"] == (Built(tmp_path / "two", 1),)
    assert str(outcomes["wrong"]) == "It is wrong."
    assert counted == [1, 2, 3]


def test_a_process_that_is_killed_is_told_in_words(tmp_path):
    ((_, outcome),) = pool.run(job, tmp_path, ["killed"], lambda _: None)
    assert isinstance(outcome, BuildError)
    assert "ended from outside" in str(outcome)


def test_no_process_outlives_the_first(tmp_path):
    (tmp_path / "script.py").write_text(OUTLIVES)
    here = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    first = subprocess.Popen([sys.executable, str(tmp_path / "script.py"), str(tmp_path)], env=here)
    while not list(tmp_path.glob("*-began")):
        time.sleep(0.05)
        assert first.poll() is None
    first.kill()
    first.wait()
    time.sleep(4)
    assert not list(tmp_path.glob("*-ended"))
