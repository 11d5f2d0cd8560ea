"""Board: where the newest number stands, for everybody who waits for another one."""

import asyncio


class Board:
    """A number that grows; waiting for it takes no time of the machine."""

    def __init__(self) -> None:
        self.number = 0
        self.is_closed = False
        self._changed = asyncio.Event()

    def post(self) -> None:
        """Let the number grow, and wake those who wait."""
        self.number += 1
        self._wake()

    def close(self) -> None:
        """Wake those who wait, for the last time."""
        self.is_closed = True
        self._wake()

    async def other_than(self, number: int, seconds: float) -> bool:
        """Whether there is another number than this one, after so many seconds at most."""
        changed = self._changed
        if self.number != number or self.is_closed:
            return not self.is_closed
        try:
            await asyncio.wait_for(changed.wait(), seconds)
        except TimeoutError:
            return False
        return not self.is_closed

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()
