"""Nudges: what nobody asked for just now, each said once, and when; and how much reaches whom."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, bindparam, func, select, update

from storage.schema import letters, nudges
from storage.transaction import Transaction
from storage.types import PEOPLE, PersonId, WorkspaceId


@dataclass(frozen=True, slots=True)
class Nudge:
    id: str
    person: PersonId
    kind: str  # of the letter
    subject: str  # what it is about; the same is never said twice
    facts: Mapping[str, Any]
    usefulness: int
    by_name: bool  # a person asked them
    # waiting (until due_at), kept (for a morning), said, told (in a morning), muted, moot;
    # in_form: told in a form that they opened themselves
    state: str
    made_at: datetime
    due_at: datetime | None = None
    said_at: datetime | None = None
    day: date | None = None  # the person's own date when it was said or told


@dataclass(frozen=True, slots=True)
class Said:
    """One nudge that came outside a morning letter."""

    day: date
    at: datetime


@dataclass(frozen=True, slots=True)
class Reached:
    """A letter that was posted to a person's DM."""

    conversation: str  # the person's id
    kind: str
    at: datetime


_COLUMNS = tuple(nudges.c[name] for name in Nudge.__dataclass_fields__)
_OURS = nudges.c.workspace == bindparam("tenant")
_OF_PERSON = and_(_OURS, nudges.c.person == bindparam("whom"))
_KNOWN = select(nudges.c.id).where(
    _OF_PERSON, nudges.c.kind == bindparam("what"), nudges.c.subject == bindparam("about")
)
_OF_KIND = (
    select(*_COLUMNS)
    .where(_OF_PERSON, nudges.c.kind == bindparam("what"))
    .order_by(nudges.c.made_at.desc(), nudges.c.id)
    .limit(bindparam("size"))
)
_WAITING = and_(_OURS, nudges.c.state == "waiting")
_DUE = (
    select(*_COLUMNS)
    .where(_WAITING, nudges.c.due_at <= bindparam("now"))
    .order_by(nudges.c.due_at, nudges.c.id)
    .limit(bindparam("size"))
)
_NEXT_DUE = select(func.min(nudges.c.due_at)).where(_WAITING)
_KEPT = (
    select(*_COLUMNS)
    .where(_OF_PERSON, nudges.c.state == "kept")
    .order_by(nudges.c.usefulness.desc(), nudges.c.made_at, nudges.c.id)
)
_TOLD_ON = (
    select(*_COLUMNS)
    .where(_OF_PERSON, nudges.c.state == "told", nudges.c.day == bindparam("date"))
    .order_by(nudges.c.usefulness.desc(), nudges.c.made_at, nudges.c.id)
)
_SAID = select(nudges.c.day, nudges.c.said_at).where(
    _OF_PERSON,
    nudges.c.said_at >= bindparam("since"),
    nudges.c.state == "said",
    nudges.c.by_name.is_(False),
)
_MOVE = (
    update(nudges)
    .where(_OURS, nudges.c.id == bindparam("nudge"), nudges.c.state == bindparam("was"))
    .values(
        state=bindparam("becomes"),
        due_at=bindparam("due"),
        said_at=bindparam("said"),
        day=bindparam("date"),
    )
)
_REACHED = (
    select(letters.c.conversation, letters.c.kind, letters.c.attempt_at)
    .where(
        letters.c.workspace == bindparam("tenant"),
        letters.c.verb == "post",
        letters.c.state == "sent",
        letters.c.attempt_at >= bindparam("since"),
        letters.c.attempt_at < bindparam("until"),
        func.substr(letters.c.conversation, 1, 1).in_(PEOPLE),
    )
    .order_by(letters.c.seq)
)


class Nudges:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def is_known(self, person: PersonId, kind: str, subject: str) -> bool:
        """Somebody wanted to say it before."""
        asked = {"whom": person, "what": kind, "about": subject}
        return self._tx.one(_KNOWN, tenant=self._workspace, **asked) is not None

    def of_kind(self, person: PersonId, kind: str, *, size: int) -> list[Nudge]:
        """The latest first."""
        rows = self._tx.all(_OF_KIND, tenant=self._workspace, whom=person, what=kind, size=size)
        return [Nudge(*row) for row in rows]

    def add(self, nudge: Nudge) -> None:
        self._tx.insert(nudges, {"workspace": self._workspace, **asdict(nudge)})

    def due(self, now: datetime, *, size: int) -> list[Nudge]:
        """Those that wait for an hour which has come."""
        rows = self._tx.all(_DUE, tenant=self._workspace, now=now, size=size)
        return [Nudge(*row) for row in rows]

    def next_due(self) -> datetime | None:
        row = self._tx.one(_NEXT_DUE, tenant=self._workspace)
        return None if row is None else row[0]

    def kept(self, person: PersonId) -> list[Nudge]:
        """For their next morning, the most useful first."""
        rows = self._tx.all(_KEPT, tenant=self._workspace, whom=person)
        return [Nudge(*row) for row in rows]

    def told_on(self, person: PersonId, day: date) -> list[Nudge]:
        """What the morning letter of that day says."""
        rows = self._tx.all(_TOLD_ON, tenant=self._workspace, whom=person, date=day)
        return [Nudge(*row) for row in rows]

    def said_since(self, person: PersonId, since: datetime) -> list[Said]:
        """What came by itself, outside a morning letter and without a person's wish."""
        rows = self._tx.all(_SAID, tenant=self._workspace, whom=person, since=since)
        return [Said(*row) for row in rows]

    def change(
        self,
        nudge: Nudge,
        state: str,
        *,
        due_at: datetime | None = None,
        said_at: datetime | None = None,
        day: date | None = None,
    ) -> bool:
        """True when it was still in the state in which we saw it."""
        seen = {"nudge": nudge.id, "was": nudge.state, "becomes": state}
        new = {"due": due_at, "said": said_at, "date": day}
        return bool(self._tx.run(_MOVE, tenant=self._workspace, **seen, **new).rowcount)

    def reached(self, since: datetime, until: datetime) -> list[Reached]:
        """Every letter that came into somebody's DM in that time, as long as letters are kept."""
        rows = self._tx.all(_REACHED, tenant=self._workspace, since=since, until=until)
        return [Reached(*row) for row in rows]
