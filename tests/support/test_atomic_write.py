"""Whoever writes a file or folder, and whenever one is killed: a whole one is in its place, and nothing else stays."""

import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from studyguide.build import Request, build
from studyguide.support.atomic_write import MANIFEST, replacing, replacing_folder
from studyguide.support.up_to_date import FOLDER
from tests import few_chapters

NAMES = [f"page-{number}" for number in range(12)]


def write_file(target: Path, text: str) -> None:
    with replacing(target) as path, path.open("w") as file:
        for name in NAMES:
            file.write(f"{name} {text}\n")
            file.flush()


def write_folder(target: Path, text: str) -> None:
    """Each has files that others lack."""
    with replacing_folder(target) as folder:
        for name in NAMES:
            (folder / f"{name}-{text}").write_text(text)


def write_both(target: Path, begin: int) -> None:
    for number in range(begin, begin + 15):
        write_file(target / "file", str(number))
        write_folder(target / "folder", str(number))


def assert_whole(target: Path) -> None:
    assert sorted(path.name for path in target.iterdir()) == ["file", "folder"]
    (said,) = {line.partition(" ")[2] for line in (target / "file").read_text().splitlines()}
    assert said.isdigit()
    lines = (target / "file").read_text().splitlines()
    assert [line.partition(" ")[0] for line in lines] == NAMES
    names = {path.name for path in (target / "folder").iterdir()} - {MANIFEST}
    (last,) = {name.rpartition("-")[2] for name in names}
    assert names == {f"{name}-{last}" for name in NAMES}


def test_threads_write_the_same(tmp_path):
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(write_both, [tmp_path] * 4, [0, 100, 200, 300]))  # raises what they raise
    assert_whole(tmp_path)


def test_processes_write_the_same(tmp_path):
    context = multiprocessing.get_context("spawn")
    jobs = [context.Process(target=write_both, args=(tmp_path, begin)) for begin in (0, 100)]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join()
    assert [job.exitcode for job in jobs] == [0, 0]
    assert_whole(tmp_path)


def test_threads_build_the_same(tmp_path):
    guide = few_chapters.guide(tmp_path / "guide")
    request = Request(("epub", "web"), tmp_path / "out", edition="student", numbered=False)
    with ThreadPoolExecutor(3) as threads:
        list(threads.map(lambda _: build(guide, request), range(3)))
    assert len([path for path in (tmp_path / "out").iterdir() if path.name != FOLDER]) == 2


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Killed:
    """Web pages of two guides with one name, built in turn by processes that are killed."""

    def __init__(self, root: Path) -> None:
        self.output, self.guides, self.good = root / "out", [], []
        for number in range(2):
            guide = few_chapters.guide(root / f"guide-{number}")
            settings = (guide / "guide.yaml").read_text("utf-8")
            changed = settings.replace("\ndescription: ", f"\ndescription: Number {number}. ", 1)
            (guide / "guide.yaml").write_text(changed, "utf-8")
            self.guides.append(guide)
            before = time.monotonic()
            self.build(guide)
            self.lasts = time.monotonic() - before
            self.good.append(content(self.target))
        assert self.good[0] != self.good[1]

    @property
    def target(self) -> Path:
        (found,) = (path for path in self.output.iterdir() if path.name.endswith("-web"))
        return found

    def build(self, guide: Path) -> None:
        build(guide, Request(("web",), self.output, edition="student", numbered=False))

    def kill(self, guide: Path, after: float) -> None:
        job = multiprocessing.get_context("fork").Process(target=self.build, args=(guide,))
        job.start()
        time.sleep(after)
        job.kill()
        job.join()

    def hidden(self) -> list[str]:
        return [path.name for path in self.output.iterdir() if path.name not in {self.target.name, FOLDER}]


def killed_at_random(root: Path, times: int, seed: int) -> None:
    work, chance = Killed(root), random.Random(seed)  # noqa: S311 (moments, no secrets)
    for number in range(times):
        work.kill(work.guides[number % 2], chance.uniform(0, work.lasts * 1.1))
        assert content(work.target) in work.good
        assert len(work.hidden()) <= 2
    work.build(work.guides[0])
    assert content(work.target) == work.good[0]
    assert work.hidden() == []


def test_builds_that_are_killed_leave_the_last_edition(tmp_path):
    killed_at_random(tmp_path, 10, seed=1)


@pytest.mark.judge
def test_a_hundred_builds_that_are_killed(tmp_path):
    killed_at_random(tmp_path, 100, seed=2)


@pytest.mark.parametrize("state", ["written", "aside"])
def test_what_a_killed_build_left_is_tidied_up(tmp_path, state):
    """Where two folders cannot be exchanged, the last one steps aside for a moment."""
    work = Killed(tmp_path)
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    target = work.target
    left = target.with_name(f".{target.name}.{dead.pid}-1.{'old' if state == 'aside' else 'part'}")
    if state == "aside":
        target.rename(left)
    else:
        shutil.copytree(target, left)
        (left / "index.html").unlink()
    with replacing_folder(target) as folder:
        assert content(target) == work.good[1]
        (folder / "index.html").write_text("new")
    assert work.hidden() == []


def alive(mark: str) -> list[int]:
    """Processes that have this mark in their environment."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (folder / "environ").read_bytes():
                found.append(int(folder.name))
        except OSError:  # it has ended, or is somebody else's
            continue
    return found


@pytest.mark.parametrize("after", [0.2, 0.7, 1.5, 3.0])
def test_no_process_outlives_a_command_that_is_killed(tmp_path, after):
    """From the loading of modules up to the laying out of pages."""
    guide, mark = few_chapters.guide(tmp_path / "guide"), f"MARK={uuid.uuid4()}"
    command = [sys.executable, "-m", "studyguide", "build", guide, "--all-editions", "--output", tmp_path / "out"]
    env = os.environ | {mark.partition("=")[0]: mark.partition("=")[2]}
    first = subprocess.Popen([*command, "--workers", "2", "--no-cache"], env=env, stdout=subprocess.DEVNULL)
    time.sleep(after)
    before = alive(mark)
    first.kill()
    first.wait()
    time.sleep(1.5)
    left = alive(mark)
    assert first.pid in before
    assert left == []
