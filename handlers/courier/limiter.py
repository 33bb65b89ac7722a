"""The limiter: when the next call of a method may be made in a workspace, and how many at once."""

import asyncio
import math
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.deliveries import WorkspaceId, back_off
from handlers.courier.pace import Pace

# Slack's rule that is known beforehand: a message a second in a channel, and small bursts pass.
CHANNEL_SECONDS = 1.05
CHANNEL_BURST = 3.0
CHANNELS_REMEMBERED = 20_000

# One call at a time until so many were let pass: calls in mid-air when the first refusal comes
# would all be made inside its waiting time.
PROVING = 128
MOST_IN_FLIGHT = 32
AHEAD_SECONDS = 1.0  # no more is claimed than can be said in this time
MOST_AHEAD = 64
FEWEST_AHEAD = 4
LONGEST_IN_LINE = 5.0  # who would wait longer than so many seconds goes back to the outbox
SLOWEST_SECONDS = 10.0

# A refusal is the channel's own only if we spoke there just now and hardly anywhere else.
LATELY_SECONDS = 3.0
FEW_CALLS = 4


class Closed(Exception):
    """Slack told us to wait: nothing of this method, or in this channel, before `until`."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


class Ticks:
    """Seconds that never go back: the faster of product time, which may be turned, and real time.

    A turned clock lets the buckets fill up; a stopped one does not stop the courier.
    """

    def __init__(self, now: Callable[[], datetime], seconds: Callable[[], float]) -> None:
        self._now, self._seconds = now, seconds
        self._product, self._real = now(), seconds()
        self._passed = 0.0

    def __call__(self) -> float:
        product, real = self._now(), self._seconds()
        faster = max((product - self._product).total_seconds(), real - self._real)
        self._passed += max(0.0, faster)
        self._product, self._real = product, real
        return self._passed


@dataclass(slots=True)
class Channel:
    """One conversation's bucket of messages."""

    tokens: float
    at: float

    def take(self, now: float) -> float:
        """Reserve the next place; the seconds until it is there."""
        self.tokens = min(CHANNEL_BURST, self.tokens + (now - self.at) / CHANNEL_SECONDS) - 1.0
        self.at = now
        return max(0.0, -self.tokens * CHANNEL_SECONDS)


