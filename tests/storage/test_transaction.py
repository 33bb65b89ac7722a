"""New rows are gathered until somebody looks, and travel together, parents first."""

from typing import Any

import pytest
from sqlalchemy import event

from storage.records import Records
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.rows import ANA, NOON, NORTH, TEAM, a_blocker


class Traffic:
    """The statements that reach the database."""

    def __init__(self, store: Store) -> None:
        self.inserts: list[str] = []
        event.listen(store.engine, "before_cursor_execute", self._hear)

    def _hear(
        self, conn: Any, cursor: Any, statement: str, values: Any, context: Any, many: bool
    ) -> None:
        if statement.startswith("INSERT INTO"):
            self.inserts.append(statement.split()[2])


@pytest.fixture
def traffic(settled: Store) -> Traffic:
    return Traffic(settled)


def test_rows_of_one_table_travel_together(settled: Store, traffic: Traffic) -> None:
    def deed(tx: Transaction) -> None:
        for number in (1, 2, 3):
            Records(tx, NORTH).blockers.add(a_blocker(number))

    settled.write_now(deed)
    assert traffic.inserts == ["blockers"]


def test_a_parent_travels_before_its_children(settled: Store, traffic: Traffic) -> None:
    def deed(tx: Transaction) -> None:
        blockers = Records(tx, NORTH).blockers
        blocker = a_blocker(1)
        blockers.note(blocker.id, at=NOON, person=ANA, what="reported", note=None)
        blockers.add(blocker)

    settled.write_now(deed)
    assert traffic.inserts == ["blockers", "happenings"]


def test_who_looks_sees_what_was_gathered(settled: Store, traffic: Traffic) -> None:
    def deed(tx: Transaction) -> object:
        blockers = Records(tx, NORTH).blockers
        blockers.add(a_blocker(1))
        assert traffic.inserts == []
        return blockers.numbered(TEAM, 1)

    assert settled.write_now(deed) == a_blocker(1)
    assert traffic.inserts == ["blockers"]


def test_a_look_at_another_table_leaves_the_rows_where_they_are(
    settled: Store, traffic: Traffic
) -> None:
    def deed(tx: Transaction) -> list[str]:
        Records(tx, NORTH).blockers.add(a_blocker(1))
        Records(tx, NORTH).inbox.answer_to("command:1")
        return list(traffic.inserts)

    assert settled.write_now(deed) == []


def test_a_row_that_is_put_finds_its_parent_there(settled: Store, traffic: Traffic) -> None:
    def deed(tx: Transaction) -> None:
        records, blocker = Records(tx, NORTH), a_blocker(1)
        records.blockers.add(blocker)
        records.follow_ups.plan(blocker.id, "look", NOON)

    settled.write_now(deed)
    assert traffic.inserts == ["blockers", "follow_ups"]


def test_a_gathered_row_that_breaks_a_rule_fails_its_deed_alone(settled: Store) -> None:
    def twice(tx: Transaction) -> None:
        for number in (1, 1):
            Records(tx, NORTH).blockers.add(a_blocker(number))

    with pytest.raises(Exception, match="UNIQUE"):
        settled.write_now(twice)
    settled.write_now(lambda tx: Records(tx, NORTH).blockers.add(a_blocker(1)))
