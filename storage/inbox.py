"""The inbox: which knocks were already answered, and what was said to them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select

from storage.schema import inbox
from storage.transaction import Transaction
from storage.types import WorkspaceId

_ANSWERS = select(inbox.c.key, inbox.c.answer).where(
    inbox.c.workspace == bindparam("tenant"),
    inbox.c.key.in_(bindparam("keys", expanding=True)),
)
_PRUNE = delete(inbox).where(inbox.c.at < bindparam("before")).execution_options(everywhere=True)

Knock = tuple[WorkspaceId, str]


def look_up(tx: Transaction, knocks: Iterable[Knock]) -> None:
    """Learn with one question which of a batch's knocks were answered before."""
    keys: dict[WorkspaceId, list[str]] = {}
    for workspace, key in knocks:
        keys.setdefault(workspace, []).append(key)
        tx.answers[workspace, key] = None
    for workspace, its_keys in keys.items():
        for row in tx.all(_ANSWERS, tenant=workspace, keys=its_keys):
            tx.answers[workspace, row.key] = row.answer


class Inbox:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def answer_to(self, key: str) -> Mapping[str, Any] | None:
        """What was answered to this knock before, if it ever knocked."""
        knock = (self._workspace, key)
        if knock not in self._tx.answers:
            look_up(self._tx, [knock])
        return self._tx.answers[knock]

    def put(self, key: str, *, at: datetime, answer: Mapping[str, Any]) -> None:
        self._tx.answers[self._workspace, key] = answer
        row = {"workspace": self._workspace, "key": key, "at": at, "answer": dict(answer)}
        self._tx.insert(inbox, row)


def prune_inbox(tx: Transaction, *, before: datetime) -> int:
    """Forget knocks that nobody can repeat any more; returns how many."""
    return tx.run(_PRUNE, before=before).rowcount
