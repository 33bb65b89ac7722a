"""Quiet questions: who was asked to help with which blocker, and what they said."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, select, update

from storage.schema import asks
from storage.transaction import Transaction
from storage.types import BlockerId, PersonId, WorkspaceId


@dataclass(frozen=True, slots=True)
class Ask:
    id: str
    blocker: BlockerId
    asker: PersonId
    asked: PersonId
    at: datetime
    answer: str | None = None  # yes, no


_COLUMNS = tuple(asks.c[name] for name in Ask.__dataclass_fields__)
_OURS = asks.c.workspace == bindparam("tenant")
_THIS = and_(_OURS, asks.c.id == bindparam("ask"))
_GET = select(*_COLUMNS).where(_THIS)
_ABOUT = select(*_COLUMNS).where(_OURS, asks.c.blocker == bindparam("blocker")).order_by(asks.c.at)
_ANSWER = update(asks).where(_THIS, asks.c.answer.is_(None)).values(answer=bindparam("said"))


class Asks:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def add(self, ask: Ask) -> None:
        self._tx.insert(asks, {"workspace": self._workspace, **asdict(ask)})

    def get(self, ask: str) -> Ask | None:
        row = self._tx.one(_GET, tenant=self._workspace, ask=ask)
        return None if row is None else Ask(*row)

    def about(self, blocker: BlockerId) -> list[Ask]:
        rows = self._tx.all(_ABOUT, tenant=self._workspace, blocker=blocker)
        return [Ask(*row) for row in rows]

    def answer(self, ask: str, said: str) -> bool:
        """True for the first answer."""
        return bool(self._tx.run(_ANSWER, tenant=self._workspace, ask=ask, said=said).rowcount)
