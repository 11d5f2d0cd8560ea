"""Processes that work for this one: where they are forked from, how each begins, and that none outlives it."""

import os
import signal
from collections.abc import Sequence
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.context import BaseContext
from threading import Thread

ENDED = "A process that built a file was ended from outside: perhaps the memory was too small."
"""What is said of one that did not come back."""

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

        forkserver.set_forkserver_preload([*modules])
        forkserver.ensure_running()


def context() -> BaseContext:
    """How processes are started, so that none inherits half-made state of this one."""
    return get_context("forkserver" if FORKS else "spawn")


def begin() -> None:
    """Leave an interrupt from the keyboard to the first process, and end when that one has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
