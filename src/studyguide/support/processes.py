"""Processes that work for this one: their server, their start, and their end with this process."""

import ctypes
import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.context import BaseContext
from threading import Thread, current_thread, main_thread

PR_SET_PDEATHSIG = 1
"""The signal to get when the parent dies (Linux, prctl(2))."""

ENDED = "A process that built a file was ended from outside: perhaps the memory was too small."
"""The message about a worker that died."""

ENDING = "studyguide.support.forkserver"
"""The module that a server loads first, so that it ends with its first process even while it loads the rest."""

FORKS = "forkserver" in get_all_start_methods()
"""Whether the system has servers that load modules once and fork processes."""


def cores() -> int:
    """The number of processors that this process may use, which may be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def prepare(modules: Sequence[str]) -> None:
    """Begin to load modules in a server process, which forks the processes of `context`.

    There is only one server: if it runs already, it does not change.
    """
    if FORKS:
        from multiprocessing import forkserver  # not on every system

        first = (
            [ENDING, f"{ENDING}.of_{os.getpid()}"] if current_thread() is main_thread() else []
        )  # without this, it would end with the thread
        forkserver.set_forkserver_preload([*first, *modules])
        forkserver.ensure_running()


def context() -> BaseContext:
    """The context that starts processes, so that none inherits unfinished state of this one."""
    return get_context("forkserver" if FORKS else "spawn")


def begin() -> None:
    """Leave keyboard interrupts to the first process, and end when it has ended."""
    gc.enable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_parent()
    Thread(target=_end_with_parent, daemon=True).start()


def die_with_parent() -> None:
    """Let the system end this process when the server that forked it ends, which ends with the first process.

    A thread that waits for the first process is not enough: it cannot run while a C library holds the interpreter.
    """
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
