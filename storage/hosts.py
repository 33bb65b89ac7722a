"""Code hosts: which ones whoever runs us has opened, and how we stand with each."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, select, update

from storage.schema import code_hosts
from storage.transaction import Transaction
from storage.types import WorkspaceId

GITHUB, GITLAB = "github", "gitlab"


@dataclass(frozen=True, slots=True)
class CodeHost:
    kind: str  # github, gitlab
    web: str  # as links name it: github.com, git.example.com:8443
    trouble: str | None = None  # it refuses us altogether, and why
    trouble_at: datetime | None = None
    stumbles: int = 0  # calls in a row that brought nothing


_COLUMNS = tuple(code_hosts.c[name] for name in CodeHost.__dataclass_fields__)
_OURS = code_hosts.c.workspace == bindparam("tenant")
_THIS = and_(_OURS, code_hosts.c.kind == bindparam("of_kind"))
_ALL = select(*_COLUMNS).where(_OURS).order_by(code_hosts.c.kind)
_TROUBLE = (
    update(code_hosts)
    .where(_THIS, code_hosts.c.trouble.is_(None))
    .values(trouble=bindparam("why"), trouble_at=bindparam("at"))
)
_WELL = update(code_hosts).where(_THIS).values(trouble=None, trouble_at=None, stumbles=0)
_STUMBLE = update(code_hosts).where(_THIS).values(stumbles=code_hosts.c.stumbles + 1)
_REMOVE = delete(code_hosts).where(_THIS)


class Hosts:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def all(self) -> Mapping[str, CodeHost]:
        """By kind."""
        rows = self._tx.all(_ALL, tenant=self._workspace)
        return {row.kind: CodeHost(*row) for row in rows}

    def put(self, host: CodeHost) -> None:
        self._tx.put(code_hosts, {"workspace": self._workspace, **asdict(host)})

    def remove(self, kind: str) -> None:
        self._tx.run(_REMOVE, tenant=self._workspace, of_kind=kind)

    def in_trouble(self, kind: str, *, reason: str, at: datetime) -> bool:
        """True when nobody knew yet."""
        values = {"of_kind": kind, "why": reason, "at": at}
        return bool(self._tx.run(_TROUBLE, tenant=self._workspace, **values).rowcount)

    def well(self, kind: str) -> None:
        self._tx.run(_WELL, tenant=self._workspace, of_kind=kind)

    def stumbled(self, kind: str) -> None:
        self._tx.run(_STUMBLE, tenant=self._workspace, of_kind=kind)
