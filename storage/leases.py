"""Leases: which process may speak for a workspace; the fence grows at each change of hands."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from storage.schema import leases
from storage.transaction import Transaction

_GET = select(leases.c.holder, leases.c.fence, leases.c.until).where(
    leases.c.name == bindparam("lease")
)
_RENEW = (
    update(leases)
    .where(leases.c.name == bindparam("lease"), leases.c.holder == bindparam("me"))
    .values(until=bindparam("until_new"))
)
_TAKE = (
    update(leases)
    .where(
        leases.c.name == bindparam("lease"),
        leases.c.fence == bindparam("seen"),
        leases.c.until <= bindparam("now"),
    )
    .values(holder=bindparam("me"), fence=leases.c.fence + 1, until=bindparam("until_new"))
)


@dataclass(frozen=True, slots=True)
class Lease:
    holder: str
    fence: int
    until: datetime


class Leases:
    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def take(self, lease: str, *, me: str, now: datetime, until: datetime) -> int | None:
        """My fencing number while I hold the lease; None while somebody else does."""
        row = self._tx.one(_GET, lease=lease)
        if row is None:
            return self._first(lease, me=me, until=until)
        if row.holder == me:
            mine = self._tx.run(_RENEW, lease=lease, me=me, until_new=until)
            return int(row.fence) if mine.rowcount else None
        if row.until > now:
            return None
        taken = self._tx.run(_TAKE, lease=lease, me=me, seen=row.fence, now=now, until_new=until)
        return row.fence + 1 if taken.rowcount else None

    def held(self, lease: str) -> Lease | None:
        """Who has it, or had it last."""
        row = self._tx.one(_GET, lease=lease)
        return None if row is None else Lease(*row)

    def give_back(self, lease: str, *, me: str, now: datetime) -> None:
        """The row and its number stay, so that the next fence is higher."""
        self._tx.run(_RENEW, lease=lease, me=me, until_new=now)

    def _first(self, lease: str, *, me: str, until: datetime) -> int | None:
        row = {"name": lease, "holder": me, "fence": 1, "until": until}
        try:
            with self._tx.connection.begin_nested():
                self._tx.run(insert(leases).values(row))
        except IntegrityError:
            return None
        return 1
