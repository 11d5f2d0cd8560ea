"""Processes that work for this one: where they are forked from, how each begins, and that none outlives it."""

import ctypes
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
"""What is said of one that did not come back."""

ENDING = "studyguide.support.forkserver"
"""What a server loads first, so that it ends with the process that began it, even while it still loads the rest."""

FORKS = "forkserver" in get_all_start_methods()
"""Whether the system has servers that load modules once, and of which processes are forked."""


def cores() -> int:
    """How many processors this process may use, which may be fewer than there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def prepare(modules: Sequence[str]) -> None:
    """Begin to load modules in a process beside this one, from which those that `context` starts are forked.

    There is one such process: where it runs already, it stays as it is.
    """
    if FORKS:
        from multiprocessing import forkserver  # not on every system

        first = (
            [ENDING, f"{ENDING}.of_{os.getpid()}"] if current_thread() is main_thread() else []
        )  # else it would end with the thread
        forkserver.set_forkserver_preload([*first, *modules])
        forkserver.ensure_running()


def context() -> BaseContext:
    """How processes are started, so that none inherits half-made state of this one."""
    return get_context("forkserver" if FORKS else "spawn")


def begin() -> None:
    """Leave an interrupt from the keyboard to the first process, and end when that one has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_parent()
    Thread(target=_end_with_parent, daemon=True).start()


def die_with_parent() -> None:
    """Let the system end this process when the one that forked it ends: a server, which ends with the first process.

    A thread that waits for the first process has to wait for a turn too, while a library in C holds the interpreter.
    """
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
