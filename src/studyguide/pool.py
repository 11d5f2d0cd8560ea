"""Pool: several builds of one guide at once, each in a process of its own."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from studyguide.build import Built, Request, build


def build_all(
    folder: Path, requests: Sequence[Request], report: Callable[[str], None]
) -> Iterator[tuple[Request, tuple[Built, ...] | Exception]]:
    """Each request with its files, or with what went wrong, in the order in which they are done.

    One that fails does not stop the others. Processes are spawned, so that none inherits half-made state.
    """
    workers = min(len(requests), os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        jobs = {pool.submit(build, folder, request): request for request in requests}
        for number, job in enumerate(as_completed(jobs), start=1):
            report(f"{number} of {len(jobs)} editions built")
            fault = job.exception()
            yield jobs[job], fault if isinstance(fault, Exception) else job.result()
