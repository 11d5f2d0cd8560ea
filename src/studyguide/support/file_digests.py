"""Digests of the contents of files and folders. Uses only the standard library, for speed."""

import os
import stat
from collections.abc import Iterable, Iterator
from hashlib import blake2b, file_digest
from pathlib import Path

LARGEST = 20_000_000
"""Bytes of a file that is read for its digest. No guide may hold a larger one, so its size and date are enough."""


def fingerprint(paths: Iterable[Path], also: str = "") -> str:
    """A digest of the contents and paths of files and folders, and of the text `also`."""
    digest = blake2b(digest_size=20)
    for file in files(paths):
        digest.update(os.fsencode(f"{file}\0{_trace(file)}\n"))
    digest.update(os.fsencode(also))
    return digest.hexdigest()


def files(paths: Iterable[Path]) -> Iterator[str]:
    """The paths that are not folders, and the files in those that are."""
    for folder in paths:
        if folder.is_symlink() or not folder.is_dir():
            yield str(folder)  # of a link, `_trace` takes the target, which may be outside the guide
            continue
        for root, inside, names in os.walk(folder):
            inside[:] = sorted(name for name in inside if name != "__pycache__" and not name.startswith("."))
            yield from (os.path.join(root, name) for name in sorted(names))


def digest_of(file: str | Path) -> str:
    """The digest of a file's content; for a built folder, of all its files, hidden ones too."""
    if os.path.isdir(file):
        paths = sorted(os.path.join(root, name) for root, _, names in os.walk(file) for name in names)
        parts = (os.fsencode(f"{os.path.relpath(path, file)}\0{_trace(path)}\n") for path in paths)
        return blake2b(b"".join(parts), digest_size=20).hexdigest()
    with open(file, "rb") as stream:
        return file_digest(stream, lambda: blake2b(digest_size=20)).hexdigest()


def _trace(file: str) -> str:
    """The digest of a file; for anything else, its size and date, and the target of a link; empty on an error."""
    try:
        kind = os.lstat(file)
        if stat.S_ISREG(kind.st_mode) and kind.st_size <= LARGEST:
            return digest_of(file)
        link = os.readlink(file) if stat.S_ISLNK(kind.st_mode) else ""
        there = os.stat(file) if link else kind  # not read: it may be outside the guide, or endless
    except OSError:
        return ""
    return f"{link} {there.st_size} {there.st_mtime_ns}"
