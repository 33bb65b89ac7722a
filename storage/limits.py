"""What Slack told us to wait for: not before when, by method and channel."""

from datetime import datetime

from sqlalchemy import bindparam, delete, select

from storage.schema import limits
from storage.transaction import Transaction
from storage.types import WorkspaceId

_OURS = limits.c.workspace == bindparam("tenant")
_ALL = select(limits.c.method, limits.c.channel, limits.c.not_before).where(
    _OURS, limits.c.not_before > bindparam("now")
)
_DROP = delete(limits).where(
    _OURS, limits.c.method == bindparam("method"), limits.c.channel == bindparam("channel")
)


class Limits:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def all(self, *, now: datetime) -> dict[tuple[str, str], datetime]:
        """(method, channel or "") -> not before; what is over is left out."""
        rows = self._tx.all(_ALL, tenant=self._workspace, now=now)
        return {(row.method, row.channel): row.not_before for row in rows}

    def put(self, method: str, channel: str, *, not_before: datetime) -> None:
        self._tx.run(_DROP, tenant=self._workspace, method=method, channel=channel)
        row = {"workspace": self._workspace, "method": method, "channel": channel}
        self._tx.insert(limits, {**row, "not_before": not_before})
