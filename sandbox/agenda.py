"""What the sandbox itself will do at a later moment of its own time, such as a retry."""

import asyncio
import heapq
from collections.abc import Awaitable, Callable
from itertools import count

from sandbox.clock import Clock

Deed = Callable[[], Awaitable[None]]


class Agenda:
    """Deeds with a due moment in epoch seconds of the workspace's clock."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._entries: list[tuple[float, int, Deed]] = []
        self._order = count()
        self._added = asyncio.Event()

    def add(self, due: float, deed: Deed) -> None:
        heapq.heappush(self._entries, (due, next(self._order), deed))
        self._added.set()

    def next_due(self) -> float | None:
        return self._entries[0][0] if self._entries else None

    async def do_due(self) -> None:
        """Do all that is due by now, in order."""
        while self._entries and self._entries[0][0] <= self._clock.now():
            _, _, deed = heapq.heappop(self._entries)
            await deed()

    async def keep(self) -> None:
        """Run for ever: do what is due, then sleep until the next, a turn or a new entry."""
        while True:
            await self.do_due()
            self._added.clear()
            turn = asyncio.ensure_future(self._clock.turned(self._clock.version, at_most=60.0))
            entry = asyncio.ensure_future(self._added.wait())
            try:
                await asyncio.wait(
                    {turn, entry},
                    timeout=self._seconds_left(),
                    return_when=asyncio.FIRST_COMPLETED,
                )
            finally:
                turn.cancel()
                entry.cancel()

    def _seconds_left(self) -> float:
        due = self.next_due()
        if due is None or not self._clock.running:
            return 60.0
        return max(0.0, due - self._clock.now())
