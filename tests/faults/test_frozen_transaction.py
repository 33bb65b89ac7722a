"""Whoever freezes in the middle of a transaction: one of us, or the database itself."""

import asyncio
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from storage.engine import FROZEN_SECONDS
from storage.store import Store, open_store
from storage.switches import Switches
from storage.transaction import Transaction
from storage.writer import StoreBusy

pytestmark = [pytest.mark.postgres]

NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)
SLACK_WAITS = 3.0


@pytest.fixture
def stores(postgres_url: str) -> Iterator[tuple[Store, Store]]:
    with closing(open_store(postgres_url)) as one, closing(open_store(postgres_url)) as other:
        yield one, other


def test_its_locks_are_refused_quickly_and_taken_away_soon(stores: tuple[Store, Store]) -> None:
    sleeper, other = stores
    locked, wake = threading.Event(), threading.Event()

    def falls_asleep(tx: Transaction) -> None:
        turn_on(tx)
        tx.flush()
        locked.set()
        wake.wait(30)

    asleep = sleeper._submit(falls_asleep, "", None)
    assert locked.wait(10)
    began = time.monotonic()
    with pytest.raises(StoreBusy):
        other.write_now(turn_on)
    assert time.monotonic() - began < SLACK_WAITS

    time.sleep(max(0.0, began + FROZEN_SECONDS + 0.5 - time.monotonic()))
    other.write_now(turn_on)
    wake.set()
    with pytest.raises(StoreBusy):
        asleep.result(10)


def test_a_database_that_falls_silent_costs_one_busy_answer(stores: tuple[Store, Store]) -> None:
    silent, _ = stores
    frozen = {silent.write_now(whose_hand_is_it)}
    try:
        for process in frozen:
            os.kill(process, signal.SIGSTOP)
        outcomes = asyncio.run(tried(silent, times=3))
    finally:
        for process in frozen:
            os.kill(process, signal.SIGCONT)

    assert [took for _, took in outcomes if took > SLACK_WAITS] == []
    assert [kept for kept, _ in outcomes].count(False) == 1
    silent.write_now(turn_on)


async def tried(store: Store, *, times: int) -> list[tuple[bool, float]]:
    """Whether each write was kept, and its seconds, one after the other."""
    outcomes = []
    for _ in range(times):
        began = time.monotonic()
        try:
            await store.write(turn_on)
            kept = True
        except StoreBusy:
            kept = False
        outcomes.append((kept, time.monotonic() - began))
    return outcomes


def whose_hand_is_it(tx: Transaction) -> int:
    """The server's process that works for this writer."""
    return int(tx.connection.execute(text("SELECT pg_backend_pid()")).scalar_one())


def turn_on(tx: Transaction) -> None:
    Switches(tx).turn_on("pause", at=NOON)
