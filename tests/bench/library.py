"""Two hundred small guides: two processes against one, their memory, and the same through Dask."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench import guides, rows
from tests.bench.commands import TOOLS, Desk
from tests.bench.meter import ROOT, Cost, cost, medians

GUIDES = 200
RUNS = 1
"""How often each is timed: two hundred builds are many enough."""

TWO_GOAL, DASK_GOAL, MEMORY_GOAL = 1 / 1.85, 1.15, 150_000_000


def pool(desk: Desk) -> Iterator[rows.Row]:
    """All rows about them."""
    folders = [_guide(desk, number) for number in range(GUIDES)]
    command = [TOOLS / "studyguide", "build", *folders, "--format", "pdf", "--no-cache", "--force"]
    ours = [*command, "--output", desk.folder / "library"]

    def dask() -> Cost:
        with cluster() as address:
            return cost([*ours, "--scheduler", address])

    one, two, far = medians(
        RUNS, lambda: cost([*ours, "--workers", "1"]), lambda: cost([*ours, "--workers", "2"]), dask
    )
    what = f"{GUIDES} small PDFs by two processes"
    yield rows.builds(what, "ours, by one", two, one, TWO_GOAL)
    yield rows.waits("the same by two Dask workers", "ours, by two processes", far, two, DASK_GOAL)
    yield rows.memory("memory of the largest process of them", two.memory, MEMORY_GOAL)


def _guide(desk: Desk, number: int) -> Path:
    folder = desk.folder / "guides" / f"{number:03}"
    if not folder.exists():
        guides.write(folder, guides.TINY, seed=number, name=f"dummy-{number:03}")
    return folder


@contextmanager
def cluster() -> Iterator[str]:
    """The address of two Dask workers of one thread each, begun before anything is timed, without their profiler."""
    command = [sys.executable, "-m", "tests.bench.cluster"]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    with process:
        assert process.stdout is not None
        assert process.stdin is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.stdin.close()  # upon which it ends
