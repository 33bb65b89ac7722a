"""Reviews as they are kept: each fact once, changes only of what was seen, each tenant apart."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from storage.knowledge import Known, Project
from storage.records import Records
from storage.review_seats import Remark, Seat, Share
from storage.reviews import Event, Review
from storage.store import Store
from storage.topics import Topic
from storage.types import ReviewId
from tests.storage.rows import ANA, BEN, DANA, NOON, NORTH, SOUTH, TEAM, settle

REVIEW = Review(
    id=ReviewId("r1"),
    team=TEAM,
    number=1,
    link="https://github.com/acme/churn/pull/1",
    kind="github",
    place="github.com/acme/churn",
    title="churn#1",
    project="churn",
    author=ANA,
    account="",
    asked_by=ANA,
    note="",
    question="",
    source="",
    due=None,
    wanted=1,
    lines=None,
    state="open",
    turn="reviewers",
    turn_since=NOON,
    opened_at=NOON,
    heard_at=NOON,
    look_at=NOON,
)
SEAT = Seat(REVIEW.id, BEN, "asked", "fewest", True, True, True, NOON)


def do(store: Store, deed: Any, workspace: Any = NORTH) -> Any:
    return store.write_now(lambda tx: deed(Records(tx, workspace)))


def _with_a_seat(records: Records) -> None:
    records.reviews.add(REVIEW)
    records.seats.put(SEAT)


def test_a_change_is_of_what_was_seen(settled: Store) -> None:
    do(settled, lambda records: records.reviews.add(REVIEW))
    assert do(settled, lambda records: records.reviews.change(REVIEW, state="done"))
    assert not do(settled, lambda records: records.reviews.change(REVIEW, state="merged"))
    kept = do(settled, lambda records: records.reviews.get(REVIEW.id))
    assert kept == replace(REVIEW, state="done", revision=1)


def test_a_fact_is_kept_once_and_in_the_order_in_which_it_happened(settled: Store) -> None:
    late = Event("approved", NOON, by=BEN, key="fact:1")
    early = Event("commented", NOON - timedelta(hours=1), by=BEN)
    do(settled, lambda records: records.reviews.add(REVIEW))
    for event, is_news in ((late, True), (early, True), (late, False), (early, True)):
        noted = do(settled, lambda records, e=event: records.reviews.note(REVIEW.id, e))
        assert noted is is_news
    events = do(settled, lambda records: records.reviews.events(REVIEW.id))
    assert events == [early, early, late]
    assert do(settled, lambda records: records.reviews.events_of([REVIEW.id])) == {
        REVIEW.id: events
    }


def test_the_lists_hold_what_they_say(settled: Store) -> None:
    do(settled, _with_a_seat)

    def ids(which: str, **whose: Any) -> list[str]:
        found = do(settled, lambda records: records.reviews.listed(which, **whose))
        return [one.id for one in found]

    assert ids("to_act", person=BEN) == ids("mine", person=BEN) == ["r1"]
    assert ids("to_act", person=ANA) == []
    assert ids("mine", person=ANA) == ids("team", team=TEAM) == ["r1"]
    assert ids("mine", person=DANA) == []
    assert ids("between", one=BEN, other=ANA) == ids("between", one=ANA, other=BEN) == ["r1"]
    assert ids("between", one=ANA, other=DANA) == []
    assert ids("linked", link=REVIEW.link) == ids("placed", place=REVIEW.place) == ["r1"]
    assert ids("since", team=TEAM, since=NOON) == ids("authored", person=ANA, since=NOON) == ["r1"]


def test_what_is_due_is_found(settled: Store) -> None:
    do(settled, _with_a_seat)
    assert do(settled, lambda records: records.reviews.next_due()) == NOON
    assert do(settled, lambda records: records.reviews.due(NOON, 5)) == [REVIEW]
    do(settled, lambda records: records.reviews.change(REVIEW, look_at=None))
    assert do(settled, lambda records: records.reviews.next_due()) is None


def test_a_share_is_counted_once_by_whoever_saw_it(settled: Store) -> None:
    share = Share(BEN, 3, 0)
    do(settled, lambda records: records.seats.begin(TEAM, share))
    assert do(settled, lambda records: records.seats.count(TEAM, share, 1))
    assert not do(settled, lambda records: records.seats.count(TEAM, share, 1))
    assert do(settled, lambda records: records.seats.shares(TEAM)) == {BEN: Share(BEN, 3, 1)}


def test_loads_count_what_is_open_and_what_was_done_for_an_author(settled: Store) -> None:
    do(settled, _with_a_seat)
    assert do(settled, lambda records: records.seats.open_of([ANA, BEN])) == {BEN: 1}
    assert do(settled, lambda records: records.seats.for_author(TEAM, ANA)) == {BEN: 1}
    do(settled, lambda records: records.seats.put(replace(SEAT, active=False)))
    assert do(settled, lambda records: records.seats.open_of([BEN])) == {}


def test_workspaces_do_not_see_each_other(settled: Store) -> None:
    settle(settled, SOUTH)
    do(settled, _with_a_seat)
    do(settled, lambda records: records.knowledge.put(Project(TEAM, "churn", "Churn", NOON)))
    assert do(settled, lambda records: records.reviews.listed("team", team=TEAM), SOUTH) == []
    assert do(settled, lambda records: records.seats.of(REVIEW.id), SOUTH) == []
    assert do(settled, lambda records: records.knowledge.projects(TEAM), SOUTH) == {}


def test_knowing_twice_is_once_and_the_newest_time_stays(settled: Store) -> None:
    later = NOON + timedelta(days=1)

    def learn(records: Records) -> list[Known]:
        records.knowledge.put(Project(TEAM, "churn", "Churn", NOON))
        for at in (later, NOON):
            records.knowledge.learn(TEAM, Known("churn", BEN, "reviewed", at))
        return records.knowledge.since(TEAM, NOON)

    assert do(settled, learn) == [Known("churn", BEN, "reviewed", later)]
    assert do(settled, lambda records: records.knowledge.unlearn(TEAM, "churn", BEN))
    assert not do(settled, lambda records: records.knowledge.unlearn(TEAM, "churn", BEN))


def test_remarks_and_their_topic_are_kept(settled: Store) -> None:
    remark = Remark("m1", TEAM, REVIEW.id, BEN, "have_this", "", NOON)
    topic = Topic("t1", TEAM, "code_review", (), NOON, "have_this", (REVIEW.id,))

    def keep(records: Records) -> None:
        _with_a_seat(records)
        records.remarks.put(remark)
        records.remarks.put(replace(remark, link="https://a.dev/x"))
        records.topics.add(topic)
        records.topics.remarked_again("t1", [REVIEW.id, REVIEW.id])

    do(settled, keep)
    found = do(settled, lambda records: records.remarks.since(TEAM, "have_this", NOON))
    assert [one.link for one in found] == ["https://a.dev/x"]
    (kept,) = do(settled, lambda records: records.topics.since(TEAM, NOON))
    assert (kept.remark, len(kept.reviews), kept.blockers) == ("have_this", 2, ())
