"""Follow-ups and topics: what is due comes once, and what was asked stays known."""

from datetime import timedelta
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import text

from storage import migrate
from storage.engine import open_engine
from storage.follow_ups import FollowUp
from storage.records import Records
from storage.store import Store
from storage.topics import Topic
from storage.transaction import Transaction
from storage.types import BlockerId
from tests.storage.rows import NOON, NORTH, SOUTH, TEAM, a_blocker, settle

ONE, OTHER = a_blocker(1), a_blocker(2)
HOUR = timedelta(hours=1)


def begun(store: Store) -> None:
    def deed(tx: Transaction) -> None:
        records = Records(tx, NORTH)
        for number, blocker in enumerate((ONE, OTHER)):
            records.blockers.add(blocker)
            records.follow_ups.begin(blocker.id, "look", NOON + number * HOUR)

    store.write_now(deed)


def due(store: Store, hours: int) -> list[str]:
    found = store.read_now(lambda tx: Records(tx, NORTH).follow_ups.due(NOON + hours * HOUR, 10))
    return [one.blocker for one in found]


def test_what_is_due_comes_the_earliest_first(settled: Store) -> None:
    begun(settled)
    assert due(settled, -1) == []
    assert due(settled, 0) == ["b1"]
    assert due(settled, 1) == ["b1", "b2"]
    assert settled.read_now(lambda tx: Records(tx, NORTH).follow_ups.next_due()) == NOON


def test_of_two_who_saw_it_one_takes_it(settled: Store) -> None:
    begun(settled)
    seen = FollowUp(ONE.id, "look", NOON)

    assert settled.write_now(lambda tx: Records(tx, NORTH).follow_ups.take(seen))
    assert not settled.write_now(lambda tx: Records(tx, NORTH).follow_ups.take(seen))
    assert due(settled, 1) == ["b2"]


def test_planned_anew_it_is_no_longer_the_one_that_was_seen(settled: Store) -> None:
    begun(settled)
    later = NOON + 5 * HOUR
    settled.write_now(lambda tx: Records(tx, NORTH).follow_ups.plan(ONE.id, "look", later))

    seen = FollowUp(ONE.id, "look", NOON)
    assert not settled.write_now(lambda tx: Records(tx, NORTH).follow_ups.take(seen))
    assert due(settled, 4) == ["b2"]


def test_what_was_done_is_not_due_and_stays_known_when_the_rest_is_dropped(settled: Store) -> None:
    begun(settled)

    def deed(tx: Transaction) -> None:
        records = Records(tx, NORTH)
        records.follow_ups.done(ONE.id, "waiter", NOON)
        records.follow_ups.drop(ONE.id)

    settled.write_now(deed)
    done = settled.read_now(lambda tx: Records(tx, NORTH).follow_ups.done_of(ONE.id))
    assert done == {"waiter": NOON}
    assert due(settled, 1) == ["b2"]


def test_another_workspace_with_the_same_names_has_nothing_due(store: Store) -> None:
    settle(store, NORTH, SOUTH)
    begun(store)
    assert store.read_now(lambda tx: Records(tx, SOUTH).follow_ups.next_due()) is None
    assert store.read_now(lambda tx: Records(tx, SOUTH).follow_ups.due(NOON + HOUR, 9)) == []


def test_a_topic_grows(settled: Store) -> None:
    begun(settled)
    topic = Topic("t1", TEAM, "data_engineering", (ONE.id,), NOON)
    settled.write_now(lambda tx: Records(tx, NORTH).topics.add(topic))
    both = (ONE.id, OTHER.id)
    settled.write_now(lambda tx: Records(tx, NORTH).topics.grow("t1", both))

    def since(hours: int) -> list[tuple[BlockerId, ...]]:
        moment = NOON + hours * HOUR
        found = settled.read_now(lambda tx: Records(tx, NORTH).topics.since(TEAM, moment))
        return [one.blockers for one in found]

    assert since(0) == [both]
    assert since(1) == []


def test_kin_are_what_the_team_reported_before_on_the_same_function(settled: Store) -> None:
    others = (
        a_blocker(2, function="legal_security_privacy"),
        a_blocker(3, state="withdrawn"),
        a_blocker(4, reported_at=NOON - 40 * 24 * HOUR),
        a_blocker(5, state="resolved"),
    )

    def deed(tx: Transaction) -> list[str]:
        records = Records(tx, NORTH)
        for blocker in (ONE, *others):
            records.blockers.add(blocker)
        found = records.topics.kin(a_blocker(6), NOON - 30 * 24 * HOUR)
        return [one.id for one in found]

    assert settled.write_now(deed) == ["b5", "b1"]


def test_waits_of_before_are_looked_at_as_well(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'old.db'}")
    old = Config()
    old.set_main_option("script_location", "storage:migrations")
    with engine.connect() as connection:
        old.attributes["connection"] = connection
        command.upgrade(old, "0005")
    with engine.begin() as connection:
        for statement in _AS_BEFORE:
            connection.execute(text(statement))
    migrate.upgrade(engine)

    with engine.connect() as connection:
        found = connection.execute(text("SELECT blocker, what, done_at FROM follow_ups"))
        assert [tuple(row) for row in found] == [("b1", "look", None)]
    engine.dispose()


_AS_BEFORE = (
    """INSERT INTO workspaces (id, name, bot_user, bot_id, scopes) VALUES ('T1', '', '', '', '')""",
    """INSERT INTO teams (workspace, id, channel, keeper, last_number, made_at)
    VALUES ('T1', 't', 'C', 'U', 2, '2026-03-09 12:00:00')""",
    *(
        f"""INSERT INTO blockers (workspace, id, team, number, waiter, words, function, severity,
        audience, told, state, since, reported_at) VALUES ('T1', 'b{number}', 't', {number}, 'U',
        '', 'other', '', '', '', '{state}', '2026-03-09 12:00:00', '2026-03-09 12:00:00')"""
        for number, state in ((1, "open"), (2, "resolved"))
    ),
)
