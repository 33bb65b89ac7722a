"""PostgreSQL: two writers may meet; whoever loses the race does its deed again, alone."""

import threading
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import text

from storage.people import Channel
from storage.records import Records
from storage.store import POSTGRES_WRITERS, Store, open_store
from storage.transaction import Transaction
from storage.writer import StoreBusy
from tests.storage.rows import CHANNEL, NOON, NORTH, SOUTH, settle

pytestmark = pytest.mark.postgres


@pytest.fixture
def pg(postgres_url: str) -> Iterator[Store]:
    store = open_store(postgres_url)
    settle(store, NORTH, SOUTH)
    yield store
    store.close()


class Meeting:
    """Both hold one row and then want the other's: a deadlock, the first time."""

    def __init__(self) -> None:
        self._both = threading.Barrier(2)
        self.runs: list[str] = []

    def deed(self, first: str, second: str, begun: threading.Event) -> "Deed":
        return Deed(self, first, second, begun)

    def come(self, who: str) -> None:
        self.runs.append(who)
        if len(self.runs) <= 2:
            self._both.wait(10)


class Deed:
    def __init__(self, meeting: Meeting, first: str, second: str, begun: threading.Event) -> None:
        self._meeting, self._first, self._second, self._begun = meeting, first, second, begun

    def __call__(self, tx: Transaction) -> None:
        _add_to(tx, self._first)
        self._begun.set()
        self._meeting.come(self._first)
        _add_to(tx, self._second)


def _add_to(tx: Transaction, workspace: str) -> None:
    counted = text("UPDATE teams SET last_number = last_number + 1 WHERE workspace = :workspace")
    tx.run(counted, workspace=workspace)


def _numbers(store: Store) -> list[int]:
    rows = store.read_now(lambda tx: tx.all(text("SELECT last_number FROM teams")))
    return [row.last_number for row in rows]


def test_a_deadlock_costs_time_and_nothing_else(pg: Store) -> None:
    meeting, begun = Meeting(), threading.Event()
    one = pg._submit(meeting.deed(NORTH, SOUTH, begun), "", None)
    assert begun.wait(10)  # by now one writer is inside, so that the other takes the next
    other = pg._submit(meeting.deed(SOUTH, NORTH, threading.Event()), "", None)

    one.result(20)
    other.result(20)

    assert len(meeting.runs) == 3
    assert _numbers(pg) == [2, 2]


def test_two_who_learn_of_one_channel_at_once_both_succeed(pg: Store) -> None:
    """Neither waits for the other's look: both see that it is not there."""
    both, begun = threading.Barrier(2), threading.Event()
    runs: list[str] = []

    def learn(name: str) -> Callable[[Transaction], None]:
        def deed(tx: Transaction) -> None:
            channels = Records(tx, NORTH).channels
            assert channels.get(CHANNEL) is None or len(runs) >= 2
            runs.append(name)
            begun.set()
            if len(runs) <= 2:
                both.wait(10)
            channels.put(Channel(CHANNEL, name, "channel", True, 3, None, NOON))

        return deed

    one = pg._submit(learn("etl"), "", None)
    assert begun.wait(10)  # by now one writer is inside, so that the other takes the next
    other = pg._submit(learn("etl-2"), "", None)
    one.result(20)
    other.result(20)

    kept = pg.read_now(lambda tx: Records(tx, NORTH).channels.get(CHANNEL))
    assert kept is not None
    assert kept.name in ("etl", "etl-2")
    assert len(runs) == 2, "nobody had to do it again"


def test_connections_that_break_cost_one_answer_each_and_nothing_is_kept_of_it(pg: Store) -> None:
    others = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    with pg.engine.connect() as connection:
        connection.execute(others)

    outcomes = [_outcome(pg) for _ in range(8)]

    assert outcomes.count("busy") <= POSTGRES_WRITERS
    assert outcomes[-1] == "kept"
    assert sorted(_numbers(pg)) == [0, outcomes.count("kept")]


def _outcome(store: Store) -> str:
    try:
        store.write_now(lambda tx: _add_to(tx, NORTH))
    except StoreBusy:
        return "busy"
    return "kept"


@pytest.mark.parametrize("setting", ["synchronous_commit", "fsync"])
def test_what_is_committed_is_on_the_disk(pg: Store, setting: str) -> None:
    shown = pg.read_now(lambda tx: tx.one(text(f"SHOW {setting}")))
    assert shown is not None
    assert shown[0] == "on"
