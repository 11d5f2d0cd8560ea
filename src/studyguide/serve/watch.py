"""Watch: tells when files of a guide were saved, also while its folder is renamed and comes back.

The system reports changes at once, but not all of them: none on some network drives, none after the folder was made
anew under its name, and none at all if it watches too many files already. So the dates of the files are looked at, too.
"""

import asyncio
import os
from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch

from studyguide.support import file_digests, up_to_date

STEP, DEBOUNCE = 20, 200
"""Milliseconds: how often changes are collected, and how long they are while files are being written."""
AWAY = 0.3
"""Seconds between two looks where the system reports nothing."""
ALIVE = 1000
"""Milliseconds without a report until the dates of the files are looked at."""

_KEPT = DefaultFilter(ignore_dirs=("build", "node_modules", ".git", ".studyguide", "__pycache__", ".venv"))
Dates = tuple[object, ...]


async def saved(folder: Path, stop: asyncio.Event) -> AsyncIterator[bool]:
    """Yield after each change of files; whether some were taken away, which many editors do for a moment."""
    seen = dates(folder)  # before anything is read
    while not stop.is_set():
        try:
            real = _real(folder)
            async for changes in awatch(
                real,
                watch_filter=None,
                step=STEP,
                debounce=DEBOUNCE,
                rust_timeout=ALIVE,
                yield_on_timeout=True,
                stop_event=stop,
            ):
                before, seen = seen, await asyncio.to_thread(dates, folder)
                kinds = [kind for kind, path in changes if _is_kept(kind, path, real)]
                if kinds or seen != before:
                    yield not kinds or Change.deleted in kinds
                if seen[0] != before[0] or (seen != before and not kinds):
                    break  # another folder has this name, or the system does not report: watch it from now on
        except Exception:  # noqa: BLE001 (the folder is away, or the system watches no more files)
            before, seen = seen, await asyncio.to_thread(dates, folder)
            if seen != before:
                yield True
            await _paused(stop)


def dates(folder: Path) -> Dates:
    """The identity of a guide's folder, and the size and date of each file in it that is read."""
    try:
        found = file_digests.files(up_to_date.parts(folder))
        files = [file for file in found if _is_kept(Change.modified, file, folder)]
    except OSError:
        files = []
    return _trace(str(folder))[:2], *((file, _trace(file)) for file in files)


def _real(folder: Path) -> str:
    """The address without links in it, which the system reports."""
    return os.path.realpath(folder)


def _trace(file: str) -> tuple[int, ...]:
    try:
        found = Path(file).stat()
    except (OSError, ValueError):
        return ()
    return found.st_dev, found.st_ino, found.st_mode, found.st_size, found.st_mtime_ns


def _is_kept(kind: Change, path: str, folder: str | Path) -> bool:
    """Whether a change is one of the guide: folders around it may have any name."""
    return _KEPT(kind, os.path.relpath(path, folder))


async def _paused(stop: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(stop.wait(), AWAY)
    except TimeoutError:
        return
