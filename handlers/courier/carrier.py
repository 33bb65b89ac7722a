"""A carrier: claims one workspace's letters and carries them, until nothing is due there."""

import asyncio
from collections.abc import Coroutine
from datetime import datetime
from functools import partial
from typing import Any

import structlog

from bot import deliveries
from bot.deliveries import Claimed, Letter, WorkspaceId
from bot.errors import StoreBusy
from handlers.courier.delivery import Deliverer, Hold
from handlers.courier.equipment import Equipment
from handlers.courier.gateway import METHODS
from handlers.courier.rest import Rest
from handlers.courier.settle import Settling

log = structlog.get_logger()

RENEW_SECONDS = 5.0
AT_LEAST_EVERY = 1.0  # seconds: other processes may have written
ROOM_WHILE_CLOSED = 16


class Carrier:
    def __init__(self, equipment: Equipment, workspace: WorkspaceId) -> None:
        self._with = equipment
        self._workspace = workspace
        self._deliverer = Deliverer(equipment, workspace)
        self._settling = Settling(equipment, workspace, self._deliverer)
        self._hands: dict[str, asyncio.Task[None]] = {}
        self._hold: Hold | None = None
        self._news = asyncio.Event()
        self._rest = Rest()
        self._may_be_more = False  # the last claim was full
        self.did = False  # anything at all
        self.again: datetime | None = None  # when to look here again although nobody knocks

    def wake(self) -> None:
        self._news.set()

    def stop(self) -> None:
        """Claim nothing more; what waits for its turn goes back, what is under way ends."""
        self._deliverer.stopped = True
        self._news.set()

    async def run(self) -> None:
        """Until nothing is due. Cancelled, it drops everything as it is, like a crash."""
        lease = asyncio.create_task(self._keep_lease())
        try:
            while True:
                self._news.clear()
                await self._take_more()
                if not self._hands:
                    return
                await self._wait_for_news()
                await self._rest.take()
        finally:
            lease.cancel()
            for task in self._hands.values():
                task.cancel()

    async def _take_more(self) -> None:
        try:
            while not self._deliverer.stopped and (size := self._room()) > 0:
                if not (self._may_be_more or await self._is_due()):
                    return
                if not await self._claim(size):
                    return
        except StoreBusy:
            self.did = True  # perhaps; whoever asks must ask again
            log.warning("courier.busy")
            await asyncio.sleep(AT_LEAST_EVERY / 5)

    async def _is_due(self) -> bool:
        verb = partial(deliveries.look, me=self._with.me, verbs=self._open_verbs())
        with self._rest.after():
            outlook = await self._with.house.look(self._workspace, verb)
        openings = [at for at in map(self._opens_at, METHODS.values()) if at is not None]
        self.again = min([*openings, *([outlook.again] if outlook.again else [])], default=None)
        return outlook.due

    async def _claim(self, size: int) -> bool:
        """True when there may be still more."""
        world = self._with.house.world
        since, since_real = world.now(), self._with.seconds()
        verb = partial(
            deliveries.claim,
            me=self._with.me,
            verbs=self._open_verbs(),
            size=size,
            composers=self._with.composers,
            on_unconfirmed=self._with.on_unconfirmed,
        )
        claimed = await self._with.house.do(self._workspace, verb, lane=self._workspace)
        self._may_be_more = claimed is not None and claimed.full
        if claimed is None:
            self._lose()
            return False
        if self._hold is None or self._hold.fence != claimed.fence:
            self._with.limiter.load(self._workspace, claimed.limits)
        self._hold = Hold(claimed.fence, since, since_real)
        self._start(claimed, self._hold)
        return claimed.full

    def _start(self, claimed: Claimed, hold: Hold) -> None:
        for parcel in claimed.parcels:
            self._hand(parcel.letter.id, self._deliverer.deliver(hold, parcel))
        for doubt in claimed.doubts:
            if doubt.letter.id not in self._hands:
                self._hand(doubt.letter.id, self._settling.settle(doubt))
        for unsaid in claimed.unsaid:
            self.did = True
            self._with.counts.letter(unsaid.state)
            _log(unsaid.letter, became=unsaid.state, reason=unsaid.reason)
        for letter in claimed.unconfirmed:
            self.did = True
            self._with.counts.letter("unconfirmed")
            _log(letter, became="unconfirmed", reason="unreadable")

    def _hand(self, letter: str, carrying: Coroutine[Any, Any, None]) -> None:
        self.did = True
        task = asyncio.create_task(carrying)
        self._hands[letter] = task
        task.add_done_callback(partial(self._handed, letter))

    def _handed(self, letter: str, task: asyncio.Task[None]) -> None:
        if self._hands.get(letter) is task:
            del self._hands[letter]
        if not task.cancelled() and (bug := task.exception()) is not None:
            # The letter stays as it is; after a minute it is looked for.
            log.error("letter.dropped", letter=letter, exc_info=bug)
        self._news.set()

    def _room(self) -> int:
        """How many to claim now; not for a few: each claim costs a commit."""
        most = ROOM_WHILE_CLOSED
        if self._opens_at(METHODS["post"]) is None:
            most = self._with.limiter.room(self._workspace, METHODS["post"])
        free = most - len(self._hands)
        return free if free * 2 >= most else 0

    def _open_verbs(self) -> list[str]:
        return [verb for verb, method in METHODS.items() if self._opens_at(method) is None]

    def _opens_at(self, method: str) -> datetime | None:
        return self._with.limiter.opens_at(self._workspace, method)

    def _lose(self) -> None:
        if self._hold is not None:
            self._hold.lost = True

    async def _keep_lease(self) -> None:
        while True:
            await asyncio.sleep(RENEW_SECONDS)
            try:
                verb = partial(deliveries.renew, me=self._with.me)
                fence = await self._with.house.do(self._workspace, verb, lane=self._workspace)
            except StoreBusy:
                continue
            if self._hold is not None and self._hold.fence != fence:
                self._lose()

    async def _wait_for_news(self) -> None:
        try:
            await asyncio.wait_for(self._news.wait(), AT_LEAST_EVERY)
        except TimeoutError:
            return


def _log(letter: Letter, *, became: str, reason: str) -> None:
    """Of a morning letter whose questions were answered meanwhile nobody need be warned."""
    say = log.info if became == "moot" else log.warning
    say("letter.laid_aside", letter=letter.id, kind=letter.kind, became=became, reason=reason)
