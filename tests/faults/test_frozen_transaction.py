"""A process that freezes in the middle of a transaction, with locks in its hands."""

import threading
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest

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


def turn_on(tx: Transaction) -> None:
    Switches(tx).turn_on("pause", at=NOON)
