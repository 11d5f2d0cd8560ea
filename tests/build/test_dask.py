"""A library built on a Dask cluster of real processes: the same bytes as here, even where a worker dies."""

import io
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from studyguide.build import Built, Request, build, dask
from studyguide.cli import main
from studyguide.support.atomic_write import MANIFEST
from studyguide.support.errors import BuildError

ROOT = Path(__file__).parents[2]
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
    """Four guides; one has a mistake in it."""
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


def test_a_wrong_address_is_wrong_use_at_once(guides, tmp_path, capfd):
    for address in ("", "localhost", "nonsense://x"):
        assert main(["build", str(guides[0]), "--scheduler", address, "--output", str(tmp_path / "out")]) == 2
        assert f"'{address}' is not a scheduler address" in capfd.readouterr().err


def test_nothing_outside_the_guide_is_sent(guides, tmp_path):
    (tmp_path / "private/deep").mkdir(parents=True)
    for secret in (tmp_path / "private/secret.md", tmp_path / "private/deep/key"):
        secret.write_text("secret")
    guide = guides[0]
    shutil.rmtree(guide / "images", ignore_errors=True)
    (guide / "images").symlink_to(tmp_path / "private")
    (guide / "chapters/away").symlink_to(tmp_path / "private")
    (guide / "chapters/leak.md").symlink_to(tmp_path / "private/secret.md")
    (guide / "chapters/beside.md").symlink_to("../guide.yaml")
    os.mkfifo(guide / "chapters/pipe.md")
    os.utime(guide / "guide.yaml", (0, 0))
    with zipfile.ZipFile(io.BytesIO(dask.pack(guide))) as archive:
        names = archive.namelist()
        assert not any(b"secret" in archive.read(name) for name in names)
    assert {"guide.yaml", "sources.yaml", "chapters/beside.md"} < set(names)
    assert not {"chapters/leak.md", "chapters/pipe.md"} & set(names)
    assert dask.pack(guide) == dask.pack(guide)


def test_returned_files_are_written_only_below_the_output_folder(tmp_path):
    for name in ("../escaped.txt", str(tmp_path / "escaped.txt")):
        for delivery in (
            dask.BuiltFiles((Built(Path(name), None),), ((name, b"x"),)),
            dask.BuiltFiles((Built(Path("web"), None),), (("web/index.html", b"x"), (f"web/../{name}", b"x"))),
        ):
            with pytest.raises(BuildError, match="for another place"):
                dask.unpack(delivery, tmp_path / "out")
    assert not list(tmp_path.rglob("escaped.txt"))


def test_a_folder_that_comes_back_replaces_the_last_one_but_no_stranger(tmp_path):
    def sent(*names):
        return dask.BuiltFiles((Built(Path("web"), None),), tuple((f"web/{name}", b"x") for name in names))

    dask.unpack(sent("index.html", "old/page.html"), tmp_path)
    dask.unpack(sent("index.html", "new/page.html"), tmp_path)
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html")}
    assert found == {"web/index.html", "web/new/page.html"}
    (tmp_path / "web" / MANIFEST).unlink()
    with pytest.raises(BuildError, match="did not write this folder"):
        dask.unpack(sent("index.html"), tmp_path)
