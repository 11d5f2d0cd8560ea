"""Watch: tells when files of a guide were saved, also while its folder is renamed and comes back."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch

STEP, DEBOUNCE = 20, 200
"""Milliseconds: how often changes are collected, and how long they are while files are being written."""
AWAY = 0.3
"""Seconds between two looks for a folder that is not there."""
ALIVE = 1000
"""Milliseconds after which it is asked whether the folder is still the same one."""

_SKIPPED = ("build", "node_modules", ".git", ".studyguide", "__pycache__", ".venv")


async def saved(folder: Path, stop: asyncio.Event) -> AsyncIterator[bool]:
    """Yield after each change of files; whether some were taken away, which many editors do for a moment."""
    while not stop.is_set():
        try:
            known = _identity(folder)
            async for changes in awatch(
                folder,
                watch_filter=DefaultFilter(ignore_dirs=_SKIPPED),
                step=STEP,
                debounce=DEBOUNCE,
                rust_timeout=ALIVE,
                yield_on_timeout=True,
                stop_event=stop,
            ):
                if _identity(folder) != known:
                    break
                if changes:
                    yield any(kind is Change.deleted for kind, _ in changes)
        except OSError:  # it is away
            pass
        if stop.is_set():
            return
        yield True
        while not _is_there(folder) and not stop.is_set():
            await _paused(stop)
        if not stop.is_set():
            yield True


def _identity(folder: Path) -> int:
    return folder.stat().st_ino


def _is_there(folder: Path) -> bool:
    return folder.is_dir()


async def _paused(stop: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(stop.wait(), AWAY)
    except TimeoutError:
        return
