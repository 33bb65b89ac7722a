"""Owners and causes as they are kept: each change only of what was seen, each workspace its own."""

from dataclasses import replace
from typing import Any

from storage.causes import Cause
from storage.owners import Owner
from storage.records import Records
from storage.store import Store
from tests.storage.rows import ANA, BEN, DANA, NOON, NORTH, SOUTH, TEAM, a_blocker, settle

ASKED = Owner("data_engineering", "person", DANA, "", "", asked_by=ANA, asked_at=NOON)


def do(store: Store, deed: Any, workspace: Any = NORTH) -> Any:
    return store.write_now(lambda tx: deed(Records(tx, workspace)))


def test_who_was_asked_is_no_owner_before_the_yes(settled: Store) -> None:
    do(settled, lambda records: records.owners.ask(ASKED))
    assert do(settled, lambda records: records.owners.accepted()) == {}
    assert do(settled, lambda records: records.owners.asked()) == {"data_engineering": ASKED}

    assert do(settled, lambda records: records.owners.accept(ASKED, by=DANA, at=NOON))
    owner = do(settled, lambda records: records.owners.accepted())["data_engineering"]
    assert (owner.whom, owner.accepted_by) == (DANA, DANA)
    assert do(settled, lambda records: records.owners.asked()) == {}


def test_a_question_that_was_replaced_is_not_accepted(settled: Store) -> None:
    do(settled, lambda records: records.owners.ask(ASKED))
    do(settled, lambda records: records.owners.ask(replace(ASKED, whom=BEN)))

    assert not do(settled, lambda records: records.owners.accept(ASKED, by=DANA, at=NOON))
    assert not do(settled, lambda records: records.owners.decline(ASKED))


def test_a_new_owner_takes_the_place_of_the_old_one(settled: Store) -> None:
    for owner in (ASKED, replace(ASKED, whom=BEN)):
        do(settled, lambda records, one=owner: records.owners.ask(one))
        do(settled, lambda records, one=owner: records.owners.accept(one, by=BEN, at=NOON))

    assert [one.whom for one in do(settled, lambda r: r.owners.accepted()).values()] == [BEN]


def test_muting_and_stepping_down_are_of_the_owner_that_was_seen(settled: Store) -> None:
    do(settled, lambda records: records.owners.ask(ASKED))
    do(settled, lambda records: records.owners.accept(ASKED, by=DANA, at=NOON))
    owner = do(settled, lambda records: records.owners.accepted())["data_engineering"]

    assert do(settled, lambda records: records.owners.mute(owner, quiet=True))
    assert do(settled, lambda records: records.owners.accepted())["data_engineering"].muted
    assert not do(settled, lambda r: r.owners.step_down(replace(owner, whom=BEN)))
    assert do(settled, lambda records: records.owners.step_down(owner))
    assert do(settled, lambda records: records.owners.accepted()) == {}


def test_deliberate_hand_offs_are_marked_and_unmarked(settled: Store) -> None:
    do(settled, lambda r: r.owners.mark_deliberate("labeling", by=ANA, at=NOON))
    do(settled, lambda r: r.owners.mark_deliberate("labeling", by=BEN, at=NOON))
    assert do(settled, lambda records: records.owners.deliberate()) == {"labeling"}
    do(settled, lambda records: records.owners.mark_ordinary("labeling"))
    assert do(settled, lambda records: records.owners.deliberate()) == frozenset()


def test_owners_are_of_one_workspace(store: Store) -> None:
    settle(store, NORTH, SOUTH)
    do(store, lambda records: records.owners.ask(ASKED))
    do(store, lambda records: records.owners.mark_deliberate("labeling", by=ANA, at=NOON))

    assert do(store, lambda records: records.owners.asked(), SOUTH) == {}
    assert do(store, lambda records: records.owners.deliberate(), SOUTH) == frozenset()


def test_a_cause_is_cleared_once_until_it_is_not_clear_after_all(settled: Store) -> None:
    cause = Cause("c1", TEAM, NOON)
    for number in (1, 2):
        do(settled, lambda records, n=number: records.blockers.add(a_blocker(n)))
    do(settled, lambda records: records.causes.add(cause))
    for number in (1, 2):
        do(settled, lambda r, n=number: r.causes.join("c1", f"b{n}", at=NOON))

    assert do(settled, lambda records: records.causes.blockers("c1")) == ["b1", "b2"]
    assert do(settled, lambda records: records.causes.of("b2")) == cause
    assert do(settled, lambda records: records.causes.clear("c1", at=NOON))
    assert not do(settled, lambda records: records.causes.clear("c1", at=NOON))
    do(settled, lambda records: records.causes.unclear("c1"))
    assert do(settled, lambda records: records.causes.clear("c1", at=NOON))
    assert do(settled, lambda records: records.causes.leave("b2"))
    assert not do(settled, lambda records: records.causes.leave("b2"))


def test_a_blocker_changes_only_while_it_waits_on_whom_we_saw(settled: Store) -> None:
    seen = a_blocker(1, owner=DANA)
    do(settled, lambda records: records.blockers.add(seen))

    assert do(settled, lambda records: records.blockers.change(seen, owner=BEN, put_to=BEN))
    assert not do(settled, lambda records: records.blockers.change(seen, said="queued"))
    now = replace(seen, owner=BEN, put_to=BEN)
    assert do(settled, lambda records: records.blockers.change(now, said="queued"))


def test_the_queue_holds_what_is_put_to_a_person_and_to_what_they_speak_for(
    settled: Store,
) -> None:
    rows = [
        a_blocker(1, put_to="S0DATA"),
        a_blocker(2, owner=DANA, audience="asked"),
        a_blocker(3, put_to="C0OTHER"),
        a_blocker(4, put_to="S0DATA", audience="me", told="no"),
        a_blocker(5, put_to="S0DATA", state="resolved"),
    ]
    for row in rows:
        do(settled, lambda records, one=row: records.blockers.add(one))
    whose = {"person": DANA, "places": [DANA, "S0DATA"]}

    page = do(settled, lambda r: r.blockers.page("queue", skip=0, size=10, **whose))
    assert [one.number for one in page] == [1, 2]
    assert do(settled, lambda records: records.blockers.count("queue", **whose)) == 2
