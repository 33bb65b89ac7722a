"""Memory is believed for a minute of the machine's clock, and never overrules a change."""

from storage.memory import STALE_SECONDS, Memory
from storage.people import Person
from storage.records import Records
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.rows import ANA, NOON, NORTH


class Stopwatch:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_what_is_kept_is_believed_for_a_minute_and_no_longer() -> None:
    watch = Stopwatch()
    memory = Memory(watch)
    memory.put(("team", "T1"), "kept")

    watch.seconds = STALE_SECONDS
    assert memory.get(("team", "T1")) == "kept"
    watch.seconds = STALE_SECONDS + 0.1
    assert memory.get(("team", "T1")) is None


def test_what_is_dropped_is_not_believed_any_more() -> None:
    memory = Memory()
    memory.put(("team", "T1"), "kept")
    memory.drop(("team", "T1"))
    memory.drop(("team", "never there"))
    assert memory.get(("team", "T1")) is None


def _ana(zone: str) -> Person:
    return Person(ANA, "Ana", "ana", zone, NORTH, False, False, False, NOON)


def test_a_change_is_seen_by_its_own_transaction_and_by_the_next(settled: Store) -> None:
    settled.write_now(lambda tx: Records(tx, NORTH).people.put(_ana("Europe/Berlin")))
    before = settled.read_now(lambda tx: Records(tx, NORTH).people.get(ANA))

    def move(tx: Transaction) -> str:
        people = Records(tx, NORTH).people
        people.put(_ana("Asia/Kolkata"))
        found = people.get(ANA)
        return "" if found is None else found.zone

    assert before is not None
    assert before.zone == "Europe/Berlin"
    assert settled.write_now(move) == "Asia/Kolkata"
    after = settled.read_now(lambda tx: Records(tx, NORTH).people.get(ANA))
    assert after is not None
    assert after.zone == "Asia/Kolkata"
