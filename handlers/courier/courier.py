"""The courier: carries what the outbox owes, fairly between workspaces, as long as it runs."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

import structlog

from bot import deliveries
from bot.deliveries import Agenda, Composers, OnUnconfirmed, WorkspaceId
from bot.errors import StoreBusy
from bot.house import House
from handlers.courier.carrier import Carrier
from handlers.courier.equipment import Counts, Equipment, Render
from handlers.courier.gateway import Gateway
from handlers.courier.limiter import Limiter
from handlers.courier.rest import Rest

log = structlog.get_logger()

AT_LEAST_EVERY = 1.0  # seconds: other processes may have written
STOP_SECONDS = 15.0

_EVERYWHERE = WorkspaceId("")


class Courier:
    """One for a process. `name` is this start of it: no other ever has the same."""

    def __init__(
        self,
        house: House,
        gateway: Gateway,
        limiter: Limiter,
        *,
        render: Render,
        composers: Composers,
        on_unconfirmed: OnUnconfirmed,
        counts: Counts,
        name: str,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._with = Equipment(
            house=replace(house, wake=_nobody),  # its own commits are no news to it
            gateway=gateway,
            limiter=limiter,
            render=render,
            composers=composers,
            on_unconfirmed=on_unconfirmed,
            counts=counts,
            me=name,
            seconds=seconds,
        )
        self._woken = asyncio.Event()
        self._rest = Rest()
        self._carrying: dict[WorkspaceId, tuple[Carrier, asyncio.Task[None]]] = {}
        self._again: dict[WorkspaceId, datetime] = {}
        self._served: set[WorkspaceId] = set()
        self._deeds = 0
        self._stopping = False

    def wake(self) -> None:
        """Something may have been written, or the clock was turned. On the event loop only."""
        self._woken.set()
        for carrier, _ in self._carrying.values():
            carrier.wake()

    async def run(self) -> None:
        """Until `stop`. Cancelled, it drops everything as it is, like a crash."""
        try:
            while not self._stopping:
                self._woken.clear()
                until = await self._round_or_pause()
                await self._rest.take()
                await self._sleep(until)
        finally:
            if not self._stopping:
                self._drop()

    async def stop(self, *, seconds: float = STOP_SECONDS) -> None:
        """Claim nothing more, end what is under way, give the leases back."""
        self._stopping = True
        self.wake()
        for carrier, _ in self._carrying.values():
            carrier.stop()
        tasks = [task for _, task in self._carrying.values()]
        if tasks:
            await asyncio.wait(tasks, timeout=seconds)
        self._drop()
        for workspace in self._served:
            await self._let_go(workspace)

    async def done(self) -> datetime | None:
        """Wait until all that is due by now is done; when something is due again, if known.

        What must wait (a limit, an illness of Slack, a lease of another process) counts as due
        again at the end of that wait.
        """
        while True:
            before = self._deeds
            try:
                agenda = await self._round()
            except StoreBusy:
                await asyncio.sleep(AT_LEAST_EVERY / 5)
                continue
            tasks = [task for _, task in self._carrying.values()]
            if tasks:
                await asyncio.wait(tasks)
            if self._stopping or self._deeds == before:
                return self._next_due(agenda)

    async def _round_or_pause(self) -> datetime | None:
        try:
            return self._next_due(await self._round())
        except StoreBusy:
            log.warning("courier.busy")
            return None

    async def _round(self) -> Agenda:
        """Send a carrier to each workspace where something is due and none is yet."""
        with self._rest.after():
            agenda = await self._with.house.look(_EVERYWHERE, deliveries.agenda)
        for gone in self._again.keys() - set(agenda.busy):
            del self._again[gone]
        for workspace in agenda.busy:
            if workspace not in self._carrying and not self._stopping:
                self._send(workspace)
        return agenda

    def _send(self, workspace: WorkspaceId) -> None:
        carrier = Carrier(self._with, workspace)
        task = asyncio.create_task(carrier.run())
        self._carrying[workspace] = carrier, task
        self._served.add(workspace)
        self._again.pop(workspace, None)  # it is there now, and will say anew
        task.add_done_callback(partial(self._came_back, workspace, carrier))

    def _came_back(
        self, workspace: WorkspaceId, carrier: Carrier, task: asyncio.Task[None]
    ) -> None:
        self._carrying.pop(workspace, None)
        self._deeds += carrier.did
        if carrier.again is not None:
            self._again[workspace] = carrier.again
        if carrier.did:
            self._woken.set()
        if not task.cancelled() and (bug := task.exception()) is not None:
            log.error("courier.stumbled", workspace=workspace, exc_info=bug)

    def _next_due(self, agenda: Agenda) -> datetime | None:
        moments = [*self._again.values()]
        if agenda.next_due is not None:
            moments.append(agenda.next_due)
        return min(moments, default=None)

    async def _sleep(self, until: datetime | None) -> None:
        seconds = AT_LEAST_EVERY
        if until is not None:
            left = (until - self._with.house.world.now()).total_seconds()
            seconds = min(seconds, max(0.0, left))
        try:
            await asyncio.wait_for(self._woken.wait(), seconds)
        except TimeoutError:
            return

    def _drop(self) -> None:
        for _, task in self._carrying.values():
            task.cancel()

    async def _let_go(self, workspace: WorkspaceId) -> None:
        verb = partial(deliveries.let_go, me=self._with.me)
        try:
            await self._with.house.do(workspace, verb, lane=workspace)
        except StoreBusy:
            log.warning("lease.not_given_back", workspace=workspace)


def _nobody() -> None:
    """Wakes nobody."""
