"""Follow-ups: when we look at a blocker again, and what was asked about it already."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, func, select

from storage.schema import follow_ups
from storage.transaction import Transaction
from storage.types import BlockerId, WorkspaceId


@dataclass(frozen=True, slots=True)
class FollowUp:
    blocker: BlockerId
    what: str
    due_at: datetime


_OURS = follow_ups.c.workspace == bindparam("tenant")
_PLANNED = and_(_OURS, follow_ups.c.done_at.is_(None))
_OF_BLOCKER = and_(_OURS, follow_ups.c.blocker == bindparam("which"))
_DUE = (
    select(follow_ups.c.blocker, follow_ups.c.what, follow_ups.c.due_at)
    .where(_PLANNED, follow_ups.c.due_at <= bindparam("now"))
    .order_by(follow_ups.c.due_at, follow_ups.c.blocker)
    .limit(bindparam("most"))
)
_NEXT_DUE = select(func.min(follow_ups.c.due_at)).where(_PLANNED)
_TAKE = delete(follow_ups).where(
    _PLANNED,
    _OF_BLOCKER,
    follow_ups.c.what == bindparam("planned"),
    follow_ups.c.due_at == bindparam("seen_due_at"),
)
_DROP = delete(follow_ups).where(_PLANNED, _OF_BLOCKER)
_DONE = select(follow_ups.c.what, follow_ups.c.done_at).where(
    _OF_BLOCKER, follow_ups.c.done_at.is_not(None)
)


class FollowUps:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def begin(self, blocker: BlockerId, what: str, due_at: datetime) -> None:
        """The first one of a new blocker; it is written together with the blocker."""
        self._tx.insert(follow_ups, self._row(blocker, what, due_at, None))

    def plan(self, blocker: BlockerId, what: str, due_at: datetime) -> None:
        """From now on this is due then, whenever it was due before."""
        self._tx.put(follow_ups, self._row(blocker, what, due_at, None))

    def due(self, now: datetime, limit: int) -> list[FollowUp]:
        """The earliest first."""
        rows = self._tx.all(_DUE, tenant=self._workspace, now=now, most=limit)
        return [FollowUp(*row) for row in rows]

    def next_due(self) -> datetime | None:
        row = self._tx.one(_NEXT_DUE, tenant=self._workspace)
        return None if row is None else row[0]

    def take(self, follow_up: FollowUp) -> bool:
        """Compare and set: True for the one who may do it; it is no longer planned."""
        taken = self._tx.run(
            _TAKE,
            tenant=self._workspace,
            which=follow_up.blocker,
            planned=follow_up.what,
            seen_due_at=follow_up.due_at,
        )
        return bool(taken.rowcount)

    def done(self, blocker: BlockerId, what: str, at: datetime) -> None:
        self._tx.put(follow_ups, self._row(blocker, what, at, at))

    def done_of(self, blocker: BlockerId) -> Mapping[str, datetime]:
        """What was done about this blocker, and when last."""
        rows = self._tx.all(_DONE, tenant=self._workspace, which=blocker)
        return {row.what: row.done_at for row in rows}

    def drop(self, blocker: BlockerId) -> None:
        """Nothing is planned for it any more; what was done stays known."""
        self._tx.run(_DROP, tenant=self._workspace, which=blocker)

    def _row(
        self, blocker: BlockerId, what: str, due_at: datetime, done_at: datetime | None
    ) -> dict[str, object]:
        return {
            "workspace": self._workspace,
            "blocker": blocker,
            "what": what,
            "due_at": due_at,
            "done_at": done_at,
        }
