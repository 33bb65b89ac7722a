"""Turns: rows that come due again and again, each in one pair of hands at a time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from sqlalchemy import ColumnElement, Table, and_, bindparam, case, func, select, update

from storage.transaction import Transaction
from storage.types import UtcDateTime, WorkspaceId


class Taken(Protocol):
    """`tries` counts those in a row that brought nothing, this one included."""

    @property
    def due_at(self) -> datetime: ...

    @property
    def turn(self) -> int: ...

    @property
    def tries(self) -> int: ...


R = TypeVar("R", bound=Taken)


class Turns(Generic[R]):
    """The statements for one table and its record; `key` tells its rows apart."""

    def __init__(
        self,
        table: Table,
        record: type[R],
        *,
        key: Sequence[str],
        only: ColumnElement[bool] | None = None,
    ) -> None:
        ours = table.c.workspace == bindparam("tenant")
        waiting = and_(
            ours if only is None else and_(ours, only),
            table.c.host.in_(bindparam("hosts", expanding=True)),
        )
        mine = and_(
            ours,
            table.c.turn == bindparam("seen_turn"),
            *(table.c[name] == bindparam(f"of_{name}") for name in key),
        )
        until = bindparam("until", type_=UtcDateTime)
        next_at = bindparam("next_at", type_=UtcDateTime)
        self.key = key
        self.record = record
        self.first = (
            select(*(table.c[name] for name in record.__dataclass_fields__))  # type: ignore[attr-defined]
            .where(waiting, table.c.due_at <= bindparam("now"))
            .order_by(table.c.due_at)
            .limit(1)
        )
        self.next_due = select(func.min(table.c.due_at)).where(waiting)
        self.take = (
            update(table)
            .where(mine)
            .values(due_at=until, turn=table.c.turn + 1, tries=table.c.tries + 1)
        )
        # What was hinted at meanwhile stays due.
        self.end = (
            update(table)
            .where(mine)
            .values(due_at=case((table.c.due_at < until, table.c.due_at), else_=next_at))
        )


class InTurns(Generic[R]):
    """Whoever takes a row has it until a moment, and records what they found under its number."""

    turns: ClassVar[Turns[Any]]

    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def take(self, *, now: datetime, until: datetime, hosts: Sequence[str]) -> R | None:
        """The first that is due, ours until then; None when none is, or somebody was faster."""
        row = self._tx.one(self.turns.first, tenant=self._workspace, now=now, hosts=list(hosts))
        if row is None:
            return None
        found: R = self.turns.record(*row)
        if not self._tx.run(self.turns.take, **self._mine(found), until=until).rowcount:
            return None
        changed: Any = {"due_at": until, "turn": found.turn + 1, "tries": found.tries + 1}
        return replace(found, **changed)  # type: ignore[type-var]

    def next_due(self, *, hosts: Sequence[str]) -> datetime | None:
        row = self._tx.one(self.turns.next_due, tenant=self._workspace, hosts=list(hosts))
        return None if row is None else row[0]

    def end(self, one: R, *, next_at: datetime, **found: Any) -> bool:
        """False when it is in other hands by now: what was found is thrown away."""
        values = {**self._mine(one), "until": one.due_at, "next_at": next_at}
        return bool(self._tx.run(self.turns.end.values(**found), **values).rowcount)

    def _mine(self, one: R) -> dict[str, Any]:
        key = {f"of_{name}": getattr(one, name) for name in self.turns.key}
        return {"tenant": self._workspace, "seen_turn": one.turn, **key}
