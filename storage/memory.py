"""What seldom changes, kept in memory for at most a minute, whoever else changed it."""

import time
from collections.abc import Callable
from typing import Any

STALE_SECONDS = 60.0
_ROOM = 50_000


class Memory:
    """A bounded map whose entries are believed for a minute of the machine's own clock.

    The machine's, not the product's: staleness between processes passes in real seconds.
    """

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._held: dict[tuple[object, ...], tuple[float, Any]] = {}

    def get(self, key: tuple[object, ...]) -> Any:
        held = self._held.get(key)
        if held is None or self._seconds() - held[0] > STALE_SECONDS:
            return None
        return held[1]

    def put(self, key: tuple[object, ...], value: Any) -> None:
        if len(self._held) >= _ROOM:
            self._held.clear()
        self._held[key] = (self._seconds(), value)

    def drop(self, key: tuple[object, ...]) -> None:
        self._held.pop(key, None)

    def clear(self) -> None:
        self._held.clear()
