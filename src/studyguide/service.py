"""Processes that work for this one: how each begins, and that none outlives it."""

import os
import signal
from multiprocessing import parent_process
from threading import Thread

ENDED = "A process that built a file was ended from outside: perhaps the memory was too small."
"""What is said of one that did not come back."""


def begin() -> None:
    """Leave an interrupt from the keyboard to the first process, and end when that one has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
