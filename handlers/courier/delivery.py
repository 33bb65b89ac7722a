"""One letter's way to Slack, and the record of what became of it."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

import structlog

from bot import deliveries
from bot.deliveries import (
    Answer,
    Failed,
    InDoubt,
    Later,
    Outcome,
    Parcel,
    Reach,
    Sent,
    Trouble,
    WorkspaceId,
    outcome_of,
    seconds_to_wait,
)
from bot.errors import StoreBusy
from bot.world import Work
from handlers.courier.equipment import Equipment
from handlers.courier.gateway import METHODS, OPEN, Body
from handlers.courier.limiter import Closed

log = structlog.get_logger()

T = TypeVar("T")

FRESH_SECONDS = 10.0  # well inside the lease
FRESH_SECONDS_UNASKED = 4.0  # a pause holds within five seconds
BUSY_SECONDS = 0.2


@dataclass(slots=True)
class Hold:
    """The right to speak under one fencing number, and since when."""

    fence: int
    since: datetime  # product time, by which others judge our lease
    since_real: float
    lost: bool = False


class NotFresh(Exception):
    """Too long in our hands: somebody else may speak for this workspace by now, or nobody."""


class Deliverer:
    """Says letters of one workspace."""

    def __init__(self, equipment: Equipment, workspace: WorkspaceId) -> None:
        self._with = equipment
        self._workspace = workspace
        self.stopped = False  # nothing more is said: we are leaving, or Slack refuses us

    async def deliver(self, hold: Hold, parcel: Parcel) -> None:
        """To the end: sent, put back, failed or in doubt, and recorded."""
        body = self._rendered(parcel)
        if isinstance(body, Failed):
            await self._record(hold, parcel, body)
            return
        try:
            answer, closed = await self._call(hold, parcel, body)
        except Closed as shut:
            wait = (shut.until - self._with.house.world.now()).total_seconds()
            await self._give_back(hold, parcel, wait=max(0.0, wait))
        except NotFresh:
            await self._give_back(hold, parcel)
        else:
            await self._record(hold, parcel, _meaning(answer, parcel), limited_channel=closed)

    async def keep(self, verb: Callable[[Work], T]) -> T:
        """Record something that has happened: it is true, so we try until it is written."""
        while True:
            try:
                return await self._with.house.do(self._workspace, verb, lane=self._workspace)
            except StoreBusy:
                log.warning("courier.busy")
                await asyncio.sleep(BUSY_SECONDS)

    async def take_down(self, channel: str, ts: str) -> None:
        """It had arrived twice: the later one goes."""
        log.error("letter.doubled", channel=channel, ts=ts)
        self._with.counts.letter("doubled")
        await self._with.gateway.take_down(self._workspace, channel, ts)

    def _rendered(self, parcel: Parcel) -> Body | Failed:
        if parcel.letter.verb == "delete":
            return {}
        now = self._with.house.world.now()
        try:
            return self._with.render(parcel.letter.kind, parcel.card, parcel.facts, now=now)
        except Exception:  # one letter that cannot be drawn must not stop the others
            log.exception("letter.not_rendered", letter=parcel.letter.id, kind=parcel.letter.kind)
            return Failed("not rendered", Reach.LETTER, known=False)

    async def _call(self, hold: Hold, parcel: Parcel, body: Body) -> tuple[Answer, str | None]:
        """The answer; and when Slack told us to wait, with what: a channel, or "" for all."""
        unopened = await self._open(hold, parcel)
        if unopened is not None:
            return unopened, None
        limiter, letter = self._with.limiter, parcel.letter
        method, paced = METHODS[letter.verb], letter.verb == "post"
        place = letter.conversation if paced else ""
        async with limiter.turn(self._workspace, method, channel=place, paced=paced):
            async with self._with.calls:
                self._must_be_fresh(hold, parcel)
                answer = await self._with.gateway.carry(self._workspace, parcel, body)
            if answer.limited:
                seconds = seconds_to_wait(answer)
                return answer, limiter.refused(
                    self._workspace, method, channel=place, seconds=seconds
                )
            if answer.trouble is None and answer.status is not None and answer.status < 500:
                limiter.passed(self._workspace, method)
            else:
                reached = answer.trouble is not Trouble.UNREACHED
                limiter.stumbled(self._workspace, method, reached=reached)
            return answer, None

    async def _open(self, hold: Hold, parcel: Parcel) -> Answer | None:
        """A conversation with several people, which Slack opens at a pace of its own."""
        if "," not in parcel.channel:
            return None
        limiter = self._with.limiter
        async with limiter.turn(self._workspace, OPEN, channel="", paced=False):
            async with self._with.calls:
                self._must_be_fresh(hold, parcel)
                answer = await self._with.gateway.open_group(self._workspace, parcel.channel)
            if answer is None:
                limiter.passed(self._workspace, OPEN)
            elif answer.limited:
                seconds = seconds_to_wait(answer)
                limiter.refused(self._workspace, OPEN, channel="", seconds=seconds)
        return answer

    def _must_be_fresh(self, hold: Hold, parcel: Parcel) -> None:
        most = FRESH_SECONDS if parcel.letter.asked else FRESH_SECONDS_UNASKED
        real = self._with.seconds() - hold.since_real
        product = (self._with.house.world.now() - hold.since).total_seconds()
        if self.stopped or hold.lost or max(real, product) > most:
            raise NotFresh

    async def _record(
        self, hold: Hold, parcel: Parcel, outcome: Outcome, *, limited_channel: str | None = None
    ) -> None:
        if isinstance(outcome, Failed) and outcome.reach is Reach.WORKSPACE:
            self.stopped = True  # before anything is awaited: not one call more
        verb = partial(
            _recorded,
            parcel=parcel,
            outcome=outcome,
            fence=hold.fence,
            on_unconfirmed=self._with.on_unconfirmed,
            limited_channel=limited_channel,
        )
        became = await self.keep(verb)
        self._with.counts.letter(became or "overtaken")
        _log(became or "overtaken", parcel, outcome)
        if became == "doubled" and isinstance(outcome, Sent) and outcome.ts is not None:
            await self.take_down(outcome.channel, outcome.ts)

    async def _give_back(self, hold: Hold, parcel: Parcel, *, wait: float = 0.0) -> None:
        verb = partial(deliveries.give_back, letter=parcel.letter, fence=hold.fence, wait=wait)
        await self.keep(verb)
        self._with.counts.letter("given_back")


def _meaning(answer: Answer, parcel: Parcel) -> Outcome:
    letter = parcel.letter
    return outcome_of(answer, verb=letter.verb, tries=letter.tries, to_person=parcel.to_person)


def _recorded(
    work: Work,
    *,
    parcel: Parcel,
    outcome: Outcome,
    fence: int,
    on_unconfirmed: deliveries.OnUnconfirmed,
    limited_channel: str | None,
) -> str:
    if limited_channel is not None and isinstance(outcome, Later):
        method = METHODS[parcel.letter.verb]
        deliveries.not_before(work, method, limited_channel, seconds=outcome.seconds)
    return deliveries.record(work, parcel, outcome, fence=fence, on_unconfirmed=on_unconfirmed)


def _log(became: str, parcel: Parcel, outcome: Outcome) -> None:
    facts: dict[str, Any] = {"letter": parcel.letter.id, "kind": parcel.letter.kind}
    match outcome:
        case Sent():
            log.info("letter.carried", became=became, **facts)
        case Failed(known=False) | Failed(reach=Reach.WORKSPACE):
            log.error("letter.carried", became=became, reason=outcome.reason, **facts)
        case Later() | Failed() | InDoubt():
            log.warning("letter.carried", became=became, reason=outcome.reason, **facts)
