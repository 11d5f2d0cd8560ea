"""Stores results in a folder, under a digest of everything they were made from.

Several programs may use one folder, and any of them may be killed at any moment. So an entry is first written to a
temporary file and then renamed. It also begins with a digest of its content, so that damaged entries are ignored.
"""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

MOST = 256_000_000
"""The most bytes that a folder may hold."""

LARGEST = 64_000_000
"""The most bytes in one entry; larger files are ignored."""

SUFFIX = ".kept"
OURS = re.compile(rf"\.?[\w-]+\{SUFFIX}(\.\d+)?")
"""The names of entries and of their temporary files: no other files in the folder are used or deleted."""

SUM = 32
"""The length in bytes of the digest before the content of an entry."""


def digest(*parts: bytes) -> str:
    """A hexadecimal digest of several pieces of content, in order."""
    found = blake2b(digest_size=20)
    for part in parts:
        found.update(b"%d:" % len(part))
        found.update(part)
    return found.hexdigest()


class Cache:
    """Entries by name; without a folder, nothing is stored."""

    def __init__(self, folder: Path | None, most: int = MOST) -> None:
        self.folder = folder
        self._most = most

    def get(self, name: str) -> bytes | None:
        """The content of an entry; None if it is missing or damaged."""
        if self.folder is None:
            return None
        file = self.folder / f"{name}{SUFFIX}"
        try:
            entry = _content(file)
            if entry[:SUM] != _sum(name, entry[SUM:]):
                return None
            with suppress(OSError):  # mark it as used now; the folder may be read-only
                os.utime(file)
        except OSError:
            return None
        return entry[SUM:]

    def put(self, name: str, content: bytes) -> None:
        """Store an entry, if possible."""
        if self.folder is None:
            return
        beside = self.folder / f".{name}{SUFFIX}.{os.getpid()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(_sum(name, content) + content)
            beside.replace(self.folder / f"{name}{SUFFIX}")
        except OSError:  # a full disk, or no permission: the next build makes it again
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def trim(self) -> None:
        """If the folder is too large, delete the least recently used entries, down to three quarters of the limit."""
        if self.folder is None:
            return
        files = sorted(_files(self.folder))
        spare = sum(size for _, size, _ in files) - self._most
        goal = spare + self._most // 4 if spare > 0 else 0
        for _, size, path in files:
            if goal <= 0:
                return
            with suppress(OSError):  # another build may have deleted it
                Path(path).unlink()
                goal -= size


NO_STORE = Cache(None)
"""A cache that stores nothing."""


def _content(file: Path) -> bytes:
    """The content of a file. Raises `OSError`, also if it is a link or a pipe, or too large."""
    handle = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as opened:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            raise OSError(f"{file} is not a cache entry")
        return opened.read()


def _sum(name: str, content: bytes) -> bytes:
    return blake2b(content, digest_size=SUM, key=name.encode()[:64]).digest()


def _files(folder: Path) -> Iterator[tuple[int, int, str]]:
    """For each of our files, when it was last used (nanoseconds), its size (bytes) and its path."""
    with suppress(OSError), os.scandir(folder) as found:
        for file in found:
            if OURS.fullmatch(file.name):
                status = file.stat(follow_symlinks=False)
                if stat.S_ISREG(status.st_mode):
                    yield status.st_mtime_ns, status.st_size, file.path
