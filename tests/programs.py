"""The programs that a plain test may start: this Python, Pandoc, and by the fixture `program` what the README asks for.

Everything else is missing on somebody's machine. An audit hook sees every start of a program, so that a test that names
another fails everywhere, and not only where the program is missing.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from studyguide.citations import pandoc
from studyguide.support.errors import BuildError

ASKED_FOR = ("make",)
"""What the README asks for besides Python, and a test starts."""

LIBRARY_SEARCH = ("ldconfig", "gcc", "cc", "ld", "which")
"""What Python itself asks where a library is (`ctypes.util.find_library`); it does without them too."""

_watched: list[str] = []
"""The test that runs now, unless it is a judge's."""


class StrangerError(Exception):
    """A plain test starts a program that a machine need not have."""


def find(name: str) -> str:
    """Where a program is that the README asks for. Raises `StrangerError` for another, or if it is missing."""
    if name not in ASKED_FOR:
        raise StrangerError(f"the README does not ask for {name}")
    if (found := shutil.which(name)) is None:
        raise StrangerError(f"{name} is missing, which the README asks for")
    return found


@contextmanager
def watching(test: str) -> Iterator[None]:
    """Within the block no other program can be started from this process."""
    _watched.append(test)
    try:
        yield
    finally:
        _watched.pop()


def watch() -> None:
    """Install the hook; it stays for as long as the process, and does nothing outside `watching`."""
    sys.addaudithook(_audit)


def _audit(event: str, given: tuple[Any, ...]) -> None:
    if not _watched or event not in {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"}:
        return
    program = os.fsdecode(given[0])
    if program not in _allowed():
        raise StrangerError(f"{_watched[-1]} starts {program}, which a machine need not have")


def _allowed() -> set[str]:
    found = [shutil.which(name) for name in ASKED_FOR]
    return {sys.executable, *filter(None, found), *_pandoc(), *_searching()}


def _pandoc() -> Iterator[str]:
    """Pandoc, which the package that we depend on brings; or what a test puts in its place."""
    with suppress(BuildError):
        yield pandoc.program()


def _searching() -> set[str]:
    places = ["/sbin", "/usr/sbin", *os.get_exec_path()]
    return {*LIBRARY_SEARCH, *(str(Path(place, name)) for place in places for name in LIBRARY_SEARCH)}
