"""Blockers: who sees which in the lists, in which order, and that the first change counts."""

from datetime import timedelta
from functools import partial

import pytest

from storage.asks import Ask
from storage.blockers import Blocker
from storage.records import Records
from storage.store import Store
from storage.transaction import Transaction
from storage.types import BlockerId
from tests.storage.rows import ANA, BEN, DANA, NOON, NORTH, SOUTH, TEAM, a_blocker, settle

EVERYONES = a_blocker(1)
FOR_DANA = a_blocker(2, audience="asked", owner=DANA)
ANAS_ALONE = a_blocker(3, audience="me", owner=DANA)
ENDED = a_blocker(4, state="resolved", helper=DANA, ended_at=NOON)
WITHDRAWN = a_blocker(5, state="withdrawn")
BENS = a_blocker(6, waiter=BEN, state="in_hand")
ALL = (EVERYONES, FOR_DANA, ANAS_ALONE, ENDED, WITHDRAWN, BENS)

SEEN = [
    ("list", ANA, {1, 2, 3, 6}),
    ("list", DANA, {1, 2, 6}),
    ("list", BEN, {1, 6}),
    ("all", ANA, {1, 2, 3, 4, 6}),
    ("all", BEN, {1, 4, 6}),
    ("mine", ANA, {1, 2, 3}),
    ("mine", DANA, set()),
    ("waiting", DANA, {2}),
    ("waiting", BEN, set()),
]


def _add(store: Store, *blockers: Blocker) -> None:
    def deed(tx: Transaction) -> None:
        for blocker in blockers:
            Records(tx, NORTH).blockers.add(blocker)

    store.write_now(deed)


def _count(tx: Transaction, which: str) -> int:
    return Records(tx, SOUTH).blockers.count(which, **_whose(which, ANA))


def _whose(which: str, person: str) -> dict[str, str]:
    return {"person": person} | ({"team": TEAM} if which in ("list", "all") else {})


@pytest.mark.parametrize(("which", "person", "numbers"), SEEN)
def test_a_list_shows_each_person_what_is_for_their_eyes(
    settled: Store, which: str, person: str, numbers: set[int]
) -> None:
    _add(settled, *ALL)
    whose = _whose(which, person)

    found = settled.read_now(
        lambda tx: Records(tx, NORTH).blockers.page(which, skip=0, size=10, **whose)
    )
    total = settled.read_now(lambda tx: Records(tx, NORTH).blockers.count(which, **whose))

    assert {blocker.number for blocker in found} == numbers
    assert total == len(numbers)


def test_the_longest_wait_comes_first_page_after_page(settled: Store) -> None:
    waits = [a_blocker(n, since=NOON - timedelta(hours=(n * 7) % 12)) for n in range(1, 13)]
    _add(settled, *waits)

    def page(skip: int) -> list[int]:
        rows = settled.read_now(
            lambda tx: Records(tx, NORTH).blockers.page("mine", skip=skip, size=5, person=ANA)
        )
        return [row.number for row in rows]

    pages = page(0) + page(5) + page(10)
    assert pages == [one.number for one in sorted(waits, key=lambda one: one.since)]


def test_another_workspace_with_the_same_names_sees_nothing(store: Store) -> None:
    settle(store, NORTH, SOUTH)
    _add(store, *ALL)
    for which in ("list", "all", "mine", "waiting"):
        assert store.read_now(partial(_count, which=which)) == 0


def test_a_blocker_comes_back_as_it_went_in(settled: Store) -> None:
    _add(settled, FOR_DANA)
    assert settled.read_now(lambda tx: Records(tx, NORTH).blockers.get(FOR_DANA.id)) == FOR_DANA
    assert settled.read_now(lambda tx: Records(tx, NORTH).blockers.numbered(TEAM, 2)) == FOR_DANA
    assert settled.read_now(lambda tx: Records(tx, NORTH).blockers.get(BlockerId("b9"))) is None


def test_of_two_changes_to_what_both_saw_the_first_counts(settled: Store) -> None:
    _add(settled, EVERYONES)

    def take(tx: Transaction, helper: str) -> bool:
        return Records(tx, NORTH).blockers.change(EVERYONES, state="in_hand", helper=helper)

    assert settled.write_now(lambda tx: take(tx, DANA))
    assert not settled.write_now(lambda tx: take(tx, BEN))
    now = settled.read_now(lambda tx: Records(tx, NORTH).blockers.get(EVERYONES.id))
    assert now is not None
    assert now.helper == DANA


def test_who_ended_such_waits_is_known_the_latest_first(settled: Store) -> None:
    later = a_blocker(7, state="resolved", helper=BEN, ended_at=NOON + timedelta(days=1))
    elsewhere = a_blocker(8, state="resolved", helper=ANA, ended_at=NOON, function="labeling")
    _add(settled, ENDED, later, elsewhere)
    found = settled.read_now(lambda tx: Records(tx, NORTH).blockers.knowers("data_engineering"))
    assert found == [BEN, DANA]


def test_what_happened_is_told_in_order(settled: Store) -> None:
    _add(settled, EVERYONES)

    def live(tx: Transaction) -> list[str]:
        blockers = Records(tx, NORTH).blockers
        for hours, what in enumerate(("reported", "taken", "resolved")):
            at = NOON + timedelta(hours=hours)
            blockers.note(EVERYONES.id, at=at, person=ANA, what=what, note=None)
        return [one.what for one in blockers.history(EVERYONES.id)]

    assert settled.write_now(live) == ["reported", "taken", "resolved"]


def test_a_quiet_question_is_answered_once(settled: Store) -> None:
    _add(settled, EVERYONES)
    ask = Ask("a1", EVERYONES.id, asker=ANA, asked=DANA, at=NOON)
    settled.write_now(lambda tx: Records(tx, NORTH).asks.add(ask))

    assert settled.write_now(lambda tx: Records(tx, NORTH).asks.answer("a1", "yes"))
    assert not settled.write_now(lambda tx: Records(tx, NORTH).asks.answer("a1", "no"))
    kept = settled.read_now(lambda tx: Records(tx, NORTH).asks.about(EVERYONES.id))
    assert [one.answer for one in kept] == ["yes"]
