"""The desk: reads what is due at the code hosts and carries errands there, as long as it runs."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

import structlog

from bot import hosts
from bot.errors import Overtaken, StoreBusy
from bot.hosts import AccountSearch, Errand, Followed, Task, Unread, Watched
from bot.house import House
from bot.ids import PersonId, WorkspaceId
from bot.world import Work
from handlers.courier.rest import Rest
from handlers.directory import SlackSilent
from handlers.hosts.client import Client
from handlers.hosts.wire import NotRead

log = structlog.get_logger()

T = TypeVar("T")
AddressOf = Callable[[PersonId], Awaitable[str | None]]  # by e-mail; raises SlackSilent
BUSY_SECONDS = 0.2


class Desk:
    """One for a process; the rows themselves say whose turn it is, so there may be several."""

    def __init__(
        self,
        house: House,
        workspace: WorkspaceId,
        open_hosts: Mapping[str, Client],
        address_of: AddressOf,
    ) -> None:
        self._house = house
        self._workspace = workspace
        self._hosts = open_hosts
        self._does: Mapping[type[Task], Does] = {**_DOES, AccountSearch: partial(_find, address_of)}
        self._woken = asyncio.Event()
        self._idle = asyncio.Event()
        self._rest = Rest()

    def wake(self) -> None:
        """Something may have been written, or the clock was turned. On the event loop only."""
        self._idle.clear()
        self._woken.set()

    async def run(self) -> None:
        """Until cancelled: what is under way then is taken up again when its time in hands ends."""
        while self._hosts:
            self._woken.clear()
            try:
                await self._do_all()
            except StoreBusy:
                log.warning("desk.busy")
            if not self._woken.is_set():
                self._idle.set()
            await self._woken.wait()
            await self._rest.take()
        await asyncio.Event().wait()  # no host is open to us: there is nothing to do, ever

    async def done(self) -> datetime | None:
        """All that is due is done; when there is more."""
        if not self._hosts:
            return None
        await self._idle.wait()
        return await self._next_due()

    async def _do_all(self) -> None:
        while await self._is_due():
            task = await self._house.do(self._workspace, hosts.take)
            if task is None:
                return
            try:
                await self._do(task)
            except StoreBusy:
                raise
            except Exception:  # a mistake of ours with one of them must not stop the others
                log.exception("desk.stumbled", task=type(task).__name__)
                await self._record(partial(hosts.set_aside, task=task))

    async def _is_due(self) -> bool:
        due = await self._next_due()
        return due is not None and due <= self._house.world.now()

    async def _next_due(self) -> datetime | None:
        with self._rest.after():
            return await self._house.look(self._workspace, hosts.next_due)

    async def _do(self, task: Task) -> None:
        host, spread = self._hosts.get(task.host), self._house.world.dice.random()
        if host is None:
            return  # the key to it was taken away; its rows wait for another
        try:
            verb = await self._does[type(task)](host, task, spread)
        except SlackSilent:
            log.warning("slack.silent")
            await self._record(partial(hosts.set_aside, task=task))
        except NotRead as not_read:
            unread = not_read.unread
            log.warning("host.unread", host=task.host, why=unread.why)  # its words may name things
            await self._record(partial(_did_not, task=task, unread=unread, spread=spread))
        else:
            await self._record(verb)

    async def _record(self, verb: Callable[[Work], T]) -> T:
        """What has happened is true, so we try until it is written."""
        while True:
            try:
                return await self._house.do(self._workspace, verb)
            except StoreBusy:
                log.warning("desk.busy")
                await asyncio.sleep(BUSY_SECONDS)
            except Overtaken:
                log.info("desk.overtaken")


Verb = Callable[[Work], object]
Does = Callable[[Client, Any, float], Awaitable[Verb]]


async def _look(host: Client, one: Followed, spread: float) -> Verb:
    found = await host.look(one)
    if found is None:
        return partial(hosts.unchanged, one=one, spread=spread)
    look, tags = found
    return partial(hosts.moved, one=one, look=look, tags=tags, spread=spread)


async def _list(host: Client, one: Watched, spread: float) -> Verb:
    found = await host.listing(one)
    if found is None:
        return partial(hosts.still, one=one, spread=spread)
    listing, tags = found
    return partial(hosts.appeared, one=one, listing=listing, tags=tags, spread=spread)


async def _find(address_of: AddressOf, host: Client, one: AccountSearch, spread: float) -> Verb:
    address = await address_of(one.person)
    if address is None:
        return partial(hosts.unfound, search=one, why=hosts.NO_ADDRESS)
    return partial(hosts.found, search=one, login=await host.login_of(address))


async def _carry(host: Client, errand: Errand, spread: float) -> Verb:
    if hosts.was_tried(errand) and not hosts.is_needed(errand, await host.current(errand)):
        return partial(hosts.not_needed, errand=errand)
    await host.carry(errand)
    return partial(hosts.carried, errand=errand)


_DOES: Mapping[type[Task], Does] = {Followed: _look, Watched: _list, Errand: _carry}


def _did_not(work: Work, *, task: Task, unread: Unread, spread: float) -> None:
    match task:
        case Followed():
            hosts.unmoved(work, task, unread, spread=spread)
        case Watched():
            hosts.unlisted(work, task, unread, spread=spread)
        case Errand():
            hosts.not_carried(work, task, unread, spread=spread)
        case AccountSearch():
            hosts.not_searched(work, task, unread, spread=spread)
