"""People as Slack describes them, and the channels they meet in."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import and_, bindparam, select, update

from storage.schema import channels, people
from storage.transaction import Transaction
from storage.types import ChannelId, PersonId, WorkspaceId


@dataclass(frozen=True, slots=True)
class Person:
    id: PersonId
    name: str
    handle: str
    zone: str  # IANA
    home: WorkspaceId  # their own workspace; another than ours for people of shared channels
    guest: bool
    bot: bool
    gone: bool
    learnt_at: datetime
    admin: bool = False  # an administrator or owner of the workspace
    away_until: date | None = None  # by Slack's status, that day too; date.max: nobody knows


@dataclass(frozen=True, slots=True)
class Channel:
    id: ChannelId
    name: str
    kind: str  # channel, private, dm, group
    here: bool  # we are a member
    size: int
    trouble: str | None  # Slack's word for why we cannot post, e.g. is_archived
    learnt_at: datetime | None  # None: to be looked up again before it is relied on
    greeted_at: datetime | None = None


_PERSON = tuple(people.c[name] for name in Person.__dataclass_fields__)
_CHANNEL = tuple(channels.c[name] for name in Channel.__dataclass_fields__)
_THIS_PERSON = and_(people.c.workspace == bindparam("tenant"), people.c.id == bindparam("person"))
_THIS_CHANNEL = and_(
    channels.c.workspace == bindparam("tenant"), channels.c.id == bindparam("channel")
)
_GET_PERSON = select(*_PERSON).where(_THIS_PERSON)
_GET_CHANNEL = select(*_CHANNEL).where(_THIS_CHANNEL)
_GREET = (
    update(channels)
    .where(_THIS_CHANNEL, channels.c.greeted_at.is_(None))
    .values(greeted_at=bindparam("at"))
)
_DOUBT = update(channels).where(_THIS_CHANNEL).values(learnt_at=None)
_TROUBLE = update(channels).where(_THIS_CHANNEL).values(trouble=bindparam("reason"))
_LEFT = update(channels).where(_THIS_CHANNEL).values(here=False, greeted_at=None)


class People:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def get(self, person: PersonId) -> Person | None:
        kept: Person | None = self._tx.recall("person", self._workspace, person)
        if kept is None:
            row = self._tx.one(_GET_PERSON, tenant=self._workspace, person=person)
            if row is not None:
                kept = Person(*row)
                self._tx.keep(kept, "person", self._workspace, person)
        return kept

    def put(self, person: Person) -> None:
        self._tx.forget("person", self._workspace, person.id)
        self._tx.put(people, {"workspace": self._workspace, **asdict(person)})


class Channels:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def get(self, channel: ChannelId) -> Channel | None:
        kept: Channel | None = self._tx.recall("channel", self._workspace, channel)
        if kept is None:
            row = self._tx.one(_GET_CHANNEL, tenant=self._workspace, channel=channel)
            if row is not None:
                kept = Channel(*row)
                self._tx.keep(kept, "channel", self._workspace, channel)
        return kept

    def put(self, channel: Channel) -> None:
        """What Slack says now; that we greeted it once stays true."""
        self._tx.forget("channel", self._workspace, channel.id)
        row = {"workspace": self._workspace, **asdict(channel)}
        if channel.here:
            del row["greeted_at"]
        self._tx.put(channels, row)

    def greet(self, channel: ChannelId, *, at: datetime) -> bool:
        """True for the one who may say hello."""
        self._tx.forget("channel", self._workspace, channel)
        return bool(self._tx.run(_GREET, tenant=self._workspace, channel=channel, at=at).rowcount)

    def doubt(self, channel: ChannelId) -> None:
        """Something about it changed: look it up before relying on it."""
        self._tx.forget("channel", self._workspace, channel)
        self._tx.run(_DOUBT, tenant=self._workspace, channel=channel)

    def in_trouble(self, channel: ChannelId, *, reason: str) -> None:
        self._tx.forget("channel", self._workspace, channel)
        self._tx.run(_TROUBLE, tenant=self._workspace, channel=channel, reason=reason)

    def left(self, channel: ChannelId) -> None:
        """We are no longer in it; being invited again earns a new greeting."""
        self._tx.forget("channel", self._workspace, channel)
        self._tx.run(_LEFT, tenant=self._workspace, channel=channel)
