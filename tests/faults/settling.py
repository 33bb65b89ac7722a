"""Waiting until nothing is owed any more: Slack's retries, leases and doubts take their time."""

from contextlib import closing

import httpx
from sqlalchemy import func, select

from sandbox.server import Server
from storage.outbox import UNFINISHED
from storage.schema import letters
from storage.store import open_store
from storage.transaction import Transaction
from tests.faults.processes import wait_for
from tests.team import Clock

SLACKS_LAST_RETRY = 6.0  # minutes
EVERYBODYS_MORNING = 7.0  # hours: from 10:00 in Berlin until all are at work, in Seattle too
PATIENCE = 300.0  # real seconds; Slack's retries can bring thousands of letters at once


class Hours:
    """The clock of the sandbox, and what is still owed by it."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._http = httpx.Client(base_url=server.url, timeout=PATIENCE + 60, trust_env=False)
        self.clock = Clock(self._http)

    def jump(self, *, seconds: float) -> None:
        """The time is later at once; nobody is waited for."""
        self._http.post("/clock/set", json={"to": f"+{seconds:g}s"})

    def run(self, *, on: bool = True) -> None:
        """As on a wall, or standing still until it is turned."""
        self._http.post("/clock/set", json={"running": on})

    def controls(self, path: str, body: dict[str, object]) -> None:
        """The sandbox's own switches."""
        self._http.post(f"/sandbox/{path}", json=body)

    def bury(self) -> None:
        """Nobody waits for a process that was killed in the middle of something."""
        for name in self._http.get("/sandbox").json()["followers"]:
            self._http.post("/clock/report", json={"follower": name, "gone": True})

    def settle(self, database_url: str) -> None:
        """Until every letter is where it stays; Slack has long given up by then."""
        followers = self._server.workspace.followers
        wait_for(lambda: bool(followers.names()), 300, "no bot follows the clock")
        followers.patience = PATIENCE
        self.clock.passes(minutes=SLACKS_LAST_RETRY)
        for _ in range(10):
            if not owed(database_url):
                return
            self.clock.passes(minutes=2)
        self.clock.passes(hours=EVERYBODYS_MORNING)
        assert not owed(database_url), f"still owed in the evening: {which(database_url)}"

    def close(self) -> None:
        self._http.close()


def owed(database_url: str) -> int:
    """How many letters are not where they stay."""
    count = select(func.count()).where(letters.c.state.in_(UNFINISHED))

    def look(tx: Transaction) -> int:
        found = tx.one(count.execution_options(everywhere=True))
        return 0 if found is None else int(found[0])

    with closing(open_store(database_url)) as store:
        return store.read_now(look)


def which(database_url: str) -> list[str]:
    """They, in words."""
    columns = [letters.c[name] for name in ("kind", "verb", "state", "not_before", "reason")]
    found = select(*columns).where(letters.c.state.in_(UNFINISHED))
    with closing(open_store(database_url)) as store:
        rows = store.read_now(lambda tx: tx.all(found.execution_options(everywhere=True)))
    return [" ".join(map(str, row)) for row in rows]
