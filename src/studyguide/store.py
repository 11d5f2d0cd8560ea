"""Store: what was made once, kept in a folder under the digest of all that it was made from.

Several programs may use one folder, and any may be killed at any moment: an entry is written beside its place and then
moved there, and says what its content must be, so that a damaged one counts as none.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

MOST = 256_000_000
"""Bytes that a folder may hold."""

SUM = 32
"""Bytes of the digest before the content of an entry."""


def digest(*parts: bytes) -> str:
    """One name for several pieces of content, in order."""
    found = blake2b(digest_size=20)
    for part in parts:
        found.update(b"%d:" % len(part))
        found.update(part)
    return found.hexdigest()


class Store:
    """Entries by their names; none where there is no folder."""

    def __init__(self, folder: Path | None, most: int = MOST) -> None:
        self._folder = folder
        self._most = most

    def get(self, name: str) -> bytes | None:
        """The content of an entry; None where there is none, or one that is not whole."""
        if self._folder is None:
            return None
        file = self._folder / name
        try:
            entry = file.read_bytes()
            if entry[:SUM] != _sum(name, entry[SUM:]):
                return None
            with suppress(OSError):  # it was used now; but the folder may be for reading alone
                os.utime(file)
        except OSError:
            return None
        return entry[SUM:]

    def put(self, name: str, content: bytes) -> None:
        """Keep an entry, if that can be done."""
        if self._folder is None:
            return
        beside = self._folder / f".{name}.{os.getpid()}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(_sum(name, content) + content)
            beside.replace(self._folder / name)
        except OSError:  # a full disk, or no permission: then it is made again next time
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def trim(self) -> None:
        """Where the folder holds too much, throw away what was not used for longest, down to three quarters."""
        if self._folder is None:
            return
        with suppress(OSError):
            files = sorted(_files(os.scandir(self._folder)))
            spare = sum(size for _, size, _ in files) - self._most
            goal = spare + self._most // 4 if spare > 0 else 0
            for _, size, path in files:
                if goal <= 0:
                    return
                Path(path).unlink(missing_ok=True)
                goal -= size


def _sum(name: str, content: bytes) -> bytes:
    return blake2b(content, digest_size=SUM, key=name.encode()[:64]).digest()


def _files(found: Iterable["os.DirEntry[str]"]) -> Iterable[tuple[int, int, str]]:
    """When each file was used last, how large it is, and its path."""
    for file in found:
        with suppress(OSError):  # another build may have thrown it away
            status = file.stat(follow_symlinks=False)
            yield status.st_mtime_ns, status.st_size, file.path
