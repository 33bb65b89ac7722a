"""A post office for tests: a real database, a clock turned by hand, short letters."""

import itertools
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, TypeVar

from bot import deliveries
from bot.deliveries import Claimed, Content, Letter, Parcel
from bot.letters import post, redraw, take_down
from bot.status import status
from bot.world import Work, World
from storage.people import Channel
from storage.records import Records
from storage.store import Store
from storage.teams import Team
from storage.types import ChannelId, LetterId, PersonId, TeamId, WorkspaceId
from storage.workspaces import Workspace

T = TypeVar("T")

HERE = WorkspaceId("T1")
NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)
EVERY_VERB = ("post", "whisper", "edit", "delete")
SCOPES = "chat:write,im:write,im:history"


def as_written(work: Work, letter: Letter) -> Content | None:
    return None, letter.facts


def moot(work: Work, letter: Letter) -> Content | None:
    return None


def stumbling(work: Work, letter: Letter) -> Content | None:
    raise KeyError("blocker")


COMPOSERS = {
    "note": as_written,
    "team.trouble": as_written,
    "shown": as_written,
    "moot": moot,
    "stumbling": stumbling,
}


class PostOffice:
    """One workspace, T1, with the keeper U0HUGO of a team in `channel`."""

    def __init__(
        self,
        store: Store,
        *,
        scopes: str = SCOPES,
        channel: str = "C0TEAM",
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        self.store = store
        self._stands_at = NOON
        self._clock = clock
        ids = map("L{}".format, itertools.count(1))
        self.world = World(lambda: self.now, lambda: next(ids), Random(1))
        self.introduce(scopes)
        self.do(lambda work: _furnish(work, ChannelId(channel)))

    @property
    def now(self) -> datetime:
        return self._stands_at if self._clock is None else self._clock()

    @now.setter
    def now(self, moment: datetime) -> None:
        self._stands_at = moment

    def introduce(self, scopes: str = SCOPES, *, workspace: WorkspaceId = HERE) -> None:
        us = Workspace(workspace, "Northwind", PersonId("U0BOT"), "B0BOT", scopes)
        self.do(lambda work: work.records.workspaces.introduce(us), workspace=workspace)

    def do(self, verb: Callable[[Work], T], *, workspace: WorkspaceId = HERE) -> T:
        def deed(tx: Any) -> T:
            return verb(Work(Records(tx, workspace), now=self.now, new_id=self.world.new_id))

        return self.store.write_now(deed)

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)

    def owe(self, to: str = "C0TEAM", kind: str = "note", **more: Any) -> LetterId:
        facts = more.pop("facts", {"text": kind})
        return self.do(lambda work: post(work, kind, to=to, facts=facts, **more))

    def edit(self, slot: str, *, to: str = "C0TEAM") -> None:
        self.do(lambda work: redraw(work, "note", to=to, slot=slot, facts={"text": "new"}))

    def delete(self, slot: str, *, to: str = "C0TEAM") -> None:
        self.do(lambda work: take_down(work, "note", to=to, slot=slot, facts={}))

    def claim(self, me: str = "one", **more: Any) -> Claimed:
        claimed = self.try_claim(me, **more)
        assert claimed is not None, "somebody else holds the lease"
        return claimed

    def try_claim(self, me: str = "one", **more: Any) -> Claimed | None:
        return self.do(
            lambda work: deliveries.claim(
                work,
                me=me,
                verbs=more.get("verbs", EVERY_VERB),
                size=more.get("size", 64),
                composers=COMPOSERS,
                on_unconfirmed=shown,
            )
        )

    def record(self, parcel: Parcel, outcome: deliveries.Outcome, fence: int) -> str:
        return self.do(
            lambda work: deliveries.record(work, parcel, outcome, fence=fence, on_unconfirmed=shown)
        )

    def send(self, me: str = "one") -> list[str]:
        """Claim once, and let Slack take everything; the ids of what was sent."""
        claimed = self.claim(me)
        for parcel in claimed.parcels:
            sent = deliveries.Sent(parcel.channel, f"100.{parcel.letter.seq:06}")
            assert self.record(parcel, sent, claimed.fence) == "sent"
        return [parcel.letter.id for parcel in claimed.parcels]

    def letter(self, letter: str) -> Letter:
        found = self.do(lambda work: work.records.outbox.get(LetterId(letter)))
        assert found is not None
        return found

    def states(self) -> Mapping[str, int]:
        return self.do(status).letters


def shown(work: Work, letter: Letter) -> None:
    """A person is told, in their DM, that a letter is unconfirmed."""
    post(work, "shown", to="U0HUGO", facts={"letter": letter.id}, asked=False)


def _furnish(work: Work, place: ChannelId) -> None:
    channel = Channel(place, "team", "channel", True, 5, None, work.now)
    work.records.channels.put(channel)
    keeper = PersonId("U0HUGO")
    work.records.teams.add(Team(TeamId("t"), channel.id, keeper, None, work.now))
