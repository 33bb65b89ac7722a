"""Rhythms are turned, moved by one alone, joined; each of their dates begins once."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from storage.records import Records
from storage.rhythms import Participant, Rhythm
from storage.store import Store
from storage.transaction import Transaction
from storage.types import PersonId
from tests.storage.rows import ANA, BEN, NOON, NORTH, SOUTH, TEAM, settle

MONDAY = date(2026, 3, 9)
STANDUP = Rhythm(
    team=TEAM,
    feature="standup",
    rule="weekdays 09:30",
    zone="Europe/Berlin",
    settings={"window": 4, "questions": ["What is next?"]},
    on=True,
    turned_by=ANA,
    starts_on=MONDAY,
    next_due=NOON,
)


def put(store: Store, *found: Rhythm) -> None:
    def deed(tx: Transaction) -> None:
        for one in found:
            Records(tx, NORTH).rhythms.put(one)

    store.write_now(deed)


def due(store: Store, now: datetime) -> list[str]:
    found = store.read_now(lambda tx: Records(tx, NORTH).rhythms.due(now, 10))
    return [one.feature for one in found]


def next_due(store: Store) -> datetime | None:
    return store.read_now(lambda tx: Records(tx, NORTH).rhythms.next_due())


def test_it_is_kept_as_it_was_put_and_changed_by_putting_it_again(settled: Store) -> None:
    put(settled, STANDUP)
    put(settled, replace(STANDUP, on=False, settings={}, starts_on=None, next_due=None))

    found = settled.read_now(lambda tx: Records(tx, NORTH).rhythms.get(TEAM, "standup"))
    assert found == replace(STANDUP, on=False, settings={}, starts_on=None, next_due=None)


def test_what_is_due_comes_the_longest_due_first_and_what_is_off_never(settled: Store) -> None:
    hour = timedelta(hours=1)
    put(
        settled,
        STANDUP,
        replace(STANDUP, feature="pair", next_due=NOON - hour),
        replace(STANDUP, feature="retro", next_due=NOON + hour),
        replace(STANDUP, feature="digest", next_due=NOON - 2 * hour, on=False),
    )
    assert due(settled, NOON) == ["pair", "standup"]
    assert due(settled, NOON - timedelta(hours=2)) == []
    assert next_due(settled) == NOON - hour


def test_only_one_moves_it(settled: Store) -> None:
    put(settled, STANDUP)
    later = NOON + timedelta(days=1)

    def move(tx: Transaction) -> bool:
        return Records(tx, NORTH).rhythms.move(STANDUP, later)

    assert settled.write_now(move)
    assert not settled.write_now(move)
    assert next_due(settled) == later


def test_what_was_turned_off_meanwhile_is_not_moved(settled: Store) -> None:
    put(settled, replace(STANDUP, on=False))
    assert not settled.write_now(lambda tx: Records(tx, NORTH).rhythms.move(STANDUP, NOON))


def test_who_takes_part_is_what_they_said_last(settled: Store) -> None:
    def deed(tx: Transaction) -> dict[PersonId, Participant]:
        said = Records(tx, NORTH).rhythms
        said.join(TEAM, "standup", ANA, NOON)
        said.join(TEAM, "standup", BEN, NOON)
        said.away(TEAM, "standup", ANA, date(2026, 3, 16))
        said.decline(TEAM, "standup", BEN, NOON)
        said.join(TEAM, "pair", BEN, NOON)
        return said.participants(TEAM, "standup")

    assert settled.write_now(deed) == {
        ANA: Participant(ANA, takes_part=True, away_until=date(2026, 3, 16), said_at=NOON),
        BEN: Participant(BEN, takes_part=False, away_until=None, said_at=NOON),
    }


def test_saying_yes_again_does_not_end_an_absence(settled: Store) -> None:
    def deed(tx: Transaction) -> date | None:
        said = Records(tx, NORTH).rhythms
        said.join(TEAM, "standup", ANA, NOON)
        said.away(TEAM, "standup", ANA, date(2026, 3, 16))
        said.join(TEAM, "standup", ANA, NOON)
        return said.participants(TEAM, "standup")[ANA].away_until

    assert settled.write_now(deed) == date(2026, 3, 16)


def test_a_date_begins_once_with_the_rule_and_settings_of_that_moment(settled: Store) -> None:
    put(settled, STANDUP)

    def begin(tx: Transaction) -> bool:
        return Records(tx, NORTH).occurrences.begin(TEAM, "standup", MONDAY, NOON) is not None

    assert settled.write_now(begin)
    put(settled, replace(STANDUP, rule="daily 10:00", settings={}))
    assert not settled.write_now(begin)

    [found] = settled.read_now(lambda tx: Records(tx, NORTH).occurrences.open_of(TEAM, "standup"))
    assert (found.date, found.due_at, found.state) == (MONDAY, NOON, "open")
    assert (found.rule, found.settings) == (STANDUP.rule, STANDUP.settings)


def test_what_is_skipped_is_kept_with_its_reason_and_does_not_begin(settled: Store) -> None:
    def deed(tx: Transaction) -> list[object]:
        dates = Records(tx, NORTH).occurrences
        dates.skip(TEAM, "standup", MONDAY, NOON, "too_late")
        return [
            dates.begin(TEAM, "standup", MONDAY, NOON),
            dates.skip(TEAM, "standup", MONDAY, NOON, "another"),
            dates.open_of(TEAM, "standup"),
        ]

    assert settled.write_now(deed) == [None, None, []]
    found = settled.read_now(lambda tx: Records(tx, NORTH).occurrences.get(TEAM, "standup", MONDAY))
    assert found is not None
    assert (found.state, found.reason) == ("skipped", "too_late")


def test_it_is_settled_by_one(settled: Store) -> None:
    def deed(tx: Transaction) -> list[bool]:
        dates = Records(tx, NORTH).occurrences
        begun = dates.begin(TEAM, "standup", MONDAY, NOON)
        assert begun is not None
        return [dates.settle(begun, "all answered"), dates.settle(begun)]

    assert settled.write_now(deed) == [True, False]


def test_another_workspace_has_rhythms_of_its_own(store: Store) -> None:
    settle(store, NORTH, SOUTH)
    put(store, STANDUP)
    store.write_now(lambda tx: Records(tx, NORTH).rhythms.join(TEAM, "standup", ANA, NOON))

    def theirs(tx: Transaction) -> list[object]:
        records = Records(tx, SOUTH)
        return [
            records.rhythms.get(TEAM, "standup"),
            records.rhythms.of_team(TEAM),
            records.rhythms.due(NOON, 10),
            records.rhythms.next_due(),
            records.rhythms.participants(TEAM, "standup"),
        ]

    assert store.read_now(theirs) == [None, [], [], None, {}]
