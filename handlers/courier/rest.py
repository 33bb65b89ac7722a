"""The rest between two looks at the database, so that looking stays cheap however much is owed."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

AT_LEAST = 0.02  # seconds between two looks, however much is being written
AT_MOST = 0.25
TIMES_AS_LONG = 4  # as the look took: it never costs more than a fifth of the time


class Rest:
    """Costs nothing where nobody looked just now: a lone letter leaves at once."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._until = 0.0

    @contextmanager
    def after(self) -> Iterator[None]:
        """Around a look."""
        began = self._seconds()
        try:
            yield
        finally:
            now = self._seconds()
            self._until = now + min(max(AT_LEAST, (now - began) * TIMES_AS_LONG), AT_MOST)

    async def take(self) -> None:
        """Wait until one may look again."""
        left = self._until - self._seconds()
        if left > 0:
            await asyncio.sleep(left)
