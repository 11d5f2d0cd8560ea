"""Several builds of one guide at the same time, each in its own process."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from studyguide.build import Built
from studyguide.support import processes
from studyguide.support.errors import BuildError

Source = TypeVar("Source")
Request = TypeVar("Request")


def run(
    job: Callable[[Source, Request], tuple[Built, ...]],
    source: Source,
    requests: Sequence[Request],
    report: Callable[[int], None],
    workers: int | None = None,
) -> Iterator[tuple[Request, tuple[Built, ...] | Exception]]:
    """Each request with its files or its error, in the order of completion.

    All are made from `source`; `report` is called with the number of finished requests. One that fails does not stop
    the others. When this process is stopped, running jobs are finished and no others begin. `workers` is the number of
    processes; by default, one for each core.
    """
    if not requests:
        return
    count = min(len(requests), workers or processes.cores())
    pool = ProcessPoolExecutor(count, processes.context(), _begin, (source,))
    try:
        jobs = {pool.submit(_done, job, request): request for request in requests}
        for number, done in enumerate(as_completed(jobs), start=1):
            report(number)
            yield jobs[done], _outcome(done)
    finally:
        pool.shutdown(cancel_futures=True)


_held: list[Any] = []
"""The source of all jobs of this process: a guide that is sent once keeps what its jobs have in common."""


def _begin(source: Any) -> None:
    processes.begin()
    _held[:] = [source]


def _done(job: Callable[[Any, Request], tuple[Built, ...]], request: Request) -> tuple[Built, ...]:
    return job(_held[0], request)


def _outcome(done: "Future[tuple[Built, ...]]") -> tuple[Built, ...] | Exception:
    fault = done.exception()
    if isinstance(fault, BrokenProcessPool):
        return BuildError(processes.ENDED)
    return fault if isinstance(fault, Exception) else done.result()
