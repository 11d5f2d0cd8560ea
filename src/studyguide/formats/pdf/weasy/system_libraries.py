"""Finds the system's libraries faster: WeasyPrint first tries short names, which Python resolves by running programs.

These programs are ldconfig, gcc and ld. On Linux the loader finds all libraries by the full names that WeasyPrint tries
next. Trying only these saves a third of a second at every start.
"""

import ctypes
import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager

WHOLE = ("libgobject-2.0.so.0", "libpango-1.0.so.0", "libharfbuzz.so.0", "libfontconfig.so.1", "libpangoft2-1.0.so.0")
"""The full names of the libraries that WeasyPrint requires."""


@contextmanager
def by_whole_names() -> Iterator[None]:
    """Within the block, no programs are run to find libraries, if the loader finds all of them by full name."""
    find = ctypes.util.find_library
    if sys.platform == "linux" and all(map(_is_there, WHOLE)):
        ctypes.util.find_library = _nowhere
    try:
        yield
    finally:
        ctypes.util.find_library = find


def _nowhere(name: str) -> str | None:  # noqa: ARG001 (the signature of find_library)
    return None


def _is_there(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
