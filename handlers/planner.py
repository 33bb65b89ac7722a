"""The planner: what comes due without a knock; asked of the database, so any replica may do it."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice
from typing import TypeVar

import structlog

from bot import attention, blockers, groups, housekeeping, pairs, people, reviews, rhythms, teams
from bot.blockers import silence
from bot.errors import StoreBusy
from bot.features import FEATURES
from bot.housekeeping import Process
from bot.ids import ChannelId, TeamId
from bot.people import Person
from bot.world import Work
from handlers.door import Door
from handlers.groups import acquaint
from handlers.pairs import reckon

T = TypeVar("T")
log = structlog.get_logger()

NextDue = Callable[[Work], datetime | None]
DoDue = Callable[[Work], bool]  # one unit of it; False when nothing was due


@dataclass(frozen=True, slots=True)
class Duty:
    name: str
    next_due: NextDue
    do_due: DoDue
    set_aside: Callable[[Work], None] | None = None  # the unit that failed, so that others go on


# What plans a letter comes before what sends it.
_DUTIES: Sequence[Duty] = (
    Duty(
        "rhythm",
        rhythms.next_due,
        lambda work: rhythms.do_due(work, FEATURES),
        rhythms.set_aside,
    ),
    Duty("silence", silence.next_due, silence.do_due, silence.set_aside),
    Duty("pairs", pairs.next_due, pairs.do_due),
    Duty("reviews", reviews.next_due, reviews.do_due, reviews.set_aside),
    Duty("attention", attention.next_due, lambda work: attention.do_due(work, FEATURES)),
)
ALIVE_EVERY = 20.0  # seconds of the machine's clock
PRUNE_EVERY = 3600.0
FAILED_REST = 60.0
_GROUPS_AT_ONCE = 5  # what is due waits for no more


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
        """All that is due is done; when there is more."""
        await self._idle.wait()
        due = [await self._look(duty.next_due) for duty in _DUTIES]
        now = self._door.house.world.now()
        return min((at for at in due if at is not None and at > now), default=None)

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
        await self._meet_groups()
        await self._fill_teams()
        await self._do_what_is_due()
        await reckon(self._door)

    async def _do_what_is_due(self) -> None:
        """Each kind until none of it is left, a unit in a transaction of its own."""
        for duty in _DUTIES:
            while await self._is_due(duty):
                if not await self._did(duty):
                    break

    async def _did(self, duty: Duty) -> bool:
        """False when there was nothing to do, or it must be left for a while."""
        try:
            return await self._do(duty.do_due)
        except StoreBusy:
            raise
        except Exception:  # one feature's mistake must not stop the others
            log.exception("duty.failed", duty=duty.name)
        if duty.set_aside is None:
            self._last[duty.name] = time.monotonic()
            return False
        await self._do(duty.set_aside)
        return True

    async def _is_due(self, duty: Duty) -> bool:
        at = await self._look(duty.next_due)
        if at is None or at > self._door.house.world.now():
            return False
        return time.monotonic() - self._last.get(duty.name, -FAILED_REST) >= FAILED_REST

    async def _meet_the_unknown(self) -> None:
        """Blockers that were kept although Slack could not say who reported them, or where."""
        for person, channel in await self._look(blockers.unknown):
            if self._may_try(f"{person} {channel}"):
                directory = self._door.directory
                directory.forget(person)
                directory.forget(channel)
                await directory.meet(person, channel, in_dm=channel.startswith("D"))
                await self._do(partial(_tell, channel=channel), lane=channel)

    async def _meet_groups(self) -> None:
        """User groups that somebody named, and again when it is long ago or one has changed."""
        unfamiliar = await self._look(groups.unfamiliar)
        for group in islice(filter(self._may_try, unfamiliar), _GROUPS_AT_ONCE):
            await acquaint(self._door, group)

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

    async def _do(self, verb: Callable[[Work], T], *, lane: str = "") -> T:
        return await self._door.house.do(self._door.workspace, verb, lane=lane)

    async def _look(self, verb: Callable[[Work], T]) -> T:
        return await self._door.house.look(self._door.workspace, verb)


def _tell(work: Work, channel: ChannelId) -> None:
    known = people.described(work, channel)
    if known is not None:
        blockers.tell_what_waited(work, known)


def _fill(work: Work, team: TeamId, found: list[Person]) -> None:
    people.learn(work, people=found, channels=[])
    teams.fill(work, team, people=found)
