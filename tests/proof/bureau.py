"""The rooms without their door: a real database, a clock, the planner's duties, a courier."""

import heapq
import itertools
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import event

from bot import blockers, deliveries, housekeeping
from bot.composers import COMPOSERS
from bot.deliveries import Letter, Parcel, Unsaid
from bot.told import Card
from bot.world import Work
from handlers.planner import _DUTIES
from handlers.views import letters
from storage.records import Records
from storage.store import Store, open_store
from storage.transaction import Transaction
from storage.types import PersonId, WorkspaceId
from storage.workspaces import Workspace

T = TypeVar("T")

HERE = WorkspaceId("T0PROOF")
_SCOPES = "chat:write,im:write,im:history"
_VERBS = ("post", "whisper", "edit", "delete")
_MENTION = re.compile(r"<@([UW][A-Z0-9]+)")
_MOST_ROUNDS = 10_000


@dataclass(frozen=True, slots=True)
class Sent:
    """A letter as it left: what it was composed of, and what could be read."""

    at: datetime
    letter: Letter
    card: Card | None
    facts: Any
    read: str  # every word of it, as Slack is given it

    @property
    def mentions(self) -> frozenset[str]:
        return frozenset(_MENTION.findall(self.read))

    @property
    def to(self) -> list[str]:
        """Whose DM it stands in; nobody's for a channel."""
        letter = self.letter
        if letter.whisper_to is not None:
            return [letter.whisper_to]
        return letter.conversation.split(",") if letter.conversation[:1] in ("U", "W") else []


class Bureau:
    def __init__(self, store: Store, begin: datetime, workspace: WorkspaceId = HERE) -> None:
        self.store = store
        self.workspace = workspace
        self.now = begin
        self.sent: list[Sent] = []
        self.unsaid: list[Unsaid] = []
        self.hears: Callable[[Sent], None] = lambda sent: None
        self._ids = map("x{}".format, itertools.count(1))
        self._order = itertools.count()
        self._agenda: list[tuple[datetime, int, Callable[[], None]]] = []
        us = Workspace(workspace, "Northwind", PersonId("U0BOT"), "B0BOT", _SCOPES)
        self.do(lambda work: work.records.workspaces.introduce(us))
        self._prune_daily(begin)

    def do(self, verb: Callable[[Work], T]) -> T:
        """One unit of work: all of it, or nothing."""
        return self.store.write_now(lambda tx: verb(self._work(tx)))

    def look(self, verb: Callable[[Work], T]) -> T:
        return self.store.read_now(lambda tx: verb(self._work(tx)))

    def _work(self, tx: Transaction) -> Work:
        return Work(Records(tx, self.workspace), now=self.now, new_id=self._ids.__next__)

    def at(self, moment: datetime, deed: Callable[[], None]) -> None:
        heapq.heappush(self._agenda, (moment, next(self._order), deed))

    def live_until(self, end: datetime) -> None:
        """From one due moment to the next, as the planner and the courier are woken."""
        while (moment := self._next()) is not None and moment <= end:
            self.now = max(self.now, moment)
            self._people_act()
            self._plan()
            self._carry()
        self.now = end

    def live_for(self, *, hours: float) -> None:
        self.live_until(self.now + timedelta(hours=hours))

    def _next(self) -> datetime | None:
        def due(work: Work) -> list[datetime | None]:
            planned = [duty.next_due(work) for duty in _DUTIES]
            return [*planned, deliveries.agenda(work).next_due]

        found = [at for at in self.look(due) if at is not None]
        found += [one[0] for one in self._agenda[:1]]
        return min(found, default=None)

    def _people_act(self) -> None:
        while self._agenda and self._agenda[0][0] <= self.now:
            heapq.heappop(self._agenda)[2]()

    def _plan(self) -> None:
        for duty in _DUTIES:
            for _ in range(_MOST_ROUNDS):
                at = self.look(duty.next_due)
                if at is None or at > self.now:
                    break
                self.do(duty.do_due)
            else:
                raise AssertionError(f"{duty.name} is due for ever")

    def _carry(self) -> None:
        """Until nothing more leaves; whoever reads a letter may act on it later."""
        while self.look(self._is_due):
            for one in self.do(self._round):
                self.sent.append(one)
                self.hears(one)

    def _is_due(self, work: Work) -> bool:
        return deliveries.look(work, me="one", verbs=_VERBS).due

    def _round(self, work: Work) -> list[Sent]:
        claimed = deliveries.claim(
            work,
            me="one",
            verbs=_VERBS,
            size=64,
            composers=COMPOSERS,
            on_unconfirmed=blockers.on_unconfirmed,
        )
        assert claimed is not None, "somebody else holds the lease"
        self.unsaid += claimed.unsaid
        return [self._send(work, one, claimed.fence) for one in claimed.parcels]

    def _send(self, work: Work, parcel: Parcel, fence: int) -> Sent:
        arrived = deliveries.Sent(parcel.channel, f"{1000 + parcel.letter.seq}.000001")
        deliveries.record(
            work, parcel, arrived, fence=fence, on_unconfirmed=blockers.on_unconfirmed
        )
        read = ""
        if parcel.letter.verb != "delete":
            kind = parcel.letter.kind
            said = letters.render(kind, parcel.card, parcel.facts, now=self.now)
            read = json.dumps(said, ensure_ascii=False)
        return Sent(self.now, parcel.letter, parcel.card, parcel.facts, read)

    def _prune_daily(self, at: datetime) -> None:
        def prune() -> None:
            self.do(housekeeping.prune)
            self._prune_daily(at + timedelta(days=1))

        self.at(at + timedelta(days=1), prune)


def open_quickly(url: str) -> Store:
    """The power does not fail in here, so nobody waits for the disk."""
    store = open_store(url)

    def hurry(connection: Any, record: Any) -> None:
        connection.execute("PRAGMA synchronous=OFF")

    event.listen(store.engine, "connect", hurry)
    return store
