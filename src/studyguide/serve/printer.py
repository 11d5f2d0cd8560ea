"""Printer: the printed pages of the newest version, from the process that lays them out."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from tempfile import TemporaryDirectory
from typing import TypeVar

from studyguide.formats import LayoutOptions
from studyguide.publication import Publication
from studyguide.serve import printing
from studyguide.serve.preview import State
from studyguide.support import processes
from studyguide.support.errors import BuildError
from studyguide.themes.theme import Look

T = TypeVar("T")
IDLE = 1.5
"""Seconds without a question until the process tidies up."""
ENDED = 2
"""The most seconds that a process takes to end."""
Version = Callable[[], tuple[Publication, Look]]
"""Returns what is printed of the newest version, without sources."""


class Printer:
    """Pictures of pages. A version is laid out when its first page is asked for."""

    def __init__(self, options: LayoutOptions) -> None:
        self._options = options
        self._pool: ProcessPoolExecutor | None = None
        self._files: TemporaryDirectory[str] | None = None
        self._lock = asyncio.Lock()
        self._laid: dict[str, object] = {}
        """The version of each edition that was laid out last."""
        self._asked = 0
        self._tidying: asyncio.Task[None] | None = None

    async def picture(self, state: State, version: Version, wanted: int | str) -> printing.Printed:
        """A page of the state of an edition: its number, or the id of an item on it. Raises `BuildError`."""
        async with self._lock:
            await self._lay_out(state, version)
            found = await self._run(printing.picture, state.edition, wanted)
        self._asked += 1
        self._tidying = asyncio.create_task(self._tidy(self._asked))
        return found

    async def whole(self, version: Version) -> bytes:
        """The PDF. Raises `BuildError`."""
        async with self._lock:
            publication, look = version()
            return await self._run(printing.whole, publication, look, self._options)

    def close(self) -> None:
        """End the process at once."""
        if self._tidying is not None:
            self._tidying.cancel()
        pool, self._pool, files, self._files = self._pool, None, self._files, None  # a second interrupt may come
        if pool is not None:
            for process in [*(pool._processes or {}).values()]:  # noqa: SLF001 (it may be in a long layout)
                process.kill()
                process.join(ENDED)
            pool.shutdown(wait=False, cancel_futures=True)
        if files is not None:
            files.cleanup()

    async def _tidy(self, asked: int) -> None:
        await asyncio.sleep(IDLE)
        if asked == self._asked and self._pool is not None:
            async with self._lock:
                await self._run(printing.tidy)

    async def _lay_out(self, state: State, version: Version) -> None:
        if state.updated is None or self._laid.get(state.edition) is not state.updated:
            publication, look = version()
            await self._run(printing.lay_out, state.edition, publication, look, self._options)
            self._laid[state.edition] = state.updated

    async def _run(self, work: Callable[..., T], *about: object) -> T:
        if self._pool is None:
            self._files = TemporaryDirectory(prefix="studyguide-", ignore_cleanup_errors=True)
            self._pool = ProcessPoolExecutor(1, processes.context(), printing.begin, (self._files.name,))
            self._laid.clear()
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, work, *about)
        except BrokenProcessPool as error:
            self.close()
            raise BuildError(processes.ENDED) from error
