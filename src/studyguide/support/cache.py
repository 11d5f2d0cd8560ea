"""Results kept in a folder under the digest of everything they were made from.

Several programs may use one folder, and any may be killed at any moment: an entry is written beside its place and then
moved there, and says what its content must be, so that a damaged one counts as none.
"""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

MOST = 256_000_000
"""Bytes that a folder may hold."""

LARGEST = 64_000_000
"""Bytes of one entry; what is larger is none of ours."""

SUFFIX = ".kept"
OURS = re.compile(rf"\.?[\w-]+\{SUFFIX}(\.\d+)?")
"""The names of entries and of what they are written to first: nothing else in the folder is touched."""

SUM = 32
"""Bytes of the digest before the content of an entry."""


def digest(*parts: bytes) -> str:
    """One name for several pieces of content, in order."""
    found = blake2b(digest_size=20)
    for part in parts:
        found.update(b"%d:" % len(part))
        found.update(part)
    return found.hexdigest()


class Cache:
    """Entries by their names; none where there is no folder."""

    def __init__(self, folder: Path | None, most: int = MOST) -> None:
        self.folder = folder
        self._most = most

    def get(self, name: str) -> bytes | None:
        """The content of an entry; None where there is none, or one that is not whole."""
        if self.folder is None:
            return None
        file = self.folder / f"{name}{SUFFIX}"
        try:
            entry = _content(file)
            if entry[:SUM] != _sum(name, entry[SUM:]):
                return None
            with suppress(OSError):  # it was used now; but the folder may be for reading alone
                os.utime(file)
        except OSError:
            return None
        return entry[SUM:]

    def put(self, name: str, content: bytes) -> None:
        """Keep an entry, if that can be done."""
        if self.folder is None:
            return
        beside = self.folder / f".{name}{SUFFIX}.{os.getpid()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(_sum(name, content) + content)
            beside.replace(self.folder / f"{name}{SUFFIX}")
        except OSError:  # a full disk, or no permission: then it is made again next time
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def trim(self) -> None:
        """Where the folder holds too much, throw away what was not used for longest, down to three quarters."""
        if self.folder is None:
            return
        files = sorted(_files(self.folder))
        spare = sum(size for _, size, _ in files) - self._most
        goal = spare + self._most // 4 if spare > 0 else 0
        for _, size, path in files:
            if goal <= 0:
                return
            with suppress(OSError):  # another build may have thrown it away
                Path(path).unlink()
                goal -= size


NO_STORE = Cache(None)
"""Keeps nothing."""


def _content(file: Path) -> bytes:
    """What is in a file. Raises `OSError`, also where it is a link, a pipe, or too large."""
    handle = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as opened:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            raise OSError(f"{file} is no entry")
        return opened.read()


def _sum(name: str, content: bytes) -> bytes:
    return blake2b(content, digest_size=SUM, key=name.encode()[:64]).digest()


def _files(folder: Path) -> Iterator[tuple[int, int, str]]:
    """When each of our files was used last, how large it is, and its path."""
    with suppress(OSError), os.scandir(folder) as found:
        for file in found:
            if OURS.fullmatch(file.name):
                status = file.stat(follow_symlinks=False)
                if stat.S_ISREG(status.st_mode):
                    yield status.st_mtime_ns, status.st_size, file.path
