"""Swaps the names of two folders at once, if the system can; and locks a folder for one process at a time."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

HERE = -100
"""AT_FDCWD: paths count from the current folder (Linux, fcntl.h)."""
EXCHANGE = 2
"""RENAME_EXCHANGE (Linux 3.15, renameat2(2))."""


def exchanged(one: Path, other: Path) -> bool:
    """Swap the names of two folders on one disk; False, without a change, if the system or the disk cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let no other thread or process into this block with the same folder. No file remains, even if it is killed."""
    if not sys.platform.startswith("linux"):
        yield
        return
    import fcntl  # not on every system

    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):  # some disks cannot lock
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
