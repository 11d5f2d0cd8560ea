"""A process and all that it has begun, as Linux tells of them in /proc: their processor time and their memory."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Self

TICK = os.sysconf("SC_CLK_TCK")
OFTEN = 0.02
"""Seconds between two looks at the memory."""


def below(pid: int) -> Iterator[int]:
    """The processes that a process has begun and that run, and theirs."""
    with suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            for child in map(int, (thread / "children").read_text("ascii").split()):
                yield child
                yield from below(child)


def seconds(pid: int) -> float:
    """Processor time of a process, of what it has begun, and of what has ended and was waited for."""
    whole = 0
    for each in (pid, *below(pid)):
        with suppress(OSError):
            # The name, which may hold anything, stands in brackets; utime to cstime are fields 14 to 17 of proc(5).
            fields = Path(f"/proc/{each}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
            whole += sum(map(int, fields[11:15]))
    return whole / TICK


class Watch:
    """The most memory that each process below one has had at a time: bytes, with what it shares with others."""

    def __init__(self, pid: int) -> None:
        self.peaks: dict[int, int] = {}
        self._pid = pid
        self._end = Event()
        self._thread = Thread(target=self._look)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._end.wait(OFTEN):
            for pid in below(self._pid):
                with suppress(OSError):
                    self.peaks[pid] = max(_most(pid), self.peaks.get(pid, 0))


def _most(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text("utf-8", "replace")
    return next((int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM:")), 0)
