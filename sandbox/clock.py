"""The workspace's time: it runs from an anchor or stands still, and every turn has a number."""

import asyncio
import time
from collections.abc import Callable

from sandbox.wire import Json


class Clock:
    """`machine` tells real time in epoch seconds; `monotonic` measures how long it has run."""

    def __init__(
        self,
        machine: Callable[[], float],
        *,
        start: float | None = None,
        running: bool = True,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._machine = machine
        self._monotonic = monotonic
        self._anchor = machine() if start is None else start
        self._since = monotonic()
        self.running = running
        self.version = 1
        self._turned = asyncio.Event()
        self._ended = False

    def now(self) -> float:
        """Epoch seconds by this clock."""
        if not self.running:
            return self._anchor
        return self._anchor + self._monotonic() - self._since

    def real(self) -> float:
        """Epoch seconds by the machine's clock."""
        return self._machine()

    def set(self, to: float, *, running: bool) -> None:
        """Set the time without any steps between; wakes everyone who waits for a turn."""
        self._anchor = to
        self._since = self._monotonic()
        self.running = running
        self.version += 1
        turned, self._turned = self._turned, asyncio.Event()
        turned.set()

    async def turned(self, after: int, *, at_most: float) -> None:
        """Return once the version is above `after`, or `at_most` real seconds have passed."""
        deadline = self._monotonic() + at_most
        while self.version <= after and not self._ended:
            left = deadline - self._monotonic()
            if left <= 0:
                return
            try:
                await asyncio.wait_for(self._turned.wait(), left)
            except TimeoutError:
                return

    def end(self) -> None:
        """Let everyone who waits for a turn go, for good."""
        self._ended = True
        self._turned.set()

    def shown(self) -> Json:
        return {"version": self.version, "now": round(self.now(), 6), "running": self.running}
