"""User groups that a wait or a function was put to: their handles, and who is in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update

from storage.schema import user_groups
from storage.transaction import Transaction
from storage.types import PersonId, WorkspaceId


@dataclass(frozen=True, slots=True)
class Group:
    id: str
    handle: str = ""  # "" while Slack has not told us
    members: frozenset[PersonId] | None = None  # None: Slack does not tell
    learnt_at: datetime | None = None  # None: to be looked up (again)


_COLUMNS = tuple(user_groups.c[name] for name in Group.__dataclass_fields__)
_ALL = select(*_COLUMNS).where(user_groups.c.workspace == bindparam("tenant"))
_DOUBT = (
    update(user_groups)
    .where(user_groups.c.workspace == bindparam("tenant"), user_groups.c.id == bindparam("group"))
    .values(learnt_at=None)
)


class Groups:
    """Few: only those that somebody named here."""

    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def all(self) -> Mapping[str, Group]:
        """By id."""
        kept: Mapping[str, Group] | None = self._tx.recall("groups", self._workspace)
        if kept is None:
            rows = self._tx.all(_ALL, tenant=self._workspace)
            kept = {row.id: _read(*row) for row in rows}
            self._tx.keep(kept, "groups", self._workspace)
        return kept

    def put(self, group: Group) -> None:
        self._tx.forget("groups", self._workspace)
        members = None if group.members is None else sorted(group.members)
        row = {"handle": group.handle, "members": members, "learnt_at": group.learnt_at}
        self._tx.put(user_groups, {"workspace": self._workspace, "id": group.id, **row})

    def doubt(self, group: str) -> None:
        """Something about it changed: who was in it is believed until Slack was asked."""
        self._tx.forget("groups", self._workspace)
        self._tx.run(_DOUBT, tenant=self._workspace, group=group)


def _read(
    id_: str, handle: str, members: list[PersonId] | None, learnt_at: datetime | None
) -> Group:
    return Group(id_, handle, None if members is None else frozenset(members), learnt_at)
