"""Turning the clock: it stops at every moment somebody is due, so nothing on the way is skipped."""

import asyncio
from collections.abc import Awaitable, Callable

from sandbox.agenda import Agenda
from sandbox.clock import Clock
from sandbox.followers import Followers

MOST_STOPS = 10_000
MOST_STOPS_AT_ONE_MOMENT = 50  # a follower that is never done at a moment must not hold us for ever
MOST_ROUNDS = 20


class Turning:
    """`quiet` returns when no delivery is under way; `delivered` counts the deliveries so far."""

    def __init__(
        self,
        clock: Clock,
        followers: Followers,
        agenda: Agenda,
        *,
        quiet: Callable[[], Awaitable[None]],
        delivered: Callable[[], int],
    ) -> None:
        self._clock = clock
        self._followers = followers
        self._agenda = agenda
        self._quiet = quiet
        self._delivered = delivered
        self._one_at_a_time = asyncio.Lock()

    async def turn(self, to: float | None) -> list[float]:
        """Turn to the epoch second `to` (None: stay, wait until all are quiet); the stops made."""
        async with self._one_at_a_time:
            running = self._clock.running
            start = self._clock.now()
            target = start if to is None else to
            try:
                return await self._through(min(start, target), target)
            finally:
                if running:
                    await self._run_again()

    async def _run_again(self) -> None:
        self._clock.set(self._clock.now(), running=True)
        await self._followers.done(self._clock.version)

    async def _through(self, start: float, target: float) -> list[float]:
        stops: list[float] = []
        await self._stand(start)
        while len(stops) < MOST_STOPS:
            due = self._next_due(stuck=self._stuck(stops))
            if due is None or due > target:
                if self._clock.now() >= target:
                    break
                await self._stand(target)
                continue
            stops.append(max(due, self._clock.now()))
            await self._stand(stops[-1])
        return stops

    def _next_due(self, *, stuck: bool) -> float | None:
        """The earliest due moment; once we are stuck, what is still due by now is left behind."""
        dues = self._followers.dues()
        own = self._agenda.next_due()
        if own is not None:
            dues.append(own)
        now = self._clock.now()
        return min((due for due in dues if due > now or not stuck), default=None)

    def _stuck(self, stops: list[float]) -> bool:
        lately = stops[-MOST_STOPS_AT_ONE_MOMENT:]
        at_one_moment = set(lately) == {self._clock.now()}
        return at_one_moment and len(lately) == MOST_STOPS_AT_ONE_MOMENT

    async def _stand(self, at: float) -> None:
        """Stand still at `at` until nobody has anything left to do there.

        A delivery that arrived after a follower said "done" may have given it new work, so we
        ask again until a round passes without one.
        """
        for _ in range(MOST_ROUNDS):
            before = self._delivered()
            self._clock.set(at, running=False)
            await self._agenda.do_due()
            await self._quiet()
            await self._followers.done(self._clock.version)
            await self._quiet()
            if self._delivered() == before:
                return
