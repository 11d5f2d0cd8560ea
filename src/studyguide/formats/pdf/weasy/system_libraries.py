"""Where the system's libraries are: WeasyPrint asks for each by short names first, and ldconfig, gcc and ld to find it.

On Linux the loader knows all of them by the whole names that WeasyPrint tries afterwards. Asking for nothing else saves
a third of a second of every start.
"""

import ctypes
import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager

WHOLE = ("libgobject-2.0.so.0", "libpango-1.0.so.0", "libharfbuzz.so.0", "libfontconfig.so.1", "libpangoft2-1.0.so.0")
"""What WeasyPrint cannot do without."""


@contextmanager
def by_whole_names() -> Iterator[None]:
    """Within the block, no program is asked where a library is, if it can be had without."""
    find = ctypes.util.find_library
    if sys.platform == "linux" and all(map(_is_there, WHOLE)):
        ctypes.util.find_library = _nowhere
    try:
        yield
    finally:
        ctypes.util.find_library = find


def _nowhere(name: str) -> str | None:  # noqa: ARG001 (the name is part of what it stands for)
    return None


def _is_there(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
