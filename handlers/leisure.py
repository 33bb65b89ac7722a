"""Leisure: time for what an answer can do without, a tenth of it and some saved up."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SHARE = 0.1
SAVED_SECONDS = 0.5


class Leisure:
    """While many knock, answers come in time and without their trimmings.

    Looks that take the processor would make everybody wait who knocks meanwhile, whichever
    thread they run in.
    """

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._saved = SAVED_SECONDS
        self._at = seconds()

    def there_is(self) -> bool:
        now = self._seconds()
        self._saved = min(SAVED_SECONDS, self._saved + (now - self._at) * SHARE)
        self._at = now
        return self._saved > 0

    @contextmanager
    def spent(self) -> Iterator[None]:
        """Around what takes it."""
        began = self._seconds()
        try:
            yield
        finally:
            self._saved -= self._seconds() - began
