"""Worker: one thread that does the work of a preview in order, and does not keep the program from ending."""

from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")


class Worker:
    """A thread that ends with the program, even in the middle of its work: nothing is written here."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[tuple[Future[Any], Callable[..., Any], tuple[object, ...]]] = SimpleQueue()
        Thread(target=self._run, name="preview", daemon=True).start()

    def submit(self, work: Callable[..., T], *about: object) -> Future[T]:
        """The future result of a function."""
        future: Future[T] = Future()
        self._waiting.put((future, work, about))
        return future

    def _run(self) -> None:
        while True:
            _do(*self._waiting.get())


def aside(work: Callable[..., T], *about: object) -> Future[T]:
    """The future result of a function in a thread of its own, which ends with the program too."""
    future: Future[T] = Future()
    Thread(target=_do, args=(future, work, about), name="answer", daemon=True).start()
    return future


def _do(future: Future[Any], work: Callable[..., Any], about: tuple[object, ...]) -> None:
    if future.set_running_or_notify_cancel():
        try:
            future.set_result(work(*about))
        except BaseException as error:  # noqa: BLE001 (it is raised where the result is awaited)
            future.set_exception(error)
