"""Session: updates what is looked at after each save, and then looks for remarks until the next one."""

import asyncio
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from typing import TypeVar

from studyguide.formats import PAGED, LayoutOptions
from studyguide.publication import Publication
from studyguide.serve import faults
from studyguide.serve.board import Board
from studyguide.serve.preview import Preview, State, SupersededError
from studyguide.serve.printer import Printer
from studyguide.serve.printing import Printed
from studyguide.serve.worker import Worker, aside
from studyguide.themes.theme import Look

T = TypeVar("T")

AGAIN = 0.06
"""Seconds until files that were taken away are looked for again: some editors put a new file in their place."""
PAUSE = 0.005
"""Seconds between two looks whether an answer has been read."""
QUIET = 0.3
"""Seconds after a save until remarks are looked for."""


class Session:
    """One guide, and the browsers that look at it."""

    def __init__(self, preview: Preview, options: LayoutOptions) -> None:
        self.preview = preview
        self._printer = Printer(options)
        self.board = Board()
        self._worker = Worker()
        self._looked_at: Counter[str] = Counter()
        self._saves = 0
        self._numbers = count(1)
        """No two updates have the same."""
        self._reading = 0
        """How many answers are being read now."""
        self._updated: dict[str, int] = {}
        """How many saves each edition has seen."""
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self, work: Callable[..., T], *about: object) -> T:
        """The result of a function of the preview, in its thread."""
        return await asyncio.wrap_future(self._worker.submit(work, *about))

    async def read(self, work: Callable[..., T], *about: object) -> T:
        """The result of a function that only reads the last version; remarks wait for it."""
        self._reading += 1
        try:
            return await asyncio.wrap_future(aside(work, *about))
        finally:
            self._reading -= 1

    async def state(self, edition: str) -> State:
        """An edition as it is now."""
        async with self._locks[edition]:
            if self._updated.get(edition) == self._saves:
                return self.preview.state(edition)
            return await self._update(edition)

    async def picture(self, edition: str, wanted: int | str) -> Printed:
        """A printed page: its number, or the id of an item on it. Raises `BuildError` and `UsageError`."""
        state = await self.state(edition)
        return await self._printer.picture(state, partial(self._version, edition), wanted)

    async def pdf(self, edition: str) -> bytes:
        """The PDF of an edition. Raises `BuildError` and `UsageError`."""
        await self.state(edition)
        return await self._printer.whole(partial(self._version, edition))

    def _version(self, edition: str) -> tuple[Publication, Look]:
        return self.preview.plain(edition), self.preview.look(PAGED, edition)

    async def follow(self, saves: AsyncIterator[bool]) -> None:
        """Update after each save, until there are no more."""
        async for were_taken in saves:
            try:
                await self.saved(were_taken=were_taken)
            except Exception as error:  # noqa: BLE001 (the next save is followed after any fault)
                faults.told(error)

    async def saved(self, *, were_taken: bool = False) -> None:
        """Update every edition that is looked at, and tell."""
        self._saves += 1
        for edition in [*self._looked_at] or [""]:
            state = await self.state(edition)
            if were_taken and not state.is_current:
                await asyncio.sleep(AGAIN)
                self._updated.pop(edition, None)
                await self.state(edition)
        self.board.post()

    @contextmanager
    def looking(self, edition: str) -> Iterator[None]:
        """Count somebody who looks at an edition: it is updated after each save, in the block."""
        self._looked_at[edition] += 1
        try:
            yield
        finally:
            self._looked_at[edition] -= 1
            self._looked_at += Counter()  # without those that nobody looks at

    def close(self) -> None:
        """End at once."""
        self._saves += 1
        self.board.close()
        self._printer.close()
        for task in self._tasks:
            task.cancel()

    async def _update(self, edition: str) -> State:
        number = self._saves
        state = await self.run(self.preview.update, edition, next(self._numbers))
        self._updated[edition] = self._updated[state.edition] = number  # the first edition has two names
        if state.is_current:
            task = asyncio.create_task(self._remark(state.edition, number))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return state

    async def _remark(self, edition: str, saves: int) -> None:
        def between() -> None:
            while self._reading and saves == self._saves:
                time.sleep(PAUSE)
            if saves != self._saves:
                raise SupersededError

        await asyncio.sleep(QUIET)
        try:
            await self.run(self.preview.remarks, edition, between)  # which calls it first
        except SupersededError:
            return
        except Exception as error:  # noqa: BLE001 (the page is there without remarks)
            faults.told(error)
        self.board.post()
