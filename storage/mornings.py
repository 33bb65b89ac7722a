"""Morning letters: what each person's one letter of a day is made of, and when it leaves."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, func, or_, select, update

from storage.schema import morning_parts
from storage.transaction import Transaction
from storage.types import Facts, PersonId, WorkspaceId

_other = morning_parts.alias("other")


@dataclass(frozen=True, slots=True)
class Part:
    part: str
    subject: str
    facts: Facts
    leads: bool = True  # it decides when the letter leaves; the others go with it


_OURS = morning_parts.c.workspace == bindparam("tenant")
_OF_DAY = and_(
    _OURS, morning_parts.c.person == bindparam("whom"), morning_parts.c.day == bindparam("date")
)
_STILL_HERE = morning_parts.c.left_at.is_(None)
_LEADER = (
    select(_other.c.person)
    .where(
        _other.c.workspace == morning_parts.c.workspace,
        _other.c.person == morning_parts.c.person,
        _other.c.day == morning_parts.c.day,
        _other.c.leads,
        _other.c.left_at.is_(None),
    )
    .exists()
)
_DECIDES = and_(_OURS, _STILL_HERE, or_(morning_parts.c.leads, ~_LEADER))
_DUE = (
    select(morning_parts.c.person, morning_parts.c.day)
    .where(_DECIDES, morning_parts.c.at <= bindparam("now"))
    .group_by(morning_parts.c.person, morning_parts.c.day)
    .order_by(func.min(morning_parts.c.at), morning_parts.c.person, morning_parts.c.day)
    .limit(bindparam("size"))
)
_NEXT_DUE = select(func.min(morning_parts.c.at)).where(_DECIDES)
_PARTS = (
    select(*(morning_parts.c[name] for name in Part.__dataclass_fields__))
    .where(_OF_DAY)
    .order_by(
        morning_parts.c.leads.desc(),
        morning_parts.c.at,
        morning_parts.c.part,
        morning_parts.c.subject,
    )
)
_WAITING_OF = (
    select(morning_parts.c.day)
    .where(_OURS, morning_parts.c.person == bindparam("whom"), _STILL_HERE)
    .order_by(morning_parts.c.day)
)
_LEFT = select(morning_parts.c.part, morning_parts.c.subject).where(
    _OF_DAY, morning_parts.c.left_at.is_not(None)
)
_LEAVE = update(morning_parts).where(_OF_DAY, _STILL_HERE).values(left_at=bindparam("now"))
_PRUNE = (
    delete(morning_parts)
    .where(morning_parts.c.left_at < bindparam("before"))
    .execution_options(everywhere=True)
)


class Mornings:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def put(self, person: PersonId, day: date, part: Part, *, at: datetime) -> None:
        key = {"person": person, "day": day, "part": part.part, "subject": part.subject}
        row: dict[str, Any] = {**key, "at": at, "leads": part.leads, "facts": dict(part.facts)}
        self._tx.put(morning_parts, {"workspace": self._workspace, **row})

    def parts(self, person: PersonId, day: date) -> list[Part]:
        rows = self._tx.all(_PARTS, tenant=self._workspace, whom=person, date=day)
        return [Part(*row) for row in rows]

    def left(self, person: PersonId, day: date) -> set[tuple[str, str]]:
        """The parts, with their subjects, that have left."""
        rows = self._tx.all(_LEFT, tenant=self._workspace, whom=person, date=day)
        return {(row.part, row.subject) for row in rows}

    def days_waiting(self, person: PersonId) -> list[date]:
        """Days whose letter, or a later part of it, has yet to leave."""
        rows = self._tx.all(_WAITING_OF, tenant=self._workspace, whom=person)
        return [row.day for row in rows]

    def due(self, now: datetime, *, size: int) -> list[tuple[PersonId, date]]:
        rows = self._tx.all(_DUE, tenant=self._workspace, now=now, size=size)
        return [(row.person, row.day) for row in rows]

    def next_due(self) -> datetime | None:
        row = self._tx.one(_NEXT_DUE, tenant=self._workspace)
        return None if row is None else row[0]

    def leave(self, person: PersonId, day: date, *, at: datetime) -> bool:
        """True for the one who may send it now."""
        values = {"tenant": self._workspace, "whom": person, "date": day, "now": at}
        return bool(self._tx.run(_LEAVE, **values).rowcount)


def prune_mornings(tx: Transaction, *, before: datetime) -> int:
    """Forget letters of long ago; returns of how many parts."""
    return tx.run(_PRUNE, before=before).rowcount
