"""Signals: the reaction with which a team marks a message as a wait."""

from datetime import datetime

from sqlalchemy import and_, bindparam, delete, select

from storage.schema import signals
from storage.transaction import Transaction
from storage.types import PersonId, TeamId, WorkspaceId

_THIS = and_(signals.c.workspace == bindparam("tenant"), signals.c.team == bindparam("of_team"))
_GET = select(signals.c.reaction).where(_THIS)
_REMOVE = delete(signals).where(_THIS)
_ANY = select(signals.c.team).limit(1).execution_options(everywhere=True)


class Signals:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def of_team(self, team: TeamId) -> str | None:
        row = self._tx.one(_GET, tenant=self._workspace, of_team=team)
        return None if row is None else str(row.reaction)

    def set(self, team: TeamId, reaction: str, *, by: PersonId, at: datetime) -> None:
        row = {"team": team, "reaction": reaction, "set_by": by, "set_at": at}
        self._tx.put(signals, {"workspace": self._workspace, **row})

    def remove(self, team: TeamId) -> None:
        self._tx.run(_REMOVE, tenant=self._workspace, of_team=team)


def any_signal(tx: Transaction) -> bool:
    """Whether any team of this database marks waits by a reaction."""
    return tx.one(_ANY) is not None
