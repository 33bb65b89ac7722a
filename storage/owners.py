"""Owners: who answers for which function, who was asked to, and which hand-offs are deliberate."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, select, update

from storage.schema import handoffs, owners
from storage.transaction import Transaction
from storage.types import PersonId, WorkspaceId

ASKED, ACCEPTED = "asked", "accepted"


@dataclass(frozen=True, slots=True)
class Owner:
    function: str
    kind: str  # person, group, channel
    whom: str  # their id
    name: str  # of a group or channel, as it was written; "" for a person
    why: str  # in the words of whoever asked
    asked_by: PersonId
    asked_at: datetime
    accepted_by: PersonId | None = None
    accepted_at: datetime | None = None
    muted: bool = False  # the queue shows what is put to them; no message does


_COLUMNS = tuple(owners.c[name] for name in Owner.__dataclass_fields__)
_OURS = owners.c.workspace == bindparam("tenant")
_THIS = and_(
    _OURS,
    owners.c.function == bindparam("about"),
    owners.c.standing == bindparam("stands"),
    owners.c.whom == bindparam("seen_whom"),
    owners.c.asked_at == bindparam("seen_at"),
)
_ALL = (
    select(*_COLUMNS)
    .where(_OURS, owners.c.standing == bindparam("stands"))
    .order_by(owners.c.function)
)
_ACCEPT = (
    update(owners)
    .where(_THIS)
    .values(standing=ACCEPTED, accepted_by=bindparam("person"), accepted_at=bindparam("at"))
)
_MUTE = update(owners).where(_THIS).values(muted=bindparam("quiet"))
_REMOVE = delete(owners).where(_THIS)
_DELIBERATE = select(handoffs.c.function).where(handoffs.c.workspace == bindparam("tenant"))
_ORDINARY = delete(handoffs).where(
    handoffs.c.workspace == bindparam("tenant"), handoffs.c.function == bindparam("about")
)


class Owners:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def accepted(self) -> Mapping[str, Owner]:
        """By function."""
        kept: Mapping[str, Owner] | None = self._tx.recall("owners", self._workspace)
        if kept is None:
            kept = self._all(ACCEPTED)
            self._tx.keep(kept, "owners", self._workspace)
        return kept

    def asked(self) -> Mapping[str, Owner]:
        """Who has not answered yet, by function."""
        return self._all(ASKED)

    def ask(self, owner: Owner) -> None:
        """In place of whoever was asked before and did not answer."""
        row = {"workspace": self._workspace, "standing": ASKED, **asdict(owner)}
        self._tx.put(owners, row)

    def accept(self, asked: Owner, *, by: PersonId, at: datetime) -> bool:
        """True when the question still stood; whoever owned it before is replaced."""
        self._tx.forget("owners", self._workspace)
        before = self._all(ACCEPTED).get(asked.function)
        if before is not None:
            self._run(_REMOVE, before, ACCEPTED)
        return self._run(_ACCEPT, asked, ASKED, person=by, at=at)

    def decline(self, asked: Owner) -> bool:
        return self._run(_REMOVE, asked, ASKED)

    def step_down(self, owner: Owner) -> bool:
        self._tx.forget("owners", self._workspace)
        return self._run(_REMOVE, owner, ACCEPTED)

    def mute(self, owner: Owner, *, quiet: bool) -> bool:
        self._tx.forget("owners", self._workspace)
        return self._run(_MUTE, owner, ACCEPTED, quiet=quiet)

    def deliberate(self) -> frozenset[str]:
        """The functions whose hand-offs are meant to be, like those to specialists."""
        kept: frozenset[str] | None = self._tx.recall("handoffs", self._workspace)
        if kept is None:
            rows = self._tx.all(_DELIBERATE, tenant=self._workspace)
            kept = frozenset(row.function for row in rows)
            self._tx.keep(kept, "handoffs", self._workspace)
        return kept

    def mark_deliberate(self, function: str, *, by: PersonId, at: datetime) -> None:
        self._tx.forget("handoffs", self._workspace)
        marked = {"function": function, "marked_by": by, "marked_at": at}
        self._tx.put(handoffs, {"workspace": self._workspace, **marked})

    def mark_ordinary(self, function: str) -> None:
        self._tx.forget("handoffs", self._workspace)
        self._tx.run(_ORDINARY, tenant=self._workspace, about=function)

    def _all(self, stands: str) -> Mapping[str, Owner]:
        rows = self._tx.all(_ALL, tenant=self._workspace, stands=stands)
        return {row.function: Owner(*row) for row in rows}

    def _run(self, statement: Any, owner: Owner, stands: str, **values: Any) -> bool:
        """True when that row was still as we saw it."""
        seen = {"about": owner.function, "seen_whom": owner.whom, "seen_at": owner.asked_at}
        done = self._tx.run(statement, tenant=self._workspace, stands=stands, **seen, **values)
        return bool(done.rowcount)
