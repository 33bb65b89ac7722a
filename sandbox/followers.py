"""Who follows the clock: what each has done, when each is due next, and who is gone."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

SILENCE = 30.0  # real seconds without a word after which a follower is taken for gone
PATIENCE = 10.0  # real seconds that one turn waits for a follower


@dataclass(slots=True)
class Follower:
    name: str
    heard: float
    version: int = 0
    done_until: float = 0.0
    next_due: float | None = None
    polls: int = 0


@dataclass
class Followers:
    """Reports by name; `monotonic` measures silence in real seconds."""

    monotonic: Callable[[], float] = time.monotonic
    patience: float = PATIENCE
    _known: dict[str, Follower] = field(default_factory=dict)
    _unnamed_polls: int = 0
    _reported: asyncio.Event = field(default_factory=asyncio.Event)

    def report(self, name: str, *, version: int, done_until: float, next_due: float | None) -> None:
        """Under `version` everything due until `done_until` is done; the next is `next_due`."""
        follower = self._known.setdefault(name, Follower(name, heard=0.0))
        follower.heard = self.monotonic()
        follower.version = version
        follower.done_until = done_until
        follower.next_due = next_due
        self._wake()

    def leave(self, name: str) -> None:
        self._known.pop(name, None)
        self._wake()

    @contextmanager
    def polling(self, name: str | None) -> Iterator[None]:
        """Counts a waiting /clock/next as a sign of life, by name where it tells one."""
        if name is None:
            self._unnamed_polls += 1
        elif name in self._known:
            self._known[name].polls += 1
        try:
            yield
        finally:
            self._poll_ended(name)

    def _poll_ended(self, name: str | None) -> None:
        if name is None:
            self._unnamed_polls -= 1
        elif name in self._known:
            follower = self._known[name]
            follower.polls = max(0, follower.polls - 1)
            follower.heard = self.monotonic()

    def names(self) -> list[str]:
        self._forget_the_silent()
        return sorted(self._known)

    def dues(self) -> list[float]:
        """When each is due next, for those who are."""
        return [f.next_due for f in self._known.values() if f.next_due is not None]

    async def done(self, version: int) -> None:
        """Wait until all have reported for `version`; who takes too long is forgotten."""
        deadline = self.monotonic() + self.patience
        while behind := self._behind(version):
            left = deadline - self.monotonic()
            if left <= 0:
                for follower in behind:
                    self._known.pop(follower.name, None)
                return
            await self.next_report(min(left, 1.0))

    def _behind(self, version: int) -> list[Follower]:
        self._forget_the_silent()
        return [f for f in self._known.values() if f.version < version]

    def _forget_the_silent(self) -> None:
        """An open poll without a name may be anyone's: it keeps the one heard last."""
        silent_since = self.monotonic() - SILENCE
        quiet = [f for f in self._known.values() if not f.polls and f.heard < silent_since]
        quiet.sort(key=lambda f: f.heard, reverse=True)
        for follower in quiet[self._unnamed_polls :]:
            del self._known[follower.name]

    async def next_report(self, at_most: float) -> None:
        try:
            await asyncio.wait_for(self._reported.wait(), at_most)
        except TimeoutError:
            return

    def _wake(self) -> None:
        reported, self._reported = self._reported, asyncio.Event()
        reported.set()
