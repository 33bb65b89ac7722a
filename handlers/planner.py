"""The planner: what comes due without a knock; asked of the database, so any replica may do it."""

import asyncio
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TypeVar

import structlog

from bot import blockers, housekeeping, people, teams
from bot.errors import StoreBusy
from bot.housekeeping import Process
from bot.ids import ChannelId, TeamId
from bot.people import Person
from bot.world import Work
from handlers.door import Door

T = TypeVar("T")
log = structlog.get_logger()

ALIVE_EVERY = 20.0  # seconds of the machine's clock
PRUNE_EVERY = 3600.0


class Planner:
    def __init__(self, door: Door, process: Process, *, sockets: Callable[[], int]) -> None:
        self._door = door
        self._process = process
        self._sockets = sockets
        self._sockets_told = -1
        self._woken = asyncio.Event()
        self._idle = asyncio.Event()
        self._last: dict[str, float] = {}
        self._tries: dict[str, int] = {}
        self.ticked_at = time.monotonic()

    def wake(self) -> None:
        self._idle.clear()
        self._woken.set()

    async def run(self) -> None:
        """Until cancelled. A busy database is tried again at the next ring."""
        while True:
            self._woken.clear()
            try:
                await self._tick()
            except StoreBusy:
                log.warning("planner.busy")
            self.ticked_at = time.monotonic()
            if not self._woken.is_set():
                self._idle.set()
            await self._woken.wait()

    async def done(self) -> datetime | None:
        """All that is due is done; nothing is planned for later yet."""
        await self._idle.wait()
        return None

    async def leave(self) -> None:
        await self._do(lambda work: housekeeping.gone(work, self._process))

    async def _tick(self) -> None:
        sockets = self._sockets()
        if self._is_time("alive", ALIVE_EVERY) or sockets != self._sockets_told:
            await self._do(lambda work: housekeeping.seen(work, self._process, sockets=sockets))
            self._sockets_told = sockets
        if self._is_time("prune", PRUNE_EVERY):
            await self._do(housekeeping.prune)
        await self._meet_the_unknown()
        await self._fill_teams()

    async def _meet_the_unknown(self) -> None:
        """Blockers that were kept although Slack could not say who reported them, or where."""
        for person, channel in await self._look(blockers.unknown):
            if self._may_try(f"{person} {channel}"):
                directory = self._door.directory
                directory.forget(person)
                directory.forget(channel)
                await directory.meet(person, channel, in_dm=channel.startswith("D"))
                await self._do(partial(_tell, channel=channel), lane=channel)

    async def _fill_teams(self) -> None:
        for team in await self._look(people.unfilled):
            found = await self._door.directory.members(
                team.channel, at_most=teams.FILL_BY_ITSELF_UP_TO
            )
            if found is not None:
                await self._do(partial(_fill, team=team.id, found=found), lane=team.channel)
                self._door.directory.forget(team.channel)

    def _may_try(self, what: str) -> bool:
        """After 1, 2, 4 … 64 seconds."""
        tries = self._tries.get(what, 0)
        if not self._is_time(what, float(2 ** min(tries, 6))):
            return False
        self._tries[what] = tries + 1
        return True

    def _is_time(self, duty: str, every: float) -> bool:
        now = time.monotonic()
        if now - self._last.get(duty, -every) < every:
            return False
        self._last[duty] = now
        return True

    async def _do(self, verb: Callable[[Work], object], *, lane: str = "") -> None:
        await self._door.house.do(self._door.workspace, verb, lane=lane)

    async def _look(self, verb: Callable[[Work], list[T]]) -> list[T]:
        return await self._door.house.look(self._door.workspace, verb)


def _tell(work: Work, channel: ChannelId) -> None:
    known = people.described(work, channel)
    if known is not None:
        blockers.tell_what_waited(work, known)


def _fill(work: Work, team: TeamId, found: list[Person]) -> None:
    people.learn(work, people=found, channels=[])
    teams.fill(work, team, people=found)
