"""Pool: several builds of one guide at once, each in a process of its own."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from studyguide.build import Built

Request = TypeVar("Request")


def run(
    job: Callable[[Path, Request], tuple[Built, ...]],
    folder: Path,
    requests: Sequence[Request],
    report: Callable[[int], None],
) -> Iterator[tuple[Request, tuple[Built, ...] | Exception]]:
    """Each request with its files, or with what went wrong, in the order in which they are done.

    `report` is told how many are. One that fails does not stop the others. Processes are spawned, so that none
    inherits half-made state.
    """
    if not requests:
        return
    workers = min(len(requests), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        jobs = {pool.submit(job, folder, request): request for request in requests}
        for number, done in enumerate(as_completed(jobs), start=1):
            report(number)
            fault = done.exception()
            yield jobs[done], fault if isinstance(fault, Exception) else done.result()
