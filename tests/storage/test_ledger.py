"""What the ledger reads: waits that touch a time, the latest of a function, the eventful pasts."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

import pytest

from storage.ledger import Ledger
from storage.people import Channel
from storage.records import Records
from storage.store import Store, open_store
from storage.teams import Team
from storage.types import BlockerId, ChannelId, TeamId
from tests.storage.rows import ANA, BEN, CHANNEL, DANA, NOON, NORTH, SOUTH, TEAM, a_blocker, settle

T = TypeVar("T")
DAY = timedelta(days=1)
ELSEWHERE = TeamId("team-2")


@pytest.fixture
def ledger(settled: Store) -> Callable[[Callable[[Ledger], T]], T]:
    return lambda look: settled.read_now(lambda tx: look(Records(tx, NORTH).ledger))


def keep(store: Store, *blockers: Any) -> None:
    def deed(tx: Any) -> None:
        for one in blockers:
            Records(tx, NORTH).blockers.add(one)

    store.write_now(deed)


def ended(number: int, **what: Any) -> Any:
    return a_blocker(number, **{"state": "resolved", "ended_at": NOON, **what})


def numbers(found: Any) -> set[str]:
    return {one.id for one in found}


def test_waits_that_touch_a_time_are_those_that_ran_in_it(settled: Store, ledger: Any) -> None:
    keep(
        settled,
        a_blocker(1, since=NOON - 9 * DAY),
        a_blocker(2, since=NOON + DAY),  # not yet
        ended(3, since=NOON - 9 * DAY, ended_at=NOON - 8 * DAY),  # no more
        ended(4, since=NOON - 9 * DAY, ended_at=NOON - 3 * DAY),
        ended(5, since=NOON - 3 * DAY, ended_at=NOON + DAY),
        ended(6, since=NOON - 3 * DAY, ended_at=NOON - 2 * DAY, state="withdrawn"),
        a_blocker(7, since=NOON - DAY, state="unconfirmed"),
    )
    week = (NOON - 7 * DAY, NOON)
    assert numbers(ledger(lambda it: it.touching(*week))) == {"b1", "b4", "b5", "b7"}
    assert numbers(ledger(lambda it: it.touching(*week, team=TEAM))) == {"b1", "b4", "b5", "b7"}
    assert ledger(lambda it: it.touching(*week, team=ELSEWHERE)) == []


def test_the_latest_of_a_function_are_taken_by_when_they_began(settled: Store, ledger: Any) -> None:
    keep(
        settled,
        a_blocker(1, since=NOON - 9 * DAY),
        ended(2, since=NOON - 3 * DAY),
        a_blocker(3, since=NOON - 2 * DAY),
        a_blocker(4, function="labeling"),
        a_blocker(5, state="withdrawn"),
    )
    latest = ledger(lambda it: it.last_begun("data_engineering", size=2))
    assert [one.id for one in latest] == ["b3", "b2"]


def test_what_people_wait_on_is_what_somebody_still_speaks_for(settled: Store, ledger: Any) -> None:
    keep(
        settled,
        a_blocker(1, waiter=BEN),
        a_blocker(2, waiter=DANA, state="in_hand"),
        a_blocker(3, waiter=BEN, state="unconfirmed"),
        ended(4, waiter=BEN),
        a_blocker(5, waiter=ANA),
    )
    assert numbers(ledger(lambda it: it.waits_of({BEN, DANA}))) == {"b1", "b2"}
    assert ledger(lambda it: it.waits_of(set())) == []


def test_only_the_past_of_what_was_handed_on_or_fell_silent_is_read(
    settled: Store, ledger: Any
) -> None:
    keep(settled, *(a_blocker(number) for number in range(1, 4)))
    pasts = {1: ["reported", "forwarded:UX:labeling"], 2: ["reported", "taken"], 3: ["silence"]}

    def deed(tx: Any) -> None:
        for number, past in pasts.items():
            for what in past:
                about = BlockerId(f"b{number}")
                Records(tx, NORTH).blockers.note(about, at=NOON, person=ANA, what=what, note=None)

    settled.write_now(deed)
    some = [BlockerId(f"b{number}") for number in range(1, 4)]
    found = ledger(lambda it: it.pasts(some))
    assert {wait: [one.what for one in past] for wait, past in found.items()} == {
        "b1": pasts[1],
        "b3": pasts[3],
    }
    assert ledger(lambda it: it.pasts([])) == {}


def test_more_waits_than_one_statement_takes_are_asked_about(settled: Store, ledger: Any) -> None:
    keep(settled, *(a_blocker(number) for number in range(1, 1_203)))
    last = BlockerId("b1202")
    settled.write_now(
        lambda tx: Records(tx, NORTH).blockers.note(
            last, at=NOON, person=ANA, what="silence", note=None
        )
    )
    some = [BlockerId(f"b{number}") for number in range(1, 1_203)]
    assert set(ledger(lambda it: it.pasts(some))) == {last}


def test_a_team_is_found_by_its_channels_name_or_its_id(settled: Store, ledger: Any) -> None:
    def deed(tx: Any) -> None:
        records = Records(tx, NORTH)
        other = ChannelId("C2")
        records.teams.add(Team(ELSEWHERE, other, ANA, None, NOON))
        for place, name in ((CHANNEL, "ds-team"), (other, "ml-platform")):
            records.channels.put(Channel(place, name, "channel", True, 3, None, NOON))

    settled.write_now(deed)
    assert [one.team for one in ledger(lambda it: it.places("ds-team"))] == [TEAM]
    assert [one.name for one in ledger(lambda it: it.places(ELSEWHERE))] == ["ml-platform"]
    assert ledger(lambda it: it.places("nowhere")) == []


def test_another_workspace_has_a_ledger_of_its_own(store: Store) -> None:
    settle(store, NORTH, SOUTH)
    keep(store, a_blocker(1), ended(2))
    found = store.read_now(lambda tx: Records(tx, SOUTH).ledger.touching(NOON - DAY, NOON + DAY))
    assert found == []


@pytest.mark.postgres
def test_on_postgresql_the_same_is_read(postgres_url: str) -> None:
    store = open_store(postgres_url)
    settle(store, NORTH)
    keep(store, a_blocker(1, since=NOON - DAY), ended(2, since=NOON - DAY, effort="day"))
    about = BlockerId("b1")

    def look(tx: Any) -> None:
        records = Records(tx, NORTH)
        records.blockers.note(about, at=NOON, person=ANA, what="silence", note=None)
        found = records.ledger
        assert numbers(found.touching(NOON - 2 * DAY, NOON, team=TEAM)) == {"b1", "b2"}
        assert numbers(found.last_begun("data_engineering", size=9)) == {"b1", "b2"}
        assert found.last_efforts("data_engineering", size=9) == ["day"]
        assert numbers(found.waits_of([ANA])) == {"b1"}
        assert set(found.pasts([about, BlockerId("b2")])) == {about}
        assert found.places("nowhere") == []

    store.write_now(look)
    store.close()
