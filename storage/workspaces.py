"""Workspaces: who we are in each, and whether Slack still lets us speak there."""

from dataclasses import astuple, dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update

from storage.schema import workspaces
from storage.transaction import Transaction
from storage.types import PersonId, WorkspaceId


@dataclass(frozen=True, slots=True)
class Workspace:
    id: WorkspaceId
    name: str
    bot_user: PersonId
    bot_id: str
    scopes: str
    trouble: str | None = None  # Slack's own word for why it refuses us, e.g. token_revoked
    trouble_since: datetime | None = None

    def may(self, scope: str) -> bool:
        return scope in self.scopes.split(",")


_COLUMNS = tuple(workspaces.c[name] for name in Workspace.__dataclass_fields__)
_ALL = select(*_COLUMNS).order_by(workspaces.c.id)
_ONE = select(*_COLUMNS).where(workspaces.c.id == bindparam("tenant"))
_KNOWN = (
    update(workspaces)
    .where(workspaces.c.id == bindparam("tenant"))
    .values(
        name=bindparam("its_name"),
        bot_user=bindparam("its_bot_user"),
        bot_id=bindparam("its_bot_id"),
        scopes=bindparam("its_scopes"),
        trouble=None,
        trouble_since=None,
    )
)
_TROUBLE = (
    update(workspaces)
    .where(workspaces.c.id == bindparam("tenant"), workspaces.c.trouble.is_(None))
    .values(trouble=bindparam("reason"), trouble_since=bindparam("at"))
)


class Workspaces:
    """The one kind of record that stands above the tenants."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def get(self, workspace: WorkspaceId) -> Workspace | None:
        kept: Workspace | None = self._tx.recall("workspace", workspace)
        if kept is None and (row := self._tx.one(_ONE, tenant=workspace)) is not None:
            kept = Workspace(*row)
            self._tx.keep(kept, "workspace", workspace)
        return kept

    def all(self) -> list[Workspace]:
        return [Workspace(*row) for row in self._tx.all(_ALL)]

    def introduce(self, workspace: Workspace) -> None:
        """Slack told us who we are there; whatever was wrong before is over."""
        self._tx.forget("workspace", workspace.id)
        found = self._tx.run(
            _KNOWN,
            tenant=workspace.id,
            its_name=workspace.name,
            its_bot_user=workspace.bot_user,
            its_bot_id=workspace.bot_id,
            its_scopes=workspace.scopes,
        )
        if not found.rowcount:
            names = Workspace.__dataclass_fields__
            self._tx.run(
                insert(workspaces).values(dict(zip(names, astuple(workspace), strict=True)))
            )

    def in_trouble(self, workspace: WorkspaceId, *, reason: str, at: datetime) -> bool:
        """Slack refuses us there; True for the first to notice."""
        self._tx.forget("workspace", workspace)
        return bool(self._tx.run(_TROUBLE, tenant=workspace, reason=reason, at=at).rowcount)