class Gate:
    """One method in one workspace."""

    def __init__(self) -> None:
        self.pace = Pace()
        self.closed_until: datetime | None = None
        self.in_flight = 0
        self.lately: deque[float] = deque(maxlen=FEW_CALLS + 1)
        self._passed = 0
        self._took = 0.0  # seconds that a call takes, smoothed
        self._first_in_line = asyncio.Lock()
        self._freed = asyncio.Event()

    def allowed(self, now: float) -> int:
        """Calls at the same time."""
        if self.pace.known:
            needed = math.ceil(min(1e6, self.pace.rate(now)) * self._took * 1.5)
            return max(1, min(MOST_IN_FLIGHT, needed))
        return min(MOST_IN_FLIGHT, 1 + self._passed // PROVING)

    def room(self, now: float) -> int:
        """Calls that can be made within the next second or so."""
        able = max(FEWEST_AHEAD, self.allowed(now) * AHEAD_SECONDS / max(self._took, 1e-3))
        paced = max(1.0, self.pace.room(now, seconds=AHEAD_SECONDS))
        return int(min(MOST_AHEAD, able, paced))

    @asynccontextmanager
    async def enter(self, ticks: Ticks, check: Callable[[float], None]) -> AsyncIterator[None]:
        """`check` is given the seconds that we would have to wait, and raises if we should not."""
        async with self._first_in_line:
            await self._wait(ticks, check)
            self.pace.left(ticks())
            self.in_flight += 1
        start = ticks()
        self.lately.append(start)
        try:
            yield
            took = min(SLOWEST_SECONDS, ticks() - start)
            self._took = took if self._took == 0.0 else 0.8 * self._took + 0.2 * took
        finally:
            self.in_flight -= 1
            self._freed.set()

    def let_pass(self) -> None:
        self._passed += 1
        self.pace.passed()

    def start_slowly(self) -> None:
        """One call at a time again."""
        self._passed = 0

    def refuse(self, now: float) -> None:
        self.start_slowly()
        self.pace.refused(now)

    async def _wait(self, ticks: Ticks, check: Callable[[float], None]) -> None:
        while True:
            now = ticks()
            check(self.pace.wait(now))
            if self.in_flight >= self.allowed(now):
                self._freed.clear()
                await self._freed.wait()
            elif (wait := self.pace.wait(now)) > 0:
                await asyncio.sleep(min(wait, 1.0))
            else:
                return


class Limiter:
    """What one process knows of Slack's patience; what Slack told it is stored by its caller."""

    def __init__(
        self, now: Callable[[], datetime], *, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        self._now = now
        self._ticks = Ticks(now, seconds)
        self._gates: dict[tuple[WorkspaceId, str], Gate] = {}
        self._channels: dict[tuple[WorkspaceId, str], Channel] = {}
        self._closed_channels: dict[tuple[WorkspaceId, str, str], datetime] = {}
        self._stumbles: dict[WorkspaceId, int] = {}
        self._resting: dict[WorkspaceId, datetime] = {}

    @asynccontextmanager
    async def turn(
        self, workspace: WorkspaceId, method: str, *, channel: str, paced: bool
    ) -> AsyncIterator[None]:
        """Wait for our turn, and make the call inside. Raises Closed where Slack told us to wait.

        `paced`: it is a message, of which a channel takes one a second.
        """
        check = self._checks(workspace, method, channel)
        check(0.0)
        if paced:
            wait = self._channel(workspace, channel).take(self._ticks())
            await asyncio.sleep(wait)
        async with self._gate(workspace, method).enter(self._ticks, check):
            yield

    def passed(self, workspace: WorkspaceId, method: str) -> None:
        """Slack did not mind the number of our calls. To be told inside the turn."""
        self._stumbles.pop(workspace, None)
        self._gate(workspace, method).let_pass()

    def stumbled(self, workspace: WorkspaceId, method: str, *, reached: bool) -> None:
        """Slack is ill, or out of reach: leave it alone for 1, 2, 4 … 60 seconds.

        One call that was lost on the way may be that call's own bad luck.
        """
        self._gate(workspace, method).start_slowly()
        stumbles = self._stumbles[workspace] = self._stumbles.get(workspace, 0) + 1
        if not reached or stumbles > 1:
            rest = back_off(stumbles - 1 if reached else stumbles)
            self._resting[workspace] = self._now() + timedelta(seconds=rest)

    def refused(self, workspace: WorkspaceId, method: str, *, channel: str, seconds: float) -> str:
        """Slack told us to wait. To be told inside the turn, so that nobody slips past.

        Returns the channel that it is about, or "" when it is about the whole method: Slack does
        not say, so it is the channel only where nothing else can be meant.
        """
        until = self._now() + timedelta(seconds=seconds)
        gate, now = self._gate(workspace, method), self._ticks()
        if self._is_about(channel, workspace, gate, now):
            self._closed_channels[workspace, method, channel] = until
            return channel
        gate.refuse(now)
        self.close(workspace, method, until=until)
        return ""

    def close(self, workspace: WorkspaceId, method: str, *, until: datetime) -> None:
        gate = self._gate(workspace, method)
        gate.closed_until = max(until, gate.closed_until or until)

    def load(self, workspace: WorkspaceId, stored: Mapping[tuple[str, str], datetime]) -> None:
        """What whoever spoke for this workspace before us was told."""
        for (method, channel), until in stored.items():
            if channel:
                self._closed_channels[workspace, method, channel] = until
            else:
                self.close(workspace, method, until=until)

    def opens_at(self, workspace: WorkspaceId, method: str) -> datetime | None:
        """None while it is open."""
        gate = self._gates.get((workspace, method))
        reasons = (self._resting.get(workspace), None if gate is None else gate.closed_until)
        now = self._now()
        return max((one for one in reasons if one is not None and one > now), default=None)

    def room(self, workspace: WorkspaceId, method: str) -> int:
        """How many letters may be taken in hand now, those that already are included."""
        return self._gate(workspace, method).room(self._ticks())

    def _checks(self, workspace: WorkspaceId, method: str, channel: str) -> Callable[[float], None]:
        def check(wait: float) -> None:
            now = self._now()
            until = self.opens_at(workspace, method)
            until = until or self._closed_channels.get((workspace, method, channel))
            if wait > LONGEST_IN_LINE:
                until = until or now + timedelta(seconds=wait)
            if until is not None and until > now:
                raise Closed(until)

        return check

    def _is_about(self, channel: str, workspace: WorkspaceId, gate: Gate, now: float) -> bool:
        there = self._channels.get((workspace, channel))
        if there is None or there.tokens > CHANNEL_BURST - 2.0 or gate.pace.known:
            return False
        lately = [at for at in gate.lately if now - at < LATELY_SECONDS]
        return len(lately) <= FEW_CALLS

    def _gate(self, workspace: WorkspaceId, method: str) -> Gate:
        gate = self._gates.get((workspace, method))
        if gate is None:
            gate = self._gates[workspace, method] = Gate()
        return gate

    def _channel(self, workspace: WorkspaceId, channel: str) -> Channel:
        found = self._channels.get((workspace, channel))
        if found is None:
            if len(self._channels) >= CHANNELS_REMEMBERED:
                self._forget_the_quiet()
            found = Channel(CHANNEL_BURST, self._ticks())
            self._channels[workspace, channel] = found
        return found

    def _forget_the_quiet(self) -> None:
        recently = self._ticks() - CHANNEL_BURST * CHANNEL_SECONDS
        self._channels = {
            key: channel for key, channel in self._channels.items() if channel.at > recently
        }
        self._closed_channels = {
            key: until for key, until in self._closed_channels.items() if until > self._now()
        }
