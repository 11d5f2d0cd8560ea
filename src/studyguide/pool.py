"""Pool: several builds of one guide at once, each in a process of its own."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar

from studyguide.build import Built
from studyguide.errors import BuildError

Source = TypeVar("Source")
Request = TypeVar("Request")


def run(
    job: Callable[[Source, Request], tuple[Built, ...]],
    source: Source,
    requests: Sequence[Request],
    report: Callable[[int], None],
) -> Iterator[tuple[Request, tuple[Built, ...] | Exception]]:
    """Each request with its files, or with what went wrong, in the order in which they are done.

    `source` is what all of them are made of; `report` is told how many are done. One that fails does not stop the
    others; when this process is stopped, what has begun is finished and nothing else begins. Processes are spawned,
    so that none inherits half-made state.
    """
    if not requests:
        return
    workers = min(len(requests), os.cpu_count() or 1)
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _prepare)
    try:
        jobs = {pool.submit(job, source, request): request for request in requests}
        for number, done in enumerate(as_completed(jobs), start=1):
            report(number)
            yield jobs[done], _outcome(done)
    finally:
        pool.shutdown(cancel_futures=True)


def _outcome(done: "Future[tuple[Built, ...]]") -> tuple[Built, ...] | Exception:
    fault = done.exception()
    if isinstance(fault, BrokenProcessPool):
        return BuildError("A process that built a file was ended from outside: perhaps the memory was too small.")
    return fault if isinstance(fault, Exception) else done.result()


def _prepare() -> None:
    """Leave an interrupt from the keyboard to the first process, and end when that one has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
