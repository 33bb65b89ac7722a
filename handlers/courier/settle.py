"""Settling: what a reading of the history means for the letter that was in doubt."""

from functools import partial
from typing import assert_never

import structlog

from bot import deliveries
from bot.deliveries import Doubt, WorkspaceId
from bot.workspaces import refused
from handlers.courier.delivery import Deliverer
from handlers.courier.equipment import Equipment
from handlers.courier.reading import Absent, Forbidden, Found, Reader, Unread

log = structlog.get_logger()


class Settling:
    """Looks for letters of one workspace, and records what it finds."""

    def __init__(self, equipment: Equipment, workspace: WorkspaceId, deliverer: Deliverer) -> None:
        self._with = equipment
        self._workspace = workspace
        self._deliverer = deliverer
        self._reader = Reader(equipment.gateway, equipment.limiter, now=equipment.house.world.now)

    async def settle(self, doubt: Doubt) -> None:
        """Found, absent, not readable now, or not for us to read."""
        reading = await self._reader.look(self._workspace, doubt)
        match reading:
            case Found():
                became = await self._found(doubt, reading)
            case Absent():
                became = await self._absent(doubt)
            case Unread():
                became = await self._unread(doubt, reading)
            case Forbidden():
                became = await self._forbidden(doubt, reading)
            case _:
                assert_never(reading)
        self._with.counts.letter(became or "overtaken")
        log.warning("letter.looked_for", became=became, letter=doubt.letter.id)

    async def _found(self, doubt: Doubt, found: Found) -> str:
        verb = partial(deliveries.found, doubt=doubt, post=found.post)
        took = await self._deliverer.keep(verb)
        for ts in found.others:
            await self._deliverer.take_down(found.post.channel, ts)
        return "found" if took else ""

    async def _absent(self, doubt: Doubt) -> str:
        on_unconfirmed = self._with.on_unconfirmed
        verb = partial(deliveries.absent, doubt=doubt, on_unconfirmed=on_unconfirmed)
        return await self._deliverer.keep(verb)

    async def _unread(self, doubt: Doubt, unread: Unread) -> str:
        if unread.limited:
            verb = partial(
                deliveries.not_before, method=unread.limited, channel="", seconds=unread.wait
            )
            await self._deliverer.keep(verb)
        await self._deliverer.keep(partial(deliveries.unread, doubt=doubt, wait=unread.wait))
        return "unread"

    async def _forbidden(self, doubt: Doubt, forbidden: Forbidden) -> str:
        if forbidden.everywhere:
            self._deliverer.stopped = True
            await self._deliverer.keep(partial(refused, reason=forbidden.reason))
            return "refused"
        verb = partial(
            deliveries.unconfirmed,
            doubt=doubt,
            reason=forbidden.reason,
            on_unconfirmed=self._with.on_unconfirmed,
        )
        return await self._deliverer.keep(verb)
