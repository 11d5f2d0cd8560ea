"""Exchange: two folders swap their names at once, where the system can do that."""

import ctypes
import os
import sys
from pathlib import Path

HERE = -100
"""AT_FDCWD: paths count from the current folder (Linux, fcntl.h)."""
EXCHANGE = 2
"""RENAME_EXCHANGE (Linux 3.15, renameat2(2))."""


def exchanged(one: Path, other: Path) -> bool:
    """Swap the names of two folders on one disk; False, and nothing done, where the system or the disk cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0)
