"""Causes: what several waits have in common, so that its end can be told to all who wait."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, select, update

from storage.schema import causes, effects
from storage.transaction import Transaction
from storage.types import BlockerId, TeamId, WorkspaceId


@dataclass(frozen=True, slots=True)
class Cause:
    id: str
    team: TeamId
    made_at: datetime
    cleared_at: datetime | None = None


_COLUMNS = tuple(causes.c[name] for name in Cause.__dataclass_fields__)
_THIS = and_(causes.c.workspace == bindparam("tenant"), causes.c.id == bindparam("which"))
_OURS = effects.c.workspace == bindparam("tenant")
_OF = (
    select(*_COLUMNS)
    .join(effects, and_(effects.c.workspace == causes.c.workspace, effects.c.cause == causes.c.id))
    .where(causes.c.workspace == bindparam("tenant"), _OURS)
    .where(effects.c.blocker == bindparam("one"))
)
_BLOCKERS = (
    select(effects.c.blocker)
    .where(_OURS, effects.c.cause == bindparam("which"))
    .order_by(effects.c.joined_at, effects.c.blocker)
)
_LEAVE = delete(effects).where(_OURS, effects.c.blocker == bindparam("one"))
_CLEAR = (
    update(causes).where(_THIS, causes.c.cleared_at.is_(None)).values(cleared_at=bindparam("at"))
)
_UNCLEAR = update(causes).where(_THIS).values(cleared_at=None)


class Causes:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def add(self, cause: Cause) -> None:
        self._tx.put(causes, {"workspace": self._workspace, **asdict(cause)})

    def of(self, blocker: BlockerId) -> Cause | None:
        row = self._tx.one(_OF, tenant=self._workspace, one=blocker)
        return None if row is None else Cause(*row)

    def blockers(self, cause: str) -> list[BlockerId]:
        """Every wait that has this cause, the first to join first."""
        rows = self._tx.all(_BLOCKERS, tenant=self._workspace, which=cause)
        return [row.blocker for row in rows]

    def join(self, cause: str, blocker: BlockerId, *, at: datetime) -> None:
        """A wait has one cause: a second one takes the place of the first."""
        row = {"blocker": blocker, "cause": cause, "joined_at": at}
        self._tx.put(effects, {"workspace": self._workspace, **row})

    def leave(self, blocker: BlockerId) -> bool:
        """True when it had a cause."""
        return bool(self._tx.run(_LEAVE, tenant=self._workspace, one=blocker).rowcount)

    def clear(self, cause: str, *, at: datetime) -> bool:
        """True for the one who tells it to all who wait."""
        cleared = self._tx.run(_CLEAR, tenant=self._workspace, which=cause, at=at)
        return bool(cleared.rowcount)

    def unclear(self, cause: str) -> None:
        """Not clear after all: its end can be told again."""
        self._tx.run(_UNCLEAR, tenant=self._workspace, which=cause)
