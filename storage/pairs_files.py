"""Calendar files of pairs: which time was put into which conversation, once."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, select, update

from storage.schema import pair_files as files
from storage.transaction import Transaction
from storage.types import ChannelId, WorkspaceId


@dataclass(frozen=True, slots=True)
class PairFile:
    pairing: str
    channel: ChannelId
    starts_at: datetime
    state: str  # wanted, sending, sent
    changed_at: datetime


_FILE = tuple(files.c[name] for name in PairFile.__dataclass_fields__)
_THIS = and_(
    files.c.workspace == bindparam("tenant"),
    files.c.pairing == bindparam("of_pairing"),
    files.c.channel == bindparam("in_channel"),
    files.c.starts_at == bindparam("at"),
)
_GET = select(*_FILE).where(_THIS)
_MOVE = (
    update(files)
    .where(_THIS, files.c.state == bindparam("seen"))
    .values(state=bindparam("then"), changed_at=bindparam("now"))
)
_DROP = delete(files).where(_THIS, files.c.state == bindparam("seen"))


class PairFiles:
    def __init__(self, tx: Transaction, workspace: WorkspaceId) -> None:
        self._tx = tx
        self._workspace = workspace

    def get(self, pairing: str, channel: ChannelId, at: datetime) -> PairFile | None:
        key = {"of_pairing": pairing, "in_channel": channel, "at": at}
        row = self._tx.one(_GET, tenant=self._workspace, **key)
        return None if row is None else PairFile(*row)

    def put(self, file: PairFile) -> None:
        self._tx.put(files, {"workspace": self._workspace, **asdict(file)})

    def move(self, file: PairFile, state: str, *, now: datetime) -> bool:
        """False when somebody else moved it after our look."""
        values = {**self._key(file), "seen": file.state, "then": state, "now": now}
        return bool(self._tx.run(_MOVE, tenant=self._workspace, **values).rowcount)

    def drop(self, file: PairFile) -> None:
        """It did not get there, and may be asked for again."""
        self._tx.run(_DROP, tenant=self._workspace, **self._key(file), seen=file.state)

    def _key(self, file: PairFile) -> dict[str, object]:
        return {"of_pairing": file.pairing, "in_channel": file.channel, "at": file.starts_at}
