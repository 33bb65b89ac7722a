"""Leisure: time for what an answer can do without, a tenth of it and some saved up."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SHARE = 0.1
SAVED_SECONDS = 0.5
AT_ONCE = 4  # what they take is known only afterwards: a crowd would spend it many times over


class Leisure:
    """While many knock, answers come in time and without their trimmings.

    Looks that take the processor would make everybody wait who knocks meanwhile, whichever
    thread they run in.
    """

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._saved = SAVED_SECONDS
        self._at = seconds()
        self._under_way = 0

    def there_is(self) -> bool:
        now = self._seconds()
        self._saved = min(SAVED_SECONDS, self._saved + (now - self._at) * SHARE)
        self._at = now
        return self._saved > 0 and self._under_way < AT_ONCE

    @contextmanager
    def spent(self) -> Iterator[None]:
        """Around what takes it."""
        began = self._seconds()
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1
            self._saved -= self._seconds() - began
