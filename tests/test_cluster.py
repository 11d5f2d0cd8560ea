"""A library built on a Dask cluster of real processes: the same bytes as here, even where a worker dies."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from studyguide.build import Request, build
from studyguide.cli import main

ROOT = Path(__file__).parents[1]
SECOND = ROOT / "src/studyguide/specimen"
SCRIPT = """
import os, signal, sys, threading, time
from distributed import LocalCluster
from studyguide.cli import main

def kill_one_that_works(cluster):
    while not (busy := [each.address for each in cluster.scheduler.workers.values() if each.processing]):
        time.sleep(0.02)
    time.sleep(0.2)
    nanny = next(each for each in cluster.workers.values() if each.worker_address == busy[0])
    os.kill(nanny.process.pid, signal.SIGKILL)
    print("killed", flush=True)

if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        if sys.argv[2] == "kill":
            threading.Thread(target=kill_one_that_works, args=(cluster,), daemon=True).start()
        options = ["--format", "epub", "--no-pages", "--output", sys.argv[1]]
        code = main(["build", *sys.argv[3:], *options, "--scheduler", cluster.scheduler_address])
    sys.exit(code)
"""


@pytest.fixture
def guides(tmp_path):
    """Four guides, of which one has a mistake in it."""
    for number in range(1, 5):
        folder = Path(shutil.copytree(SECOND, tmp_path / f"guide-{number}"))
        text = (folder / "guide.yaml").read_text("utf-8").replace("name: frankenstein", f"name: guide-{number}")
        wrong = text.replace("\nworks:", "\nwurks:") if number == 2 else text
        (folder / "guide.yaml").write_text(wrong, "utf-8")
    return sorted(tmp_path.glob("guide-*"))


@pytest.mark.parametrize("how", ["gently", "kill"])
def test_it_builds_the_same_bytes_and_loses_nothing(guides, tmp_path, how):
    (tmp_path / "script.py").write_text(SCRIPT)
    here = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    command = [sys.executable, tmp_path / "script.py", tmp_path / "out", how, *guides]
    done = subprocess.run(command, env=here, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 1
    assert ("killed" in done.stdout.split()) == (how == "kill")
    assert f"{guides[1]}/guide.yaml:15:1: There is no key 'wurks' here." in done.stderr
    assert f"4 guides: 3 files written; 1 failed: {guides[1]}" in done.stdout
    for guide in (guides[0], *guides[2:]):
        (built,) = build(guide, Request(("epub",), tmp_path / "here", numbered=False))
        assert built.path.read_bytes() == (tmp_path / "out" / built.path.name).read_bytes()


def test_a_scheduler_that_is_not_there_is_an_error_in_words(guides, tmp_path, capfd):
    address = "tcp://127.0.0.1:9"
    assert main(["build", str(guides[0]), "--scheduler", address, "--output", str(tmp_path / "out")]) == 1
    assert f"There is no scheduler at {address}" in capfd.readouterr().err
