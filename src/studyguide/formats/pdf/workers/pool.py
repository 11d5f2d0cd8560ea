"""Processes that lay out parts. Each keeps its own parts, because a layout cannot be sent to another process.

A pool of one worker works in this process. The workers of larger pools are forked from a server process that has loaded
WeasyPrint already, if the system supports that.
"""

import gc
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from studyguide import formats
from studyguide.formats.pdf.weasy.late_subsetter import subsetting_late
from studyguide.formats.pdf.weasy.system_libraries import by_whole_names
from studyguide.publication import Publication
from studyguide.support import processes
from studyguide.support.errors import BuildError, NoPangoError
from studyguide.themes.theme import Look

if TYPE_CHECKING:
    from studyguide.formats.pdf.workers.worker import Worker

Item = TypeVar("Item")
Task = tuple[str, Any]
"""The name of a method of `worker.Worker`, and its argument."""

PANGO = """\
The PDF needs the Pango library, which is not on this machine. Install it with
    Debian, Ubuntu    sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
    Fedora            sudo dnf install pango
    Alpine            sudo apk add pango
    macOS             brew install pango
    Windows           pacman -S mingw-w64-x86_64-pango    (in MSYS2)
EPUB does not need it."""


class WorkerHandle(Protocol):
    """A worker of the pool."""

    def submit(self, task: str, argument: Any) -> "Future[Any]":
        """Start a task; return its future result."""

    def close(self) -> None:
        """Stop the worker."""


class WorkerPool:
    """A number of workers for one publication in one look. A process is started when it gets its first task."""

    def __init__(self, publication: Publication, look: Look, workers: int, *, keeps_pages: bool = False) -> None:
        """A single worker may keep pages of earlier versions (`Renderer`)."""
        about = replace(publication, sections=(), breaks=())
        outside: list[WorkerHandle] = [_Outside(about, look) for _ in range(workers)]
        self._hands = outside if workers > 1 else [_Inside(about, look, keeps_pages=keeps_pages)]

    def each(
        self,
        items: Sequence[Item],
        task: Callable[[Item], Task],
        holder: Callable[[Item], int | None] = lambda _item: None,
    ) -> Iterator[tuple[Item, int, Any]]:
        """Each item when its task is done, with the number of the worker that did it and the result.

        A task is made only when a worker is free, so that it can use earlier results. `holder` returns the number of
        the worker that must do the task, or None. If tasks fail, raises the error of the first such item.
        """
        queues = [deque(item for item in items if holder(item) == number) for number in range(len(self._hands))]
        free = deque(item for item in items if holder(item) is None)
        running: dict[Future[Any], tuple[Item, int]] = {}
        faults: list[tuple[int, BaseException]] = []
        try:
            while True:
                idle = set(range(len(self._hands))) - {number for _, number in running.values()}
                for number in sorted(idle) if not faults else ():
                    if queue := queues[number] or free:
                        item = queue.popleft()
                        running[self._hands[number].submit(*task(item))] = item, number
                if not running:
                    break
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    item, number = running.pop(future)
                    if fault := future.exception():
                        faults.append((items.index(item), fault))
                    else:
                        yield item, number, future.result()
        except BaseException:
            self.close()
            raise
        if faults:
            self.close()
            fault = min(faults, key=lambda each: each[0])[1]
            raise BuildError(processes.ENDED) if isinstance(fault, BrokenProcessPool) else fault

    def close(self) -> None:
        """Stop the processes; another task starts new ones."""
        for hand in self._hands:
            hand.close()


class _Inside:
    """A worker in this process."""

    def __init__(self, publication: Publication, look: Look, *, keeps_pages: bool) -> None:
        self._made_of, self._keeps_pages = (publication, look), keeps_pages
        self._worker: Worker | None = None

    def submit(self, task: str, argument: Any) -> "Future[Any]":
        """See `WorkerHandle`; errors are raised at once."""
        self._worker = self._worker or _worker(*self._made_of, keeps_pages=self._keeps_pages)
        done: Future[Any] = Future()
        done.set_result(getattr(self._worker, task)(argument))
        return done

    def close(self) -> None:
        """See `WorkerHandle`."""
        self._worker = None


class _Outside:
    """A worker in a separate process, which is started with its first task."""

    def __init__(self, publication: Publication, look: Look) -> None:
        self._made_of = publication, look
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, task: str, argument: Any) -> "Future[Any]":
        """See `WorkerHandle`."""
        if self._pool is None:
            formats.prepare()
            self._pool = ProcessPoolExecutor(1, processes.context(), _begin, self._made_of)
        try:
            return self._pool.submit(_do, task, argument)
        except BrokenProcessPool as error:  # the process was ended while it was idle
            broken: Future[Any] = Future()
            broken.set_exception(error)
            return broken

    def close(self) -> None:
        """See `WorkerHandle`."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)  # and wait, because without that a process can hang (Python 3.11)
            self._pool = None


_own: dict[str, Any] = {}
"""The state of a worker process: the arguments for its worker, and the worker."""


def _begin(publication: Publication, look: Look) -> None:
    processes.begin()
    _own["made of"] = publication, look


def _do(task: str, argument: Any) -> Any:
    """Do a task with the worker of this process; return the result.

    A tenth of the memory of a layout is garbage, which is collected at once. The laid-out pages stay until they are
    written, so they are frozen, and not searched for garbage again and again.
    """
    if "worker" not in _own:
        _own["worker"] = _worker(*_own["made of"])
    if task == "write":
        gc.unfreeze()
    done = getattr(_own["worker"], task)(argument)
    if task == "lay_out":
        gc.collect()
        gc.freeze()
    return done


def _worker(publication: Publication, look: Look, *, keeps_pages: bool = False) -> "Worker":
    """A new worker. Raises `NoPangoError`."""
    try:
        with by_whole_names(), subsetting_late():
            from studyguide.formats.pdf.workers.worker import (
                Worker,  # WeasyPrint takes half a second, and Pango may be missing
            )
    except (ImportError, OSError) as error:
        raise NoPangoError(PANGO) from error
    return Worker(publication, look, keeps_pages=keeps_pages)
