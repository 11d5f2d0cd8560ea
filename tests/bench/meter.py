"""``python -m tests.bench.meter COMMAND...``: what a command takes, as JSON; and how the others ask for it.

Each measure has a process of its own, which waits for all that the command has begun, also for what outlives it, so
that nothing of it is left out and nothing of another is counted.
"""

import ctypes
import json
import os
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench import tree

PR_SET_CHILD_SUBREAPER = 36
"""Of prctl(2): what outlives its parent becomes ours, so that its processor time is counted too."""

PATIENCE = 30
"""Seconds after which what a command has left behind is ended."""

ROOT = Path(__file__).parents[2]
Command = Sequence[str | Path]


@dataclass(frozen=True)
class Cost:
    """What a command takes."""

    wall: float
    """Seconds that pass."""
    cpu: float
    """Seconds of processor time, user and system, of all processes."""
    first: int = 0
    """The most memory that its first process had, in bytes; of what takes milliseconds, none may be seen."""
    others: int = 0
    """The most that any other had."""

    @property
    def memory(self) -> int:
        """The most that any process had."""
        return max(self.first, self.others)


def cost(command: Command, env: Mapping[str, str] | None = None) -> Cost:
    """What a command takes, its children included; in `env`, what its environment has besides ours."""
    measured = [sys.executable, "-m", "tests.bench.meter", *map(str, command)]
    done = subprocess.run(
        measured, cwd=ROOT, env={**os.environ, **(env or {})}, stdout=subprocess.PIPE, text=True, check=True
    )
    return Cost(**json.loads(done.stdout))


def medians(runs: int, *measures: Callable[[], Cost]) -> list[Cost]:
    """The medians of each measure, and the most of memory; they take turns."""
    rows = [[measure() for measure in measures] for _ in range(runs)]
    return [
        Cost(
            statistics.median(each.wall for each in column),
            statistics.median(each.cpu for each in column),
            max(each.first for each in column),
            max(each.others for each in column),
        )
        for column in zip(*rows, strict=True)
    ]


def measure(command: Sequence[str]) -> Cost:
    """Run a command and wait for all that it has begun. Raises `CalledProcessError`, with what it has said."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
    with tempfile.TemporaryFile() as said, tree.Watch(os.getpid()) as watch:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT)
        process.wait()
        wall = time.perf_counter() - began
        if process.returncode:
            said.seek(0)
            raise subprocess.CalledProcessError(process.returncode, command, said.read())
    _wait_for_the_rest()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    others = [most for pid, most in watch.peaks.items() if pid != process.pid]
    return Cost(wall, used.ru_utime + used.ru_stime, watch.peaks.get(process.pid, 0), max(others, default=0))


def _wait_for_the_rest() -> None:
    signal.signal(signal.SIGALRM, lambda *_: [os.kill(pid, signal.SIGKILL) for pid in tree.below(os.getpid())])
    signal.alarm(PATIENCE)
    with suppress(ChildProcessError):
        while True:
            os.wait()


def main() -> None:
    """Measure one command."""
    try:
        sys.stdout.write(json.dumps(asdict(measure(sys.argv[1:]))) + "\n")
    except subprocess.CalledProcessError as error:
        sys.exit(f"{error}\n{error.output.decode('utf-8', 'replace')}")


if __name__ == "__main__":
    main()
