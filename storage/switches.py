"""Switches of the whole installation: the pause; and the processes that run it."""

from datetime import datetime

from sqlalchemy import bindparam, delete, func, insert, select, update

from storage.schema import processes, switches
from storage.transaction import Transaction

_SINCE = select(switches.c.on_since).where(switches.c.name == bindparam("switch"))
_OFF = delete(switches).where(switches.c.name == bindparam("switch"))
_SEEN = (
    update(processes)
    .where(processes.c.id == bindparam("process"))
    .values(seen_at=bindparam("now"), sockets=bindparam("sockets_now"))
)
_LIVING = select(processes).where(processes.c.seen_at >= bindparam("since"))
_SOCKETS = select(func.coalesce(func.sum(processes.c.sockets), 0)).where(
    processes.c.seen_at >= bindparam("since")
)
_GONE = delete(processes).where(processes.c.id == bindparam("process"))
_OLD = delete(processes).where(processes.c.seen_at < bindparam("before"))


class Switches:
    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def on_since(self, switch: str) -> datetime | None:
        row = self._tx.one(_SINCE, switch=switch)
        return None if row is None else row.on_since

    def turn_on(self, switch: str, *, at: datetime) -> None:
        if self.on_since(switch) is None:
            self._tx.insert(switches, {"name": switch, "on_since": at})

    def turn_off(self, switch: str) -> bool:
        """True when it was on."""
        return bool(self._tx.run(_OFF, switch=switch).rowcount)


class Processes:
    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def seen(self, process: str, *, place: str, sockets: int, now: datetime) -> None:
        """This process lives, and holds so many Socket Mode connections."""
        done = self._tx.run(_SEEN, process=process, now=now, sockets_now=sockets)
        if not done.rowcount:
            row = {"id": process, "place": place, "sockets": sockets}
            self._tx.run(insert(processes).values({**row, "started_at": now, "seen_at": now}))

    def sockets(self, *, since: datetime) -> int:
        """Connections held by every process seen since then."""
        row = self._tx.one(_SOCKETS, since=since)
        return int(row[0]) if row is not None else 0

    def living(self, *, since: datetime) -> list[tuple[str, str, int]]:
        rows = self._tx.all(_LIVING, since=since)
        return [(row.id, row.place, row.sockets) for row in rows]

    def gone(self, process: str) -> None:
        self._tx.run(_GONE, process=process)

    def forget_old(self, *, before: datetime) -> None:
        self._tx.run(_OLD, before=before)
