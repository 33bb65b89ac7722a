"""The writer: one commit for all who wait, to each their own outcome, nothing said too early."""

import asyncio
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing, contextmanager
from typing import Any

import pytest
from sqlalchemy import event, insert, select

from storage.patience import USUAL
from storage.schema import switches
from storage.store import Store, open_store
from storage.transaction import Transaction
from storage.writer import ROOM, RefusedBeforeChange, StoreBusy
from tests.storage.rows import NOON

Deed = Callable[[Transaction], Any]


class Declined(RefusedBeforeChange):
    """Not today."""


class Writing:
    """Hands deeds to the writer and counts its commits."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.commits = 0
        event.listen(store.engine, "commit", self._committed)

    def hand_in(self, deed: Deed, lane: str = "") -> "Future[Any]":
        return self.store._submit(deed, lane, None)

    @contextmanager
    def held_up(self) -> Iterator[None]:
        """The writer is busy inside, so that whatever is handed in meanwhile is one batch."""
        busy, go_on = threading.Event(), threading.Event()

        def wait(tx: Transaction) -> None:
            busy.set()
            go_on.wait(10)

        held = self.hand_in(wait)
        assert busy.wait(10)
        try:
            yield
        finally:
            self.commits = -1  # what held it up commits too
            go_on.set()
            held.result(10)

    def names(self) -> set[str]:
        rows = self.store.read_now(lambda tx: tx.all(select(switches.c.name)))
        return {row.name for row in rows}

    def _committed(self, connection: Any) -> None:
        self.commits += 1


@pytest.fixture
def writing(store: Store) -> Writing:
    return Writing(store)


@contextmanager
def locked(database_url: str) -> Iterator[None]:
    """Somebody else writes, and takes their time."""
    place = database_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(place, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def keep(name: str) -> Deed:
    """A deed that keeps a row, at once, and answers with its name."""

    def deed(tx: Transaction) -> str:
        tx.run(insert(switches).values(name=name, on_since=NOON))
        return name

    return deed


def refuse(tx: Transaction) -> None:
    raise Declined


def break_after_a_change(tx: Transaction) -> None:
    keep("broken")(tx)
    raise ValueError("a bug")


def refuse_after_a_change(tx: Transaction) -> None:
    keep("half done")(tx)
    raise Declined


def test_all_who_wait_share_one_commit(writing: Writing) -> None:
    with writing.held_up():
        answers = [writing.hand_in(keep(f"switch {n}")) for n in range(20)]
    assert [answer.result(10) for answer in answers] == [f"switch {n}" for n in range(20)]
    assert writing.commits == 1
    assert len(writing.names()) == 20


def test_nobody_is_answered_before_the_commit(writing: Writing) -> None:
    seen: list[bool] = []
    with writing.held_up():
        answer = writing.hand_in(keep("first"))
        answer.add_done_callback(lambda done: seen.append("first" in writing.names()))
    answer.result(10)
    writing.store.write_now(keep("second"))
    assert seen == [True]


def test_a_refusal_costs_its_neighbours_nothing(writing: Writing) -> None:
    with writing.held_up():
        before, refused, after = map(writing.hand_in, (keep("before"), refuse, keep("after")))
    assert isinstance(refused.exception(10), Declined)
    assert (before.result(10), after.result(10)) == ("before", "after")
    assert writing.commits == 1


@pytest.mark.parametrize(
    ("spoiler", "outcome"), [(break_after_a_change, ValueError), (refuse_after_a_change, Declined)]
)
def test_a_deed_that_fails_midway_leaves_nothing_and_hurts_nobody(
    writing: Writing, spoiler: Deed, outcome: type[Exception]
) -> None:
    with writing.held_up():
        before, spoilt, after = map(writing.hand_in, (keep("before"), spoiler, keep("after")))
    assert isinstance(spoilt.exception(10), outcome)
    assert (before.result(10), after.result(10)) == ("before", "after")
    assert writing.names() == {"before", "after"}


def test_a_deed_that_breaks_a_rule_of_the_database_fails_alone(writing: Writing) -> None:
    with writing.held_up():
        first, again, other = map(writing.hand_in, (keep("same"), keep("same"), keep("other")))
    assert first.result(10) == "same"
    assert again.exception(10) is not None
    assert other.result(10) == "other"
    assert writing.names() == {"same", "other"}


def test_deeds_of_one_batch_run_in_the_order_of_their_lanes(writing: Writing) -> None:
    order: list[str] = []

    def come(lane: str) -> "Future[Any]":
        return writing.hand_in(lambda tx: order.append(lane), lane)

    with writing.held_up():
        answers = list(map(come, ("C3", "C1", "C2", "C1")))
    for answer in answers:
        answer.result(10)
    assert order == ["C1", "C1", "C2", "C3"]


def test_a_locked_database_is_busy_within_three_seconds_and_keeps_nothing(
    writing: Writing, database_url: str
) -> None:
    began = time.monotonic()
    with locked(database_url), pytest.raises(StoreBusy):
        writing.store.write_now(keep("never"))
    assert time.monotonic() - began < 3
    assert writing.store.write_now(keep("later")) == "later"
    assert writing.names() == {"later"}


def test_who_waited_too_long_is_told_so_and_nothing_is_done_behind_their_back(
    writing: Writing,
) -> None:
    with writing.held_up():
        late = writing.hand_in(keep("late"))
        time.sleep(USUAL.turn + 0.1)
    assert isinstance(late.exception(10), StoreBusy)
    writing.store.write_now(keep("next"))
    assert writing.names() == {"next"}


def test_a_queue_has_an_end(writing: Writing) -> None:
    with writing.held_up():
        answers = [writing.hand_in(refuse) for _ in range(ROOM)]
        with pytest.raises(StoreBusy):
            writing.hand_in(refuse)
    assert all(isinstance(answer.exception(10), Declined | StoreBusy) for answer in answers)


def test_closing_finishes_what_was_handed_in(database_url: str) -> None:
    store = open_store(database_url)
    answers = [store._submit(keep(f"switch {n}"), "", None) for n in range(100)]
    store.close()
    assert [answer.result(0) for answer in answers] == [f"switch {n}" for n in range(100)]


def test_who_waits_in_an_event_loop_gets_the_same(writing: Writing) -> None:
    async def come() -> list[Any]:
        deeds = (keep("one"), refuse, keep("two"), break_after_a_change)
        asked = [writing.store.write(deed) for deed in deeds]
        return await asyncio.gather(*asked, return_exceptions=True)

    one, refused, two, broken = asyncio.run(come())
    assert (one, two) == ("one", "two")
    assert isinstance(refused, Declined)
    assert isinstance(broken, ValueError)
    assert writing.names() == {"one", "two"}


def test_nothing_is_done_for_one_who_stopped_waiting_before_it_began(writing: Writing) -> None:
    async def leave() -> None:
        with writing.held_up():
            asked = asyncio.create_task(writing.store.write(keep("left")))
            await asyncio.sleep(0)
            asked.cancel()
            await asyncio.gather(asked, return_exceptions=True)
        await writing.store.write(keep("next"))

    asyncio.run(leave())
    assert writing.names() == {"next"}
