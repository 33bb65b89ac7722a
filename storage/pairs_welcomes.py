"""Welcomes: who is new in a circle, and when somebody is found for them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select

from storage.schema import pair_welcomes as welcomes
from storage.transaction import Transaction
from storage.types import PersonId, WorkspaceId


@dataclass(frozen=True, slots=True)
class Welcome:
    circle: str
    person: PersonId
    due_at: datetime


_WELCOME = tuple(welcomes.c[name] for name in Welcome.__dataclass_fields__)
_OURS = welcomes.c.workspace == bindparam("tenant")
_FIRST = (
    select(*_WELCOME)
    .where(_OURS, welcomes.c.due_at <= bindparam("now"))
    .order_by(welcomes.c.due_at, welcomes.c.circle, welcomes.c.person)
    .limit(1)
)
_NEXT = select(func.min(welcomes.c.due_at)).where(_OURS)
_DROP = delete(welcomes).where(
    _OURS, welcomes.c.circle == bindparam("of_circle"), welcomes.c.person == bindparam("who")
)


class PairWelcomes:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def put(self, circle: str, person: PersonId, due_at: datetime) -> None:
        """Another moment where there is one already."""
        row = {"circle": circle, "person": person, "due_at": due_at}
        self._tx.put(welcomes, {"workspace": self._workspace, **row})

    def first(self, now: datetime) -> Welcome | None:
        row = self._tx.one(_FIRST, tenant=self._workspace, now=now)
        return None if row is None else Welcome(*row)

    def next_due(self) -> datetime | None:
        row = self._tx.one(_NEXT, tenant=self._workspace)
        return None if row is None else row[0]

    def drop(self, welcome: Welcome) -> None:
        values = {"of_circle": welcome.circle, "who": welcome.person}
        self._tx.run(_DROP, tenant=self._workspace, **values)
